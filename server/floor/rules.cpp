#include "floor/rules.hpp"

#include <algorithm>
#include <initializer_list>

#include "floor/limits.hpp"
#include "floor/text.hpp"

namespace rostrum {

namespace {

bool is_allottable(Duration time) {
    return time >= limits::allotted_shortest && time <= limits::allotted_longest;
}

bool is_range(Duration shortest, Duration longest) {
    return is_allottable(shortest) && is_allottable(longest) && shortest <= longest;
}

/// Fitting the hour is exact to the second only if the limits are whole seconds.
bool are_whole_seconds(std::initializer_list<Duration> times) {
    return std::all_of(times.begin(), times.end(),
                       [](Duration time) { return time % std::chrono::seconds{1} == Duration{0}; });
}

}  // namespace

std::optional<Sentence> fault_of(const Rules& rules) {
    const std::vector<Particular> bounds{{"shortest", clock_face(limits::allotted_shortest)},
                                         {"longest", clock_face(limits::allotted_longest)}};
    if (!is_range(rules.sur_shortest, rules.sur_longest)) {
        return Sentence{"rules_sur",
                        "The State under Review speaks for {shortest} to {longest} minutes, the "
                        "shortest time first.",
                        bounds};
    }
    if (!is_range(rules.panel_shortest, rules.panel_longest)) {
        return Sentence{
            "rules_panel",
            "Panellists speak for {shortest} to {longest} minutes, the shortest time first.",
            bounds};
    }
    if (!is_allottable(rules.question) || !is_allottable(rules.answers) ||
        !is_allottable(rules.reply) || !is_allottable(rules.point_of_order)) {
        return Sentence{"rules_rest",
                        "A question, a round of answers, a reply and a point of order take "
                        "{shortest} to {longest} minutes.",
                        bounds};
    }
    if (rules.warning < Duration{0} || rules.warning > limits::allotted_longest) {
        return Sentence{"rules_warning",
                        "The digits turn amber 0:00 to {longest} minutes before the end.",
                        {bounds.back()}};
    }
    if (rules.reserve < Duration{0} || rules.reserve > limits::meeting_longest) {
        const auto most = std::chrono::duration_cast<std::chrono::hours>(limits::meeting_longest);
        return Sentence{"rules_reserve",
                        "The reserve for questions is 0 to {most} hours.",
                        {{"most", std::to_string(most.count())}}};
    }
    if (rules.replies_each > limits::replies_each_most) {
        return Sentence{"rules_replies",
                        "A delegation has at most {most} rights of reply.",
                        {{"most", std::to_string(limits::replies_each_most)}}};
    }
    return std::nullopt;
}

std::optional<Sentence> fault_of_new(const Rules& rules) {
    if (auto fault = fault_of(rules)) return fault;
    if (!are_whole_seconds({rules.sur_shortest, rules.sur_longest, rules.panel_shortest,
                            rules.panel_longest, rules.warning, rules.reserve, rules.question,
                            rules.answers, rules.reply, rules.point_of_order})) {
        return Sentence{"rules_seconds", "The times of a round are whole seconds."};
    }
    return std::nullopt;
}

}  // namespace rostrum
