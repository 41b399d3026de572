#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "floor/apply.hpp"
#include "room_writer_fixture.hpp"

namespace rostrum::rooms::meeting_move_test {
namespace {

const RoomId xx{"xx"};
const RoomId yy{"yy"};
const MeetingId cuba{"cuba"};

/// A log of several rooms in memory. A write waits until the test decides its fate.
class SharedLog : public EventLog {
public:
    void append(const RoomId& room, Revision expected, std::vector<Act> acts,
                AppendDone done) override {
        append_together({{room, expected, std::move(acts)}}, std::move(done));
    }
    void append_together(std::vector<RoomActs> rooms, AppendDone done) override {
        pending_.push_back({std::move(rooms), std::move(done)});
    }
    std::vector<Act> read(const RoomId& room, Revision after) override {
        if (unreadable) throw std::runtime_error("the disk fails");
        const std::vector<Act>& acts = logs_[room].acts();
        return {acts.begin() + static_cast<std::ptrdiff_t>(after.value), acts.end()};
    }
    void fetch(const RoomId& room, Revision after, FetchDone done) override {
        if (unreadable) return done(Unavailable{"the disk fails"});
        done(read(room, after));
    }
    void find(const RoomId& room, std::vector<CommandId> commands, FindDone done) override {
        std::vector<Duplicate> found;
        for (const CommandId& command : commands)
            if (auto act = logs_[room].find(command)) found.push_back(*std::move(act));
        done(std::move(found));
    }
    void follow(const RoomId&, Follower) override {}
    std::vector<RoomId> rooms() override { return {}; }
    std::string id() const override { return "memory"; }

    enum class Fate { written, lost, written_unanswered };
    [[nodiscard]] bool is_writing() const { return !pending_.empty(); }
    void settle(Fate fate = Fate::written) {
        const Pending one = pending_.front();
        pending_.erase(pending_.begin());
        if (fate == Fate::lost) return one.done(Unavailable{"the disk is full"});
        for (const RoomActs& acts : one.rooms)
            if (acts.expected != logs_[acts.room].head())
                return one.done(Conflict{logs_[acts.room].head()});
        for (const RoomActs& acts : one.rooms)
            static_cast<void>(logs_[acts.room].write(acts.expected, acts.acts));
        if (fate == Fate::written) return one.done(Durable{});
        one.done(Unavailable{"the disk failed", true});
    }
    void settle_all() {
        while (is_writing()) settle();
    }
    /// The server is gone: nobody waits for answers any more.
    void forget() { pending_.clear(); }

    bool unreadable = false;

private:
    struct Pending {
        std::vector<RoomActs> rooms;
        AppendDone done;
    };
    std::vector<Pending> pending_;
    std::map<RoomId, MemoryLog> logs_;
};

/// Two rooms: `xx` with Cuba's meeting at nine, `yy` with none.
struct TwoRooms {
    TwoRooms() {
        start();
        submit(xx, "founding", FoundRoom{small_programme()});
        submit(yy, "founding", FoundRoom{{yy, "Room YY", "Europe/Zurich", {}}});
        log.settle_all();
    }

    void start() {
        writers.clear();
        for (const RoomId& id : {xx, yy}) {
            auto& writer = writers.try_emplace(id, id, clock, log, audience).first->second;
            writer.know([this](const RoomId& other) {
                const auto found = writers.find(other);
                return found == writers.end() ? nullptr : &found->second;
            });
        }
    }
    void submit(const RoomId& room, const std::string& id, Command command,
                Role role = Role::secretariat) {
        const std::size_t place = answers.size();
        answers.emplace_back();
        writers.at(room).submit({role, "Laptop"}, CommandId{id}, std::move(command),
                                [this, place](Answer answer) {
                                    if (answers[place]) throw std::logic_error("Answered twice.");
                                    answers[place] = std::move(answer);
                                });
    }
    [[nodiscard]] const Room& room(const RoomId& id) const { return writers.at(id).room(); }
    /// In how many rooms the meeting is.
    [[nodiscard]] int places(const MeetingId& meeting) const {
        return int{find(room(xx), meeting) != nullptr} + int{find(room(yy), meeting) != nullptr};
    }
    [[nodiscard]] std::optional<RefusalCode> refusal(std::size_t place) const {
        const auto* refused = answers[place] ? std::get_if<Refusal>(&*answers[place]) : nullptr;
        return refused != nullptr ? std::optional(refused->code) : std::nullopt;
    }

    ManualClock clock{nine_o_clock};
    SharedLog log;
    RecordingAudience audience;
    std::vector<std::optional<Answer>> answers;
    std::map<RoomId, RoomWriter> writers;
};

TEST_CASE_METHOD(TwoRooms, "a meeting moves in one append, and both rooms wait for it") {
    submit(xx, "moving01", MoveToRoom{cuba, yy});
    CHECK(places(cuba) == 1);
    submit(xx, "opening1", OpenMeeting{cuba});
    submit(yy, "renaming", RenameRoom{"Salle"});
    CHECK_FALSE(answers[3].has_value());
    log.settle();
    CHECK(answers[2] == accepted(2));
    CHECK(find(room(xx), cuba) == nullptr);
    CHECK(find(room(yy), cuba) != nullptr);
    CHECK(room(xx).moved.at(0).room_name == "Room YY");
    log.settle_all();
    CHECK(refusal(3) == RefusalCode::unknown_meeting);
    CHECK(room(yy).name == "Salle");
    submit(xx, "moving01", MoveToRoom{cuba, yy});
    CHECK(answers.back() == accepted(2));
    submit(xx, "moving01", RenameRoom{"Salle"});
    CHECK(refusal(answers.size() - 1) == RefusalCode::id_used);
}

TEST_CASE_METHOD(TwoRooms,
                 "a move is done in its turn: after what was sent before, before the rest") {
    submit(yy, "renaming", RenameRoom{"Salle"});
    submit(xx, "renaming", RenameRoom{"Hall"});
    submit(xx, "renamed2", RenameRoom{"Aula"});
    submit(xx, "moving01", MoveToRoom{cuba, yy});
    submit(xx, "opening1", OpenMeeting{cuba});
    submit(yy, "renamed2", RenameRoom{"Sala"});
    log.settle_all();
    CHECK(answers[5] == accepted(4));
    CHECK(refusal(6) == RefusalCode::unknown_meeting);
    CHECK(answers[7] == accepted(3));
    CHECK(find(room(yy), cuba) != nullptr);
}

TEST_CASE_METHOD(TwoRooms, "two moves that cross never wait for each other") {
    PlannedMeeting later = planned_hour("chad", nine_o_clock + std::chrono::hours{3});
    submit(yy, "planning", PlanMeetings{{later}});
    log.settle_all();
    submit(yy, "moving01", MoveToRoom{later.id, xx});
    submit(xx, "moving02", MoveToRoom{cuba, yy});
    log.settle_all();
    CHECK(std::holds_alternative<Accepted>(*answers[3]));
    CHECK(std::holds_alternative<Accepted>(*answers[4]));
    CHECK(find(room(yy), cuba) != nullptr);
    CHECK(find(room(xx), later.id) != nullptr);
}

TEST_CASE_METHOD(TwoRooms, "what either room refuses changes neither, and lets both go on") {
    submit(xx, "moving01", MoveToRoom{cuba, RoomId{"zz"}});
    CHECK(refusal(2) == RefusalCode::malformed);
    submit(xx, "moving02", MoveToRoom{cuba, xx});
    CHECK(refusal(3) == RefusalCode::already_so);
    submit(xx, "moving03", MoveToRoom{cuba, yy}, Role::chair);
    CHECK(refusal(4) == RefusalCode::not_permitted);
    submit(yy, "planning", PlanMeetings{{planned_hour("chad", nine_o_clock)}});
    log.settle_all();
    submit(xx, "moving04", MoveToRoom{cuba, yy});
    CHECK(refusal(6) == RefusalCode::malformed);
    CHECK(places(cuba) == 1);
    submit(xx, "renaming", RenameRoom{"Salle"});
    submit(yy, "renaming", RenameRoom{"Sala"});
    log.settle_all();
    CHECK(room(xx).name == "Salle");
    CHECK(room(yy).name == "Sala");
}

TEST_CASE_METHOD(TwoRooms,
                 "a move that could not be written is refused; one that was is accepted") {
    submit(xx, "moving01", MoveToRoom{cuba, yy});
    log.settle(SharedLog::Fate::lost);
    CHECK(refusal(2) == RefusalCode::log_unavailable);
    CHECK(find(room(xx), cuba) != nullptr);
    submit(xx, "moving02", MoveToRoom{cuba, yy});
    log.settle(SharedLog::Fate::written_unanswered);
    CHECK(answers[3] == accepted(2));
    CHECK(find(room(yy), cuba) != nullptr);
    CHECK(places(cuba) == 1);
}

TEST_CASE_METHOD(TwoRooms, "a room that cannot be read keeps its meeting, and moves it later") {
    submit(xx, "moving01", MoveToRoom{cuba, yy});
    log.unreadable = true;
    log.settle(SharedLog::Fate::lost);
    submit(xx, "moving02", MoveToRoom{cuba, yy});
    CHECK(refusal(3) == RefusalCode::log_unavailable);
    log.unreadable = false;
    submit(xx, "moving03", MoveToRoom{cuba, yy});
    log.settle_all();
    CHECK(answers[4] == accepted(2));
}

TEST_CASE("whatever happens between, a meeting is in one room, and each command has one answer") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random{seed};
        const auto below = [&](unsigned most) { return random() % most; };
        TwoRooms two;
        for (int i = 0; i < 4; ++i)
            two.submit(below(2) == 0 ? xx : yy, "plan-" + std::to_string(i) + "abc",
                       PlanMeetings{{planned_hour("hour-" + std::to_string(i),
                                                  nine_o_clock + std::chrono::hours{2 * i + 1})}});
        two.log.settle_all();
        for (int step = 0; step < 200; ++step) {
            const RoomId& room = below(2) == 0 ? xx : yy;
            const std::string id = "step-" + std::to_string(step) + "abc";
            const MeetingId meeting{"hour-" + std::to_string(below(4))};
            switch (below(6)) {
                case 0:
                    two.submit(room, id, RenameRoom{"Room " + std::to_string(step)});
                    break;
                case 1:
                    if (two.log.is_writing())
                        two.log.settle(static_cast<SharedLog::Fate>(below(3)));
                    break;
                case 2:
                    if (below(4) == 0) {
                        two.log.forget();
                        two.answers.clear();
                        two.start();
                    }
                    break;
                default:
                    two.submit(room, id, MoveToRoom{meeting, room == xx ? yy : xx});
                    if (below(2) == 0) two.log.settle_all();
            }
            for (int i = 0; i < 4; ++i)
                REQUIRE(two.places(MeetingId{"hour-" + std::to_string(i)}) == 1);
        }
        two.log.settle_all();
        for (const auto& answer : two.answers) REQUIRE(answer.has_value());
        two.start();
        for (int i = 0; i < 4; ++i)
            REQUIRE(two.places(MeetingId{"hour-" + std::to_string(i)}) == 1);
    }
}

}  // namespace
}  // namespace rostrum::rooms::meeting_move_test
