#include "wire/protobuf/rules.hpp"

#include <array>

#include "wire/protobuf/enums.hpp"

namespace rostrum::wire {

namespace {

/// A time of the rules, here and in the contract.
struct Time {
    std::string_view field;
    Duration Rules::*here;
    std::int64_t (v1::Rules::*told)() const;
    void (v1::Rules::*tell)(std::int64_t);
};

using Told = v1::Rules;
constexpr std::array times{
    Time{"sur_shortest_ms", &Rules::sur_shortest, &Told::sur_shortest_ms,
         &Told::set_sur_shortest_ms},
    Time{"sur_longest_ms", &Rules::sur_longest, &Told::sur_longest_ms, &Told::set_sur_longest_ms},
    Time{"panel_shortest_ms", &Rules::panel_shortest, &Told::panel_shortest_ms,
         &Told::set_panel_shortest_ms},
    Time{"panel_longest_ms", &Rules::panel_longest, &Told::panel_longest_ms,
         &Told::set_panel_longest_ms},
    Time{"warning_ms", &Rules::warning, &Told::warning_ms, &Told::set_warning_ms},
    Time{"reserve_ms", &Rules::reserve, &Told::reserve_ms, &Told::set_reserve_ms},
    Time{"question_ms", &Rules::question, &Told::question_ms, &Told::set_question_ms},
    Time{"answers_ms", &Rules::answers, &Told::answers_ms, &Told::set_answers_ms},
    Time{"reply_ms", &Rules::reply, &Told::reply_ms, &Told::set_reply_ms},
    Time{"point_of_order_ms", &Rules::point_of_order, &Told::point_of_order_ms,
         &Told::set_point_of_order_ms},
};

}  // namespace

void write_rules(const Rules& rules, v1::Rules& out) {
    for (const Time& time : times) (out.*time.tell)((rules.*time.here).count());
    out.set_replies_each(rules.replies_each);
    out.set_order(to_proto(rules.order));
}

Rules rules_as_written(const v1::Rules& rules, SpeakingOrder order) {
    Rules read;
    for (const Time& time : times) read.*time.here = Duration{(rules.*time.told)()};
    read.replies_each = rules.replies_each();
    read.order = order;
    return read;
}

Rules read_rules(const v1::Rules& rules, CommandFields& fields) {
    for (const Time& time : times)
        static_cast<void>(fields.length((rules.*time.told)(), time.field));
    return rules_as_written(rules, fields.value(from_proto(rules.order()), "order"));
}

Rules rules_where_told(const v1::Rules& rules) {
    Rules read;
    for (const Time& time : times)
        if ((rules.*time.told)() != 0) read.*time.here = Duration{(rules.*time.told)()};
    if (rules.replies_each() != 0) read.replies_each = rules.replies_each();
    read.order = from_proto(rules.order()).value_or(read.order);
    return read;
}

}  // namespace rostrum::wire
