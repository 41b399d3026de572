#include "store/worker.hpp"

#include <chrono>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "store/snapshot_saver.hpp"

namespace rostrum::store {
namespace {

/// The order in which a busy worker ran the tasks that it was given meanwhile.
class Order {
public:
    Order() {
        std::promise<void> begun;
        worker_->post([&] {
            begun.set_value();
            free_.get_future().wait();
        });
        begun.get_future().wait();
    }
    void give(const std::string& name) {
        worker_->post([this, name] { done_.push_back(name); });
    }
    void post_low_priority(const std::string& name) {
        worker_->post_low_priority([this, name] { done_.push_back(name); });
    }
    std::vector<std::string> end() {
        free_.set_value();
        worker_.reset();
        return done_;
    }

private:
    std::promise<void> free_;
    std::vector<std::string> done_;
    std::optional<Worker> worker_{std::in_place};
};

Room at_revision(std::uint64_t revision) {
    Room room = empty_room(RoomId{"xx"});
    room.revision = Revision{revision};
    return room;
}

TEST_CASE("an idle worker runs its idle task once after each spell of work") {
    std::mutex mutex;
    std::vector<std::string> done;
    const auto has_run = [&](const std::string& name) {
        const std::lock_guard lock(mutex);
        done.push_back(name);
    };
    const auto wait_for = [&](std::size_t count) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{300};
        while (std::chrono::steady_clock::now() < end) {
            const std::lock_guard lock(mutex);
            if (done.size() >= count) return;
        }
    };
    {
        Worker worker(std::chrono::milliseconds{1}, [&] { has_run("idle"); });
        wait_for(1);
        worker.post([&] { has_run("task"); });
        wait_for(3);
        // Many idle times.
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    CHECK(done == std::vector<std::string>{"idle", "task", "idle"});
}

}  // namespace

TEST_CASE("low-priority tasks run after later normal tasks") {
    Order order;
    order.post_low_priority("later");
    order.give("first");
    order.give("second");
    CHECK(order.end() == std::vector<std::string>{"first", "second", "later"});
}

TEST_CASE("a low-priority task waits for at most sixteen others") {
    Order order;
    order.post_low_priority("later");
    order.post_low_priority("last");
    for (int i = 0; i < 40; ++i) order.give("other");
    const std::vector<std::string> done = order.end();
    REQUIRE(done.size() == 42);
    CHECK(done[15] == "other");
    CHECK(done[16] == "later");
    CHECK(done[32] == "other");
    CHECK(done[33] == "last");
}

TEST_CASE("while a snapshot is written, only the room's newest one waits") {
    std::promise<void> begun;
    std::promise<void> free;
    std::vector<Revision> written;
    std::mutex mutex;
    std::vector<std::function<void()>> brought;
    SnapshotSaver keeper(
        [&](const Snapshot& snapshot) {
            written.push_back(snapshot.revision);
            if (written.size() > 1) return;
            begun.set_value();
            free.get_future().wait();
        },
        [&](std::function<void()> work) {
            const std::lock_guard lock(mutex);
            brought.push_back(std::move(work));
        });
    keeper.save_snapshot(at_revision(1));
    begun.get_future().wait();
    keeper.save_snapshot(at_revision(2));
    keeper.save_snapshot(at_revision(3));
    free.set_value();
    keeper.finish();
    CHECK(written == std::vector<Revision>{Revision{1}, Revision{3}});
    // Each copy returns to the rooms' thread, which releases it.
    CHECK(brought.size() == 2);
}

}  // namespace rostrum::store
