#include "floor/invariants.hpp"

#include <functional>

#include "floor/fixture.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

/// A room with a past turn, a running statement, a notice and a memory. Cuba's meeting was opened
/// at nine; Cuba spoke for 90 s, and media has the floor since 09:01:30.
Stage busy() {
    Stage stage = opened();
    stage.gives_floor("sur");
    stage.later(90s);
    stage.gives_floor("media");
    stage.later(30s);
    stage.does(ShowNotice{"Welcome."});
    return stage;
}

/// The message for a broken room; empty if the check passes.
std::string objection(Stage stage, const std::function<void(Room&)>& breaks) {
    check_invariants(stage.room);
    breaks(stage.room);
    try {
        check_invariants(stage.room);
    } catch (const InvariantBroken& broken) {
        const std::string sentence = broken.what();
        const std::string start = "Broken invariant: ";
        return sentence.substr(start.size());
    }
    return "";
}

std::string broken(const std::function<void(Room&)>& breaks) {
    return objection(busy(), breaks);
}

std::string broken_meeting(const std::function<void(Meeting&)>& breaks) {
    return broken([&](Room& room) { breaks(room.proceedings.meetings[0].edit()); });
}

std::string broken_next_meeting(const std::function<void(Meeting&)>& breaks) {
    return broken([&](Room& room) { breaks(room.proceedings.meetings[1].edit()); });
}

}  // namespace

TEST_CASE("a room before its founding is sound") {
    CHECK_NOTHROW(check_invariants(empty_room(RoomId{"xx"})));
    CHECK(objection(Stage{}, [](Room& room) { room.name = "Room XX"; }) ==
          "a room is empty before its founding.");
    CHECK(objection(Stage{}, [](Room& room) { room.proceedings.current = cuba; }) ==
          "a room is empty before its founding.");
}

TEST_CASE("meetings: ids are unique, and one meeting is current") {
    CHECK(broken_next_meeting([](Meeting& it) { it.id = cuba; }) == "no two meetings share an id.");
    CHECK(broken([](Room& room) { room.proceedings.current.reset(); }) ==
          "a room with meetings has a current one.");
    CHECK(broken([](Room& room) { room.proceedings.current = MeetingId{"canada"}; }) ==
          "the current meeting is one of the room's.");
    CHECK(broken([](Room& room) { room.proceedings.current = germany; }) ==
          "no meeting but the current one is open.");
    CHECK(broken([](Room& room) {
              room.proceedings.meetings.resize(201, room.proceedings.meetings[1]);
          }) == "meetings are bounded.");
}

TEST_CASE("a meeting's instants agree with its course") {
    CHECK(broken_meeting([](Meeting& it) { it.opened_at.reset(); }) ==
          "a meeting has an opening once it is open.");
    CHECK(broken_next_meeting([](Meeting& it) { it.opened_at = nine; }) ==
          "a meeting has an opening once it is open.");
    CHECK(broken_meeting([](Meeting& it) { it.suspended_at = nine; }) ==
          "a meeting has a suspension while it is suspended.");
    CHECK(broken_meeting([](Meeting& it) { it.closed_at = nine; }) ==
          "a meeting has a closing once it is closed.");
    CHECK(broken_meeting([](Meeting& it) { it.ends_at = it.starts_at; }) ==
          "a meeting starts before it ends.");
    CHECK(broken_next_meeting([](Meeting& it) { it.starts_at = Instant::min(); }) ==
          "a meeting starts before it ends.");
    CHECK(broken_meeting([](Meeting& it) {
              it.course = Course::suspended;
              it.suspended_at = nine - 1ms;
          }) == "a meeting is suspended after its opening.");
    CHECK(broken_meeting([](Meeting& it) {
              it.course = Course::closed;
              it.closed_at = nine - 1ms;
          }) == "a meeting is closed after its opening.");
}

TEST_CASE("plates: the State under Review is first, ids are unique, only the absent have reasons") {
    CHECK(broken_meeting([](Meeting& it) { it.delegations[1].id = it.delegations[2].id; }) ==
          "no two plates share an id.");
    CHECK(broken_meeting([](Meeting& it) { it.delegations[0].kind = DelegationKind::nhri; }) ==
          "the first plate, and no other, is that of the State under Review.");
    CHECK(broken_meeting([](Meeting& it) {
              it.delegations[2].kind = DelegationKind::state_under_review;
          }) == "the first plate, and no other, is that of the State under Review.");
    CHECK(broken_meeting([](Meeting& it) { it.delegations[1].absence_reason = "Travel ban."; }) ==
          "only an absent delegation has a reason for it.");
    CHECK(broken_meeting([](Meeting& it) { it.delegations.resize(61, it.delegations[1]); }) ==
          "plates are bounded.");
}

TEST_CASE("the list: ids are unique, and each inscription has a plate of the right kind") {
    CHECK(broken_meeting([](Meeting& it) { it.list[1].id = it.list[2].id; }) ==
          "no two inscriptions share an id.");
    CHECK(broken_meeting([](Meeting& it) { it.list[1].delegation = DelegationId{"nhri"}; }) ==
          "every inscription has a plate.");
    CHECK(broken_meeting([](Meeting& it) { it.list[1].kind = InscriptionKind::sur_statement; }) ==
          "a statement is of the kind of its speaker.");
}

TEST_CASE("the list: times are within the limits") {
    CHECK(broken_meeting([](Meeting& it) { it.list[1].allotted = 60min + 1ms; }) ==
          "an allotment is within its limits.");
    CHECK(broken_meeting([](Meeting& it) { it.list[1].allotted = -1ms; }) ==
          "an allotment is within its limits.");
    CHECK(broken_meeting([](Meeting& it) { it.list[3].added = 60min + 1ms; }) ==
          "added time is within its limit.");
    CHECK(broken_meeting([](Meeting& it) { it.list[3].added = -8min; }) ==
          "no inscription has negative time.");
    CHECK(broken_meeting([](Meeting& it) { it.list[0].spoken = 89s; }) ==
          "the spoken time is the sum of the turns.");
    CHECK(broken_meeting([](Meeting& it) { it.list[1].added = 1min; }) ==
          "a waiting inscription has not spoken.");
}

TEST_CASE("the list: only the current speaker has the status speaking") {
    CHECK(broken_meeting([](Meeting& it) { it.list[1].status = InscriptionStatus::speaking; }) ==
          "only the inscription with the floor is speaking.");
    CHECK(broken_meeting([](Meeting& it) { it.list[3].status = InscriptionStatus::spoken; }) ==
          "only the inscription with the floor is speaking.");
    CHECK(broken_meeting([](Meeting& it) { it.delegations[3].standing = Standing::absent; }) ==
          "an absent delegation does not speak.");
    CHECK(broken_meeting([](Meeting& it) { it.list[0].status = InscriptionStatus::waiting; }) ==
          "a waiting inscription has not spoken.");
    CHECK(broken_meeting([](Meeting& it) { it.list[1].status = InscriptionStatus::spoken; }) ==
          "an inscription that was heard had a turn.");
}

TEST_CASE("turns do not overlap, and lie within the meeting") {
    CHECK(broken_meeting([](Meeting& it) { it.turns[0].inscription = InscriptionId{"nhri"}; }) ==
          "a turn belongs to an inscription.");
    CHECK(broken_meeting([](Meeting& it) { it.turns[0].from = nine - 1ms; }) ==
          "turns follow one another.");
    CHECK(broken_meeting([](Meeting& it) { it.turns[0].to = nine - 1ms; }) ==
          "turns follow one another.");
    CHECK(broken_meeting([](Meeting& it) { it.turns[0].spoken = -1ms; }) ==
          "the spoken time is within the turn.");
    CHECK(broken_meeting([](Meeting& it) { it.turns[0].spoken = 91s; }) ==
          "the spoken time is within the turn.");
    CHECK(broken_meeting([](Meeting& it) { it.turns.push_back(it.turns[0]); }) ==
          "statements are numbered in their order.");
    CHECK(broken_meeting([](Meeting& it) { it.turns[0].statement = StatementId{4}; }) ==
          "statements are numbered in their order.");
    CHECK(broken_meeting([](Meeting& it) { it.turns[0].statement = StatementId{6}; }) ==
          "the floor was given by an act.");
    CHECK(broken_meeting([](Meeting& it) { it.turns[0].to = nine + 1h; }) ==
          "no turn ends later than now.");
    CHECK(broken_meeting([](Meeting& it) { it.turns[0].to = nine + 91s; }) ==
          "the floor is given when it is free.");
    CHECK(broken_meeting([](Meeting& it) { it.turns.resize(1000, it.turns[0]); }) ==
          "turns are bounded.");
    CHECK(broken_next_meeting([](Meeting& it) {
              it.turns.push_back({StatementId{3}, InscriptionId{"nhri"}, nine, nine, 0ms});
          }) == "no turn is before the opening.");
}

TEST_CASE("the statement in progress belongs to an open meeting") {
    CHECK(broken_meeting([](Meeting& it) {
              it.course = Course::closed;
              it.closed_at = nine + 2min;
          }) == "statements are made in an open meeting.");
    CHECK(broken_meeting([](Meeting& it) { it.statement->id = StatementId{6}; }) ==
          "the floor was given by an act.");
    CHECK(broken_meeting([](Meeting& it) {
              it.list[3].status = InscriptionStatus::waiting;
              it.statement->inscription = InscriptionId{"nhri"};
          }) == "the speaker is on the list.");
    CHECK(broken_meeting([](Meeting& it) {
              it.course = Course::suspended;
              it.suspended_at = nine + 2min;
          }) == "no timer runs while the meeting is suspended.");
    CHECK(broken_meeting([](Meeting& it) { it.statement->paused_by_suspension = true; }) ==
          "only a suspended meeting has a statement paused by it.");
}

TEST_CASE("the running timer has its inscription's time, from the start of the turn") {
    CHECK(broken_meeting([](Meeting& it) { it.statement->timer.allotted = 6min; }) ==
          "a timer counts the time of its inscription.");
    CHECK(broken_meeting([](Meeting& it) { it.statement->timer.elapsed_before = -1ms; }) ==
          "a timer continues from the turns before.");
    CHECK(broken_meeting([](Meeting& it) { it.statement->given_at = nine + 1h; }) ==
          "the floor was given by now.");
    CHECK(broken_meeting([](Meeting& it) { it.statement->timer.running_since = nine + 89s; }) ==
          "a timer runs since its turn began.");
    CHECK(broken_meeting([](Meeting& it) { it.statement->timer.running_since = nine + 1h; }) ==
          "a timer runs since its turn began.");
    CHECK(broken_meeting([](Meeting& it) { it.statement->timer.elapsed_before = 1ms; }) ==
          "the spoken time is within the turn.");
}

TEST_CASE("a name belongs to a plate") {
    CHECK(broken([](Room& room) {
              room.names.edit()[{cuba, DelegationId{"nhri"}}] = "Speaker C";
          }) == "a name belongs to a plate.");
    CHECK(broken([](Room& room) {
              room.names.edit()[{MeetingId{"canada"}, DelegationId{"media"}}] = "Speaker C";
          }) == "a name belongs to a plate.");
    CHECK(broken([](Room& room) {
              room.names.edit()[{cuba, DelegationId{"media"}}] = "";
          }) == "a name is not empty.");
}

TEST_CASE("a notice has a text, and an act showed it") {
    CHECK(broken([](Room& room) { room.proceedings.notice->text.clear(); }) ==
          "a notice has a text.");
    CHECK(broken([](Room& room) { room.proceedings.notice->id = NoticeId{6}; }) ==
          "a notice was shown by an act.");
}

TEST_CASE("the memory is ordered and bounded") {
    CHECK(broken([](Room& room) { room.memory.edit_back().revision = Revision{6}; }) ==
          "no remembered act is later than the room.");
    CHECK(broken([](Room& room) { room.memory.edit_back().revision = Revision{4}; }) ==
          "acts are remembered in their order.");
    CHECK(broken([](Room& room) {
              while (room.memory.size() < 1001) room.memory.push_back(room.memory.back());
          }) == "the memory is bounded.");
}

TEST_CASE("the last act has a date") {
    CHECK(broken([](Room& room) { room.latest = Instant::max(); }) == "the last act has a date.");
}
