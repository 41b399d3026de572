#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "floor/room.hpp"

/// Random parts of a room: most exist, some are stale, some never existed. The same seed always
/// draws the same.
namespace rostrum::test {

class RandomPicks {
public:
    /// A number below the bound.
    using Source = std::function<std::uint64_t(std::uint64_t bound)>;

    explicit RandomPicks(std::uint64_t seed)
        : source_([random = std::mt19937_64(seed)](std::uint64_t bound) mutable {
              return random() % bound;
          }) {}
    /// Uses another source of random numbers.
    explicit RandomPicks(Source source) : source_(std::move(source)) {}

    [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return source_(bound); }
    [[nodiscard]] bool one_in(std::uint64_t times) { return below(times) == 0; }
    template <class Things>
    [[nodiscard]] const auto& one_of(const Things& things) {
        return things[static_cast<std::size_t>(below(things.size()))];
    }

    [[nodiscard]] MeetingId meeting(const Room& room) {
        const auto& meetings = room.proceedings.meetings;
        if (meetings.empty() || one_in(20)) return MeetingId{"nowhere"};
        if (room.proceedings.current && one_in(2)) return *room.proceedings.current;
        return one_of(meetings)->id;
    }
    [[nodiscard]] InscriptionId inscription(const Room& room) {
        const Meeting* current = current_meeting(room);
        if (current == nullptr || one_in(20)) return InscriptionId{"nobody"};
        return one_of(current->list).id;
    }
    /// Mostly a waiting inscription.
    [[nodiscard]] InscriptionId waiting(const Room& room) {
        InscriptionId id = inscription(room);
        for (int tries = 0; tries < 8; ++tries) {
            const Meeting* current = current_meeting(room);
            const Inscription* one = current == nullptr ? nullptr : find(*current, id);
            if (one != nullptr && one->status == InscriptionStatus::waiting) break;
            id = inscription(room);
        }
        return id;
    }
    [[nodiscard]] std::optional<InscriptionId> before(const Room& room) {
        if (one_in(4)) return std::nullopt;
        return waiting(room);
    }
    [[nodiscard]] std::optional<InscriptionId> calling(const Room& room) {
        const Meeting* current = current_meeting(room);
        const Inscription* next = current == nullptr ? nullptr : next_inscription(*current);
        if (next == nullptr || one_in(2)) return std::nullopt;
        return one_in(10) ? inscription(room) : next->id;
    }
    /// A request, or an inscription made from one.
    [[nodiscard]] InscriptionId request(const Room& room) {
        const Meeting* current = current_meeting(room);
        if (current == nullptr || current->requests.empty() || one_in(8)) return inscription(room);
        return one_of(current->requests).id;
    }
    /// A plate of the podium.
    [[nodiscard]] DelegationId plate(const Room& room) {
        const Meeting* current = current_meeting(room);
        if (current == nullptr || one_in(20)) return DelegationId{"nobody"};
        return one_of(current->delegations).id;
    }
    [[nodiscard]] DelegationId on_the_roll(const Room& room) {
        const Meeting* current = current_meeting(room);
        if (current == nullptr || one_in(20)) return DelegationId{"mission-ch"};
        return one_of(current->roll).id;
    }
    [[nodiscard]] DelegationId delegation(const Room& room) {
        return one_in(3) ? on_the_roll(room) : plate(room);
    }
    [[nodiscard]] std::vector<DelegationId> plates(const Room& room, std::uint64_t most) {
        std::vector<DelegationId> some(below(most + 1));
        for (DelegationId& one : some) one = plate(room);
        return some;
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
        return room.memory.back().revision;
    }
    [[nodiscard]] InscriptionKind kind() { return static_cast<InscriptionKind>(below(7)); }
    [[nodiscard]] Duration duration() {
        constexpr std::array<std::int64_t, 9> some{-600'000, -90'001, 0,       30'000, 60'000,
                                                   300'000,  333'333, 420'000, 900'000};
        return Duration{one_of(some)};
    }
    [[nodiscard]] std::string state_code() {
        constexpr std::array codes{"FR", "CH", "BR", "JP", "KE", "VA", "XX"};
        return one_of(codes);
    }
    [[nodiscard]] std::vector<std::string> state_codes() {
        std::vector<std::string> codes(1 + below(3));
        for (std::string& code : codes) code = state_code();
        return codes;
    }

private:
    Source source_;
};

}  // namespace rostrum::test
