#include "floor/hour.hpp"

#include <algorithm>

#include "floor/limits.hpp"

namespace rostrum {

namespace {

constexpr Duration none{0};

bool is_of_the_questions(InscriptionKind kind) {
    switch (kind) {
        case InscriptionKind::follow_up:
        case InscriptionKind::question:
        case InscriptionKind::answer:
            return true;
        case InscriptionKind::sur_statement:
        case InscriptionKind::panel_statement:
        case InscriptionKind::right_of_reply:
        case InscriptionKind::point_of_order:
            break;
    }
    return false;
}

bool waits(const Meeting& meeting, const Inscription& inscription) {
    return inscription.status == InscriptionStatus::waiting &&
           delegation_of(meeting, inscription).standing != Standing::absent;
}

Duration waiting_of(const Meeting& meeting) {
    Duration waiting = none;
    for (const Inscription& inscription : meeting.list) {
        if (inscription.status == InscriptionStatus::interrupted) {
            waiting +=
                std::max(none, inscription.allotted + inscription.added - inscription.spoken);
        } else if (!inscription.round && waits(meeting, inscription)) {
            waiting += inscription.allotted + inscription.added;
        }
    }
    for (const AnswerRound& round : meeting.rounds) {
        const bool somebody_waits = std::any_of(
            meeting.list.begin(), meeting.list.end(),
            [&](const Inscription& one) { return one.round == round.id && waits(meeting, one); });
        if (somebody_waits) waiting += left_to_waiting(meeting, round.id);
    }
    return waiting;
}

/// The part of the reserve that questions and answers have used, and will use as they stand on the
/// list.
Duration spoken_for(const Meeting& meeting) {
    Duration taken = none;
    for (const Inscription& inscription : meeting.list) {
        if (!is_of_the_questions(inscription.kind)) continue;
        taken += inscription.spoken;
        const bool has_more = inscription.status == InscriptionStatus::speaking ||
                              inscription.status == InscriptionStatus::interrupted ||
                              waits(meeting, inscription);
        if (inscription.round || !has_more) continue;
        taken += std::max(none, inscription.allotted + inscription.added - inscription.spoken);
    }
    for (const AnswerRound& round : meeting.rounds) {
        const bool goes_on = std::any_of(
            meeting.list.begin(), meeting.list.end(), [&](const Inscription& inscription) {
                return inscription.round == round.id &&
                       (inscription.status == InscriptionStatus::speaking ||
                        inscription.status == InscriptionStatus::interrupted ||
                        waits(meeting, inscription));
            });
        if (goes_on) taken += left_of(meeting, round.id);
    }
    return taken;
}

/// Each question that waits or is being asked is followed by answers.
Duration answers_owed(const Meeting& meeting, const Rules& rules) {
    Duration owed = none;
    for (const Inscription& inscription : meeting.list) {
        if (inscription.kind != InscriptionKind::question &&
            inscription.kind != InscriptionKind::follow_up)
            continue;
        if (inscription.status == InscriptionStatus::speaking ||
            inscription.status == InscriptionStatus::interrupted || waits(meeting, inscription))
            owed += rules.answers;
    }
    return owed;
}

Duration freed_by(const Meeting& meeting, const Inscription& inscription) {
    const bool is_silence = meeting.statement && meeting.statement->silence &&
                            meeting.statement->inscription == inscription.id;
    const bool frees =
        is_silence || inscription.status == InscriptionStatus::declined ||
        inscription.status == InscriptionStatus::empty_chair ||
        (inscription.status == InscriptionStatus::waiting && !waits(meeting, inscription));
    return frees ? std::max(none, inscription.allotted + inscription.added - inscription.spoken)
                 : none;
}

Duration remaining_now(const Meeting& meeting, Instant now) {
    return meeting.statement ? remaining(meeting.statement->timer, now) : none;
}

/// Shares `available` in proportion to the weights and within the limits: a share beyond a limit
/// becomes that limit, and the others share the rest.
class Sharing {
public:
    void add(Duration weight, AllotmentLimits limits) {
        shares_.push_back({std::max<Duration>(weight, std::chrono::seconds{1}), limits, {}, false});
    }

    [[nodiscard]] Duration shortest() const {
        Duration sum = none;
        for (const Share& share : shares_) sum += share.limits.shortest;
        return sum;
    }

    std::vector<Duration> among(Duration available) {
        while (fix_one_side(available)) {
        }
        std::vector<Duration> shared = in_whole_seconds(available);
        return shared;
    }

private:
    struct Share {
        Duration weight;
        AllotmentLimits limits;
        Duration given;
        bool fixed;
    };

    /// Fixes those at a limit on the side that is further off, so that the other side is judged by
    /// what is left. Returns false if nobody exceeds a limit.
    bool fix_one_side(Duration available) {
        Duration weights = none;
        for (const Share& share : shares_) {
            if (share.fixed)
                available -= share.given;
            else
                weights += share.weight;
        }
        if (weights == none) return false;
        double too_much = 0;
        double too_little = 0;
        for (const Share& share : shares_) {
            if (share.fixed) continue;
            const double part = part_of(share, available, weights);
            too_much += std::max(0.0, part - ms(share.limits.longest));
            too_little += std::max(0.0, ms(share.limits.shortest) - part);
        }
        if (too_much == 0 && too_little == 0) return false;
        const bool at_the_top = too_much >= too_little;
        for (Share& share : shares_) {
            if (share.fixed) continue;
            const double part = part_of(share, available, weights);
            const bool outside =
                at_the_top ? part > ms(share.limits.longest) : part < ms(share.limits.shortest);
            if (!outside) continue;
            share.fixed = true;
            share.given = at_the_top ? share.limits.longest : share.limits.shortest;
        }
        return true;
    }

    /// Rounding down leaves seconds over: each goes to the first who can take one more, those at a
    /// limit last.
    std::vector<Duration> in_whole_seconds(Duration available) {
        Duration weights = none;
        Duration left = available;
        for (const Share& share : shares_) {
            if (share.fixed)
                left -= share.given;
            else
                weights += share.weight;
        }
        const Duration free = left;
        for (Share& share : shares_) {
            if (share.fixed) continue;
            const auto part = Duration{static_cast<Duration::rep>(part_of(share, free, weights))};
            const Duration whole = std::chrono::floor<std::chrono::seconds>(part);
            share.given = std::clamp(whole, share.limits.shortest, share.limits.longest);
            left -= share.given;
        }
        for (const bool fixed : {false, true})
            while (give_a_second_each(fixed, left)) {
            }
        std::vector<Duration> given;
        for (const Share& share : shares_) given.push_back(share.given);
        return given;
    }

    /// Returns false if none of them can take one more.
    bool give_a_second_each(bool fixed, Duration& left) {
        constexpr Duration second = std::chrono::seconds{1};
        bool gave = false;
        for (Share& share : shares_) {
            if (share.fixed != fixed || left < second) continue;
            if (share.given + second > share.limits.longest) continue;
            share.given += second;
            left -= second;
            gave = true;
        }
        return gave;
    }

    static double ms(Duration time) { return static_cast<double>(time.count()); }
    static double part_of(const Share& share, Duration available, Duration weights) {
        return ms(available) * ms(share.weight) / ms(weights);
    }

    std::vector<Share> shares_;
};

/// Only statements can be stretched or cut; the rules fix the time of questions and replies.
bool is_shared_out(const Meeting& meeting, const Inscription& inscription) {
    return waits(meeting, inscription) && (inscription.kind == InscriptionKind::sur_statement ||
                                           inscription.kind == InscriptionKind::panel_statement);
}

}  // namespace

HourAnchors hour_anchors(const Meeting& meeting, const Rules& rules) {
    HourAnchors anchors;
    if (meeting.course == Course::planned) anchors.begins_at = meeting.starts_at;
    if (meeting.course == Course::suspended) anchors.begins_at = meeting.resumes_at;
    anchors.due_at = due_at(meeting);
    if (meeting.hard_stop) anchors.due_at = std::min(anchors.due_at, *meeting.hard_stop);
    anchors.hard_stop_at = meeting.hard_stop;
    anchors.closed_at = meeting.closed_at;
    anchors.question = rules.question + rules.answers;
    for (const Inscription& inscription : meeting.list)
        anchors.freed += freed_by(meeting, inscription);
    if (meeting.course == Course::closed) return anchors;
    anchors.waiting = waiting_of(meeting);
    anchors.answers_owed = answers_owed(meeting, rules);
    anchors.reserve_left =
        std::max(none, meeting.reserve.value_or(rules.reserve) - spoken_for(meeting));
    return anchors;
}

Forecast forecast(const HourAnchors& anchors, Duration remaining, Instant now) {
    if (anchors.closed_at) return {*anchors.closed_at, *anchors.closed_at - anchors.due_at, 0};
    const Instant begins = std::max(now, anchors.begins_at.value_or(now));
    const Instant committed = begins + std::max(none, remaining) + anchors.waiting;
    const Instant end = committed + anchors.reserve_left;
    const Duration free = anchors.due_at - committed - anchors.answers_owed;
    int questions = 0;
    if (free > none && anchors.question > none)
        questions = static_cast<int>(free / anchors.question);
    return {end, end - anchors.due_at, questions};
}

Forecast forecast(const Meeting& meeting, const Rules& rules, Instant now) {
    return forecast(hour_anchors(meeting, rules), remaining_now(meeting, now), now);
}

Fit fit(const Meeting& meeting, const Rules& rules, Instant now) {
    const HourAnchors anchors = hour_anchors(meeting, rules);
    const Instant begins = std::max(now, anchors.begins_at.value_or(now)) +
                           std::max(none, remaining_now(meeting, now));
    Sharing sharing;
    Duration others = anchors.waiting;
    for (const Inscription& inscription : meeting.list) {
        if (!is_shared_out(meeting, inscription)) continue;
        sharing.add(inscription.allotted, allotment_limits(inscription.kind, rules));
        others -= inscription.allotted + inscription.added;
    }

    Fit fit;
    fit.due_at = anchors.due_at;
    const Duration reserve = anchors.reserve_left;
    const Duration available = anchors.due_at - begins - others - reserve;
    const std::vector<Duration> shared = sharing.among(available);
    Duration sum = none;
    std::size_t next = 0;
    for (const Inscription& inscription : meeting.list) {
        if (!is_shared_out(meeting, inscription)) continue;
        sum += shared.at(next);
        fit.allotments.push_back({inscription.id, shared.at(next++)});
    }
    const Instant without_reserve = begins + others + sum;
    Duration kept = reserve;
    if (anchors.hard_stop_at && without_reserve + kept > *anchors.hard_stop_at)
        kept = std::max(none, *anchors.hard_stop_at - without_reserve);
    fit.end = without_reserve + kept;
    // This already includes the used part of the reserve.
    fit.reserve = kept + spoken_for(meeting);
    fit.over_due = fit.end > fit.due_at;
    fit.over_hard_stop = anchors.hard_stop_at && fit.end > *anchors.hard_stop_at;
    return fit;
}

std::vector<ExpectedMeeting> expected_meetings(const Room& room, Instant now) {
    constexpr Duration same_day = std::chrono::hours{12};
    std::vector<ExpectedMeeting> expected;
    const Meeting* before = nullptr;
    for (const Shared<Meeting>& shared : room.proceedings.meetings) {
        const Meeting& meeting = *shared;
        const Duration length = meeting.ends_at - meeting.starts_at;
        Instant starts = meeting.starts_at;
        if (before != nullptr && meeting.starts_at - before->starts_at < same_day)
            starts = std::max(starts, expected.back().ends_at);
        if (meeting.opened_at) {
            expected.push_back(
                {meeting.id, *meeting.opened_at, forecast(meeting, room.rules, now).end});
        } else {
            // A meeting that is late begins now at the earliest, on its own day.
            if (now - starts < same_day) starts = std::max(starts, now);
            expected.push_back({meeting.id, starts, starts + length});
        }
        before = &meeting;
    }
    return expected;
}

}  // namespace rostrum
