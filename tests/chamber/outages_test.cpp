// Several outages in one statement, and servers that come and go before anything was given back.
#include <catch2/catch.hpp>

#include "chamber_fixture.hpp"

namespace rostrum::chamber::outages_test {
namespace {

using namespace std::chrono_literals;

/// A speaks, from the third act on, and servers go away.
struct Outages : ChamberFixture {
    Outages() { does("command1", Next{}); }

    void does(const std::string& id, Command command) {
        submit(id, std::move(command), Role::chair);
        while (port.is_writing()) port.write();
        REQUIRE(answer() == accepted(chamber->room().revision.value));
        clock.time += 1s;
    }
    /// No server for so long; the next one is told of this outage, and of those before it.
    void is_away(Duration time) {
        const Outage outage{clock.time, clock.time + time};
        clock.time += time;
        restart(outages);
        chamber->was_away(outage);
        outages.push_back(outage);
    }
    void gives_back() {
        const LostTime lost = *chamber->lost_time();
        does(lost.command.value, AddTime{StatementId{3}, lost.away});
    }

    std::vector<Outage> outages;
};

TEST_CASE_METHOD(Outages, "a second outage before the first was given back: both are one offer") {
    is_away(60s);
    clock.time += 20s;
    is_away(30s);
    REQUIRE(chamber->lost_time() != nullptr);
    const LostTime lost = *chamber->lost_time();
    CHECK(lost.away == 90s);
    CHECK(lost.outage == Outage{outages.front().from, outages.back().to});
    gives_back();
    CHECK(chamber->lost_time() == nullptr);
    CHECK(current_meeting(chamber->room())->statement->timer.allotted == 210s);
    restart(outages);
    CHECK(chamber->lost_time() == nullptr);
}

TEST_CASE_METHOD(Outages, "a restart that cost nothing drops no offer that was not taken") {
    is_away(60s);
    const LostTime lost = *chamber->lost_time();
    // The room goes on meanwhile, and what is offered is of the time before.
    does("command2", AddTime{StatementId{3}, 10s});
    does("command3", PauseStatement{StatementId{3}});
    is_away(1s);
    REQUIRE(chamber->lost_time() != nullptr);
    CHECK(*chamber->lost_time() == lost);
    CHECK(lost.added_before == 0s);
}

TEST_CASE_METHOD(Outages, "what was given back before the second outage is not in its offer") {
    is_away(60s);
    gives_back();
    is_away(30s);
    REQUIRE(chamber->lost_time() != nullptr);
    CHECK(chamber->lost_time()->away == 30s);
    CHECK(chamber->lost_time()->added_before == 60s);
}

TEST_CASE_METHOD(Outages, "an outage of the statement before is nobody's any more") {
    is_away(60s);
    does("command2", EndStatement{StatementId{3}});
    does("command3", Next{});
    is_away(30s);
    REQUIRE(chamber->lost_time() != nullptr);
    CHECK(chamber->lost_time()->away == 30s);
    restart(outages);
    CHECK(chamber->lost_time()->away == 30s);
}

TEST_CASE_METHOD(Outages, "a statement that was paused through the second outage lost the first") {
    is_away(60s);
    does("command2", PauseStatement{StatementId{3}});
    is_away(30s);
    CHECK(chamber->lost_time()->away == 60s);
    does("command3", ResumeStatement{StatementId{3}});
    restart(outages);
    CHECK(chamber->lost_time()->away == 60s);
}

TEST_CASE_METHOD(Outages, "no snapshot hides what an outage found, until that is given back") {
    const auto shows_notices_until = [&](std::uint64_t revision) {
        while (chamber->room().revision.value < revision)
            does("notice-" + std::to_string(chamber->room().revision.value),
                 ShowNotice{"Notice " + std::to_string(chamber->room().revision.value)});
    };
    shows_notices_until(1000);
    REQUIRE(port.keeps == 1);
    is_away(60s);
    shows_notices_until(2100);
    CHECK(port.keeps == 1);
    restart(outages);
    REQUIRE(chamber->lost_time() != nullptr);
    CHECK(chamber->lost_time()->away == 60s);
    gives_back();
    CHECK(port.keeps == 2);
    // The next server knows from the snapshot alone that all was seen to.
    port.forget_before = 2000;
    restart(outages);
    CHECK(chamber->lost_time() == nullptr);
}

TEST_CASE_METHOD(Outages, "a snapshot that is passed over loses no time twice") {
    while (chamber->room().revision.value < 1000)
        does("notice-" + std::to_string(chamber->room().revision.value),
             ShowNotice{"Notice " + std::to_string(chamber->room().revision.value)});
    is_away(60s);
    does("command2", PauseStatement{StatementId{3}});
    log.kept->proceedings.meetings.front().edit().statement->id = StatementId{4};
    restart(outages);
    CHECK(chamber->lost_time()->away == 60s);
}

}  // namespace
}  // namespace rostrum::chamber::outages_test
