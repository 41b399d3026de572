#include "net/outbox.hpp"

#include <array>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace rostrum::net {
namespace {

Frame frame(std::string bytes) {
    return std::make_shared<const std::string>(std::move(bytes));
}

constexpr std::size_t everything = 1000;

/// Takes up to so many bytes, as a socket would.
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

struct Fixture {
    Limits limits{.waiting_changes = 3, .waiting_bytes = 20};
    Outbox outbox{limits};
};

TEST_CASE_METHOD(Fixture, "what is put leaves in order, in pieces of any size") {
    outbox.put(frame("one"));
    CHECK(outbox.put_change(frame("two")));
    outbox.put(frame("three"));
    CHECK(outbox.bytes() == 11);
    CHECK(outbox.answers() == 2);

    CHECK(take(outbox, 4) == "onet");
    CHECK(outbox.answers() == 1);
    CHECK(take(outbox, 4) == "woth");
    CHECK(take(outbox) == "ree");
    CHECK(outbox.empty());
    CHECK(outbox.bytes() == 0);
    CHECK(outbox.answers() == 0);
}

TEST_CASE_METHOD(Fixture, "frames that have left are counted") {
    outbox.put(frame("one"));
    outbox.put(frame("two"));
    CHECK(outbox.written(2) == 0);
    CHECK(outbox.written(4) == 2);
}

TEST_CASE_METHOD(Fixture, "a change too many drops the changes that wait, not the answers") {
    outbox.put_change(frame("c1"));
    outbox.put(frame("a1"));
    outbox.put_change(frame("c2"));
    outbox.put_change(frame("c3"));
    CHECK_FALSE(outbox.owes_whole());

    CHECK_FALSE(outbox.put_change(frame("c4")));
    CHECK(outbox.owes_whole());
    CHECK(take(outbox) == "a1");
}

TEST_CASE_METHOD(Fixture, "bytes too many do the same") {
    outbox.put_change(frame("ten bytes!"));
    CHECK(outbox.put_change(frame("ten bytes!")));
    CHECK_FALSE(outbox.put_change(frame("1")));
    CHECK(outbox.owes_whole());
    CHECK(outbox.empty());
}

TEST_CASE_METHOD(Fixture, "a change that is larger than the bound leaves alone") {
    CHECK(outbox.put_change(frame("a change of more than twenty bytes")));
    CHECK(take(outbox) == "a change of more than twenty bytes");
}

TEST_CASE_METHOD(Fixture, "the change in flight is finished when the others are dropped") {
    outbox.put_change(frame("c1c1"));
    outbox.put_change(frame("c2c2"));
    outbox.put_change(frame("c3c3"));
    CHECK(take(outbox, 2) == "c1");
    outbox.put_change(frame("c4c4"));
    CHECK(outbox.owes_whole());
    CHECK(take(outbox) == "c1");
}

TEST_CASE_METHOD(Fixture, "while the whole state is owed no change is taken, afterwards all are") {
    for (int i = 0; i < 4; ++i) outbox.put_change(frame("c"));
    CHECK(outbox.put_change(frame("late")));
    CHECK(outbox.empty());

    outbox.put_whole(frame("whole"));
    CHECK_FALSE(outbox.owes_whole());
    outbox.put_change(frame("next"));
    CHECK(take(outbox) == "wholenext");
}

TEST_CASE_METHOD(Fixture, "a whole state may be larger than the bound") {
    for (int i = 0; i < 4; ++i) outbox.put_change(frame("c"));
    outbox.put_whole(frame("a whole state of more than twenty bytes"));
    CHECK(outbox.put_change(frame("c")) == false);
    CHECK(outbox.owes_whole());
}

TEST_CASE_METHOD(Fixture, "nothing follows the last frame") {
    outbox.put(frame("answer"));
    outbox.put_change(frame("change"));
    outbox.seal(frame("last"));
    CHECK(outbox.sealed());
    outbox.put(frame("x"));
    outbox.put_change(frame("y"));
    outbox.put_whole(frame("z"));
    outbox.seal(frame("again"));
    CHECK(take(outbox) == "answerlast");
}

TEST_CASE_METHOD(Fixture, "a sealed outbox owes nothing") {
    for (int i = 0; i < 4; ++i) outbox.put_change(frame("c"));
    outbox.seal();
    CHECK_FALSE(outbox.owes_whole());
}

TEST_CASE_METHOD(Fixture, "an outbox that is never quite empty keeps its order and its count") {
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
}  // namespace rostrum::net
