#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <random>
#include <string>

#include "floor/command.hpp"
#include "floor/room.hpp"

/// Commands as a busy, careless podium might send them: most fit the room, some are stale, some
/// name what is not there. The same seed always gives the same commands.
namespace rostrum::test {

class RandomCommands {
public:
    explicit RandomCommands(std::uint64_t seed) : random_(seed) {}

    /// Any command of the floor, Undo included.
    [[nodiscard]] Command next(const Room& room) {
        switch (below(19)) {
            case 0:
                return AnnounceMeeting{meeting(room)};
            case 1:
                return OpenMeeting{meeting(room)};
            case 2:
                return one_in(3) ? Command{SuspendMeeting{meeting(room)}} : next(room);
            case 3:
                return ResumeMeeting{meeting(room)};
            case 4:
                return one_in(8) ? Command{CloseMeeting{meeting(room)}} : next(room);
            case 5:
                return GiveFloor{inscription(room), ending(room)};
            case 6:
                return Next{ending(room), calling(room)};
            case 7:
                return PauseStatement{statement(room)};
            case 8:
                return ResumeStatement{statement(room)};
            case 9:
                return EndStatement{statement(room)};
            case 10:
                return DeclineStatement{inscription(room)};
            case 11:
                return AddTime{statement(room), duration()};
            case 12:
                return SetAllotment{inscription(room), duration()};
            case 13:
                return MoveInscription{inscription(room), before(room)};
            case 14:
                return MarkPresent{delegation(room)};
            case 15:
                return MarkAbsent{delegation(room), one_in(2) ? "" : "Not in the room."};
            case 16:
                return ShowNotice{"Notice " + std::to_string(below(10))};
            case 17:
                return ClearNotice{notice(room)};
            default:
                return Undo{last_act(room)};
        }
    }

    /// What passes between one command and the next.
    [[nodiscard]] Duration pause() { return one_in(4) ? Duration{0} : Duration{below(40'000)}; }

    [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
    [[nodiscard]] bool one_in(std::uint64_t times) { return below(times) == 0; }

private:
    [[nodiscard]] MeetingId meeting(const Room& room) {
        const auto& meetings = room.proceedings.meetings;
        if (meetings.empty() || one_in(20)) return MeetingId{"nowhere"};
        if (room.proceedings.current && one_in(2)) return *room.proceedings.current;
        return meetings[below(meetings.size())]->id;
    }
    [[nodiscard]] InscriptionId inscription(const Room& room) {
        const Meeting* current = current_meeting(room);
        if (current == nullptr || one_in(20)) return InscriptionId{"nobody"};
        return current->list[below(current->list.size())].id;
    }
    [[nodiscard]] DelegationId delegation(const Room& room) {
        return DelegationId{inscription(room).value};
    }
    [[nodiscard]] std::optional<InscriptionId> before(const Room& room) {
        if (one_in(4)) return std::nullopt;
        return inscription(room);
    }
    [[nodiscard]] std::optional<InscriptionId> calling(const Room& room) {
        const Meeting* current = current_meeting(room);
        const Inscription* next = current == nullptr ? nullptr : next_inscription(*current);
        if (next == nullptr || one_in(2)) return std::nullopt;
        return one_in(10) ? inscription(room) : next->id;
    }
    [[nodiscard]] std::optional<StatementId> ending(const Room& room) {
        const Meeting* current = current_meeting(room);
        if (one_in(10)) return StatementId{below(50)};
        if (current == nullptr || !current->statement) return std::nullopt;
        return current->statement->id;
    }
    [[nodiscard]] StatementId statement(const Room& room) {
        return ending(room).value_or(StatementId{below(50)});
    }
    [[nodiscard]] NoticeId notice(const Room& room) {
        const auto& notice = room.proceedings.notice;
        return notice && !one_in(10) ? notice->id : NoticeId{below(50)};
    }
    [[nodiscard]] Revision last_act(const Room& room) {
        if (room.memory.empty() || one_in(10)) return Revision{below(50)};
        return room.memory.back()->revision;
    }
    [[nodiscard]] Duration duration() {
        constexpr std::array<std::int64_t, 9> some{-600'000, -90'001, 0,       30'000, 60'000,
                                                   300'000,  333'333, 420'000, 900'000};
        return Duration{some[below(some.size())]};
    }

    std::mt19937_64 random_;
};

}  // namespace rostrum::test
