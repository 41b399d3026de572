#include "net/long_tasks.hpp"

#include <atomic>
#include <future>
#include <memory>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

namespace rostrum::net {
namespace {

void at_once(const std::function<void()>& task) {
    task();
}

TEST_CASE("a place is taken until its last copy is gone") {
    LongTasks tasks(at_once);
    std::vector<LongTasks::Place> taken;
    for (std::size_t i = 0; i < LongTasks::most; ++i) taken.push_back(tasks.enter());
    CHECK(taken.back());
    CHECK_FALSE(tasks.enter());
    LongTasks::Place copy = taken.back();
    taken.pop_back();
    CHECK_FALSE(tasks.enter());
    copy.reset();
    CHECK(tasks.enter());
}

TEST_CASE("the work is done on another thread, before what follows it") {
    LongTasks tasks(at_once);
    std::promise<std::thread::id> worker;
    std::thread::id id;
    tasks.run(
        tasks.enter(), {}, [&] { id = std::this_thread::get_id(); }, [&] { worker.set_value(id); });
    CHECK(worker.get_future().get() != std::this_thread::get_id());
}

TEST_CASE("work for a client that has left is not done, and gives its place back") {
    LongTasks tasks(at_once);
    std::promise<void> begun;
    std::promise<void> go_on;
    tasks.run(
        tasks.enter(), {},
        [&] {
            begun.set_value();
            go_on.get_future().wait();
        },
        [] {});
    begun.get_future().wait();
    const auto has_left = std::make_shared<std::atomic<bool>>(false);
    bool is_done = false;
    for (std::size_t i = 1; i < LongTasks::most; ++i)
        tasks.run(
            tasks.enter(), has_left, [&] { is_done = true; }, [&] { is_done = true; });
    CHECK_FALSE(tasks.enter());
    *has_left = true;
    go_on.set_value();
    std::promise<void> after;
    tasks.run(
        nullptr, {}, [] {}, [&] { after.set_value(); });
    after.get_future().wait();
    CHECK_FALSE(is_done);
    CHECK(tasks.enter());
}

}  // namespace
}  // namespace rostrum::net
