#include "net/long_messages.hpp"

#include <deque>
#include <memory>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

namespace rostrum::net {
namespace {

TEST_CASE("between two long messages, the loop does what else is ready") {
    std::deque<LongMessages::Task> loop;
    const auto messages = std::make_shared<LongMessages>(
        [&](LongMessages::Task task) { loop.push_back(std::move(task)); });
    std::string order;
    for (const char message : {'a', 'b', 'c'})
        messages->wait([&, message] {
            order += message;
            loop.emplace_back([&] { order += '.'; });
        });
    for (; !loop.empty(); loop.pop_front()) loop.front()();
    CHECK(order == "a.b.c.");
}

}  // namespace
}  // namespace rostrum::net
