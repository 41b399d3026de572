#include "net/outbox.hpp"

#include <array>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace rostrum::net::outbox_test {
namespace {

Frame frame(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

constexpr std::size_t everything = 1000;

/// Takes at most this many bytes, as a socket would.
std::string take(Outbox& outbox, std::size_t most = everything) {
    std::array<std::string_view, 8> pieces;
    std::string taken;
    while (taken.size() < most && !outbox.empty()) {
        const std::size_t count = outbox.next(pieces);
        std::string all;
        for (std::size_t i = 0; i < count; ++i) all.append(pieces[i]);
        all.resize(std::min(all.size(), most - taken.size()));
        outbox.written(all.size());
        taken += all;
    }
    return taken;
}

TEST_CASE("queued frames leave in order, in pieces of any size") {
    Outbox outbox;
    outbox.put(frame("one"));
    outbox.put(frame("two"));
    outbox.put(frame("three"));
    CHECK(outbox.bytes() == 11);
    CHECK(outbox.waiting() == 3);

    CHECK(take(outbox, 4) == "onet");
    CHECK(outbox.waiting() == 2);
    CHECK(outbox.bytes() == 8);
    CHECK(take(outbox, 4) == "woth");
    CHECK(take(outbox) == "ree");
    CHECK(outbox.empty());
    CHECK(outbox.bytes() == 0);
    CHECK(outbox.waiting() == 0);
}

TEST_CASE("written frames are counted and freed") {
    Outbox outbox;
    const Frame first = frame("one");
    outbox.put(first);
    outbox.put(frame("two"));
    CHECK(outbox.written(2) == 0);
    CHECK(first.use_count() == 2);
    CHECK(outbox.written(4) == 2);
    CHECK(first.use_count() == 1);
}

TEST_CASE("nothing follows the last frame") {
    Outbox outbox;
    outbox.put(frame("answer"));
    outbox.seal(frame("last"));
    CHECK(outbox.sealed());
    outbox.put(frame("x"));
    outbox.seal(frame("again"));
    CHECK(take(outbox) == "answerlast");
}

TEST_CASE("sealing an outbox without a last frame still sends what is queued") {
    Outbox outbox;
    outbox.put(frame("answer"));
    outbox.seal();
    outbox.put(frame("x"));
    CHECK(take(outbox) == "answer");
}

TEST_CASE("an outbox that never empties keeps its order and its count") {
    Outbox outbox;
    std::string put;
    std::string taken;
    for (int i = 0; i < 1000; ++i) {
        const std::string text = std::to_string(i) + ",";
        put += text;
        outbox.put(frame(text));
        if (i > 2) taken += take(outbox, 3);
    }
    taken += take(outbox, 10'000);
    CHECK(taken == put);
    CHECK(outbox.bytes() == 0);
}

}  // namespace
}  // namespace rostrum::net::outbox_test
