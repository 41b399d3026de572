#include "floor/fixture.hpp"
#include "floor/hour.hpp"
#include "floor/random_picks.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

Duration seconds(std::uint64_t count) {
    return std::chrono::seconds{count};
}

/// A random meeting: planned, or open with some statements made, some empty chairs, questions on
/// the list, an early hard stop; under random rules.
struct Moment {
    explicit Moment(std::uint64_t seed) : random(seed) {
        draw_rules();
        draw_meeting();
        now = nine - 20min + seconds(random.below(6'000)) + Duration{random.below(1'000)};
    }

    RandomPicks random;
    Rules rules;
    Meeting meeting;
    Instant now;

    [[nodiscard]] bool is_shared_out(const Inscription& one) const {
        return one.status == InscriptionStatus::waiting &&
               (one.kind == InscriptionKind::sur_statement ||
                one.kind == InscriptionKind::panel_statement) &&
               delegation_of(meeting, one).standing != Standing::absent;
    }
    /// The same meeting with this much time for each waiting inscription.
    template <class Given>
    [[nodiscard]] Forecast with(const Given& given, std::optional<Duration> reserve) const {
        Meeting other = meeting;
        for (Inscription& one : other.list)
            if (is_shared_out(one)) one.allotted = given(one);
        if (reserve) other.reserve = reserve;
        return forecast(other, rules, now);
    }

private:
    void draw_rules() {
        rules.sur_shortest = seconds(10 + random.below(60));
        rules.sur_longest = rules.sur_shortest + seconds(random.below(120));
        rules.panel_shortest = seconds(60 + random.below(300));
        rules.panel_longest = rules.panel_shortest + seconds(random.below(240));
        rules.reserve = seconds(random.below(1'800));
    }
    void draw_meeting() {
        PlannedMeeting plan = cuba_plan();
        plan.panel.clear();
        for (std::uint64_t i = random.below(10) + 1; i > 0; --i) {
            plan.panel.push_back(panellist("p-" + std::to_string(i), DelegationKind::nhri, "NHRI",
                                           between(rules.panel_shortest, rules.panel_longest)));
            plan.panel.back().standing = random.one_in(6) ? Standing::absent : Standing::present;
        }
        plan.sur_allotted = between(rules.sur_shortest, rules.sur_longest);
        if (random.one_in(2)) plan.hard_stop = nine + seconds(1'800 + random.below(2'400));
        meeting = planned_meeting(plan, SpeakingOrder::as_planned);
        if (random.one_in(4)) return;
        meeting.course = Course::open;
        meeting.opened_at = nine;
        const std::size_t made = random.below(meeting.list.size() + 1);
        for (std::size_t i = 0; i < made; ++i) meeting.list[i].status = InscriptionStatus::declined;
        if (made > 0 && random.one_in(2)) {
            meeting.list[made - 1].status = InscriptionStatus::speaking;
            meeting.statement = Statement{StatementId{3}, meeting.list[made - 1].id, nine,
                                          Timer{seconds(random.below(420)), 0ms, std::nullopt}};
        }
        for (std::uint64_t i = random.below(3); i > 0; --i) {
            Inscription question = meeting.list.front();
            question.id = InscriptionId{"ask-" + std::to_string(i)};
            question.kind =
                random.one_in(3) ? InscriptionKind::right_of_reply : InscriptionKind::question;
            question.status = InscriptionStatus::waiting;
            question.allotted = 2min;
            meeting.list.push_back(question);
        }
    }
    Duration between(Duration shortest, Duration longest) {
        const auto range = static_cast<std::uint64_t>((longest - shortest) / 1s);
        return shortest + seconds(random.below(range + 1));
    }
};

}  // namespace

TEST_CASE(
    "fit: shares stay within the limits, exact to the second, proportional, before the hard stop") {
    int filled = 0;
    int proportional = 0;
    int stopped = 0;
    for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
        CAPTURE(seed);
        const Moment moment{seed};
        const Fit fit = rostrum::fit(moment.meeting, moment.rules, moment.now);

        // The inscriptions that it names, and their limits.
        Duration sum{};
        Duration weights{};
        bool at_a_limit = false;
        auto given = fit.allotments.begin();
        for (const Inscription& one : moment.meeting.list) {
            if (!moment.is_shared_out(one)) continue;
            REQUIRE(given != fit.allotments.end());
            const auto [shortest, longest] = allotment_limits(one.kind, moment.rules);
            REQUIRE(given->inscription == one.id);
            REQUIRE(given->allotted >= shortest);
            REQUIRE(given->allotted <= longest);
            REQUIRE(given->allotted % 1s == 0ms);
            at_a_limit = at_a_limit || given->allotted == shortest || given->allotted == longest;
            sum += given->allotted;
            weights += one.allotted;
            ++given;
        }
        REQUIRE(given == fit.allotments.end());

        // The forecast matches the outcome.
        const auto as_fitted = [&](const Inscription& one) {
            for (const Allotment& allotment : fit.allotments)
                if (allotment.inscription == one.id) return allotment.allotted;
            return Duration{};
        };
        const Forecast after = moment.with(as_fitted, fit.reserve);
        REQUIRE(after.end == fit.end);
        REQUIRE(fit.over_due == (after.over > 0ms));
        const auto hard_stop = moment.meeting.hard_stop;
        REQUIRE(fit.over_hard_stop == (hard_stop && fit.end > *hard_stop));

        // The time to share.
        const auto limits_of = [&](const Inscription& one) {
            return allotment_limits(one.kind, moment.rules);
        };
        const Forecast at_nothing = moment.with([](const auto&) { return 0ms; }, std::nullopt);
        const Forecast at_shortest =
            moment.with([&](const auto& one) { return limits_of(one).shortest; }, std::nullopt);
        const Forecast at_longest =
            moment.with([&](const auto& one) { return limits_of(one).longest; }, std::nullopt);
        const Duration available = -at_nothing.over;
        if (at_longest.over <= 0ms) {
            REQUIRE(fit.end == at_longest.end);
        } else if (at_shortest.over <= 0ms) {
            ++filled;
            REQUIRE(available - sum >= 0ms);
            REQUIRE(available - sum < 1s);
            REQUIRE_FALSE(fit.over_due);
            for (const Inscription& one : moment.meeting.list) {
                if (!moment.is_shared_out(one) || at_a_limit) continue;
                ++proportional;
                const Duration part = available * one.allotted.count() / weights.count();
                REQUIRE(std::chrono::abs(as_fitted(one) - part) <= 1s);
            }
        } else if (!hard_stop || at_shortest.end <= *hard_stop) {
            REQUIRE(fit.end == at_shortest.end);
        } else {
            ++stopped;
            const Forecast barest =
                moment.with([&](const auto& one) { return limits_of(one).shortest; }, 0ms);
            REQUIRE(fit.end == std::max(barest.end, *hard_stop));
        }
    }
    CHECK(filled > 1'000);
    CHECK(proportional > 1'000);
    CHECK(stopped > 500);
}
