#include "wire/protobuf/rules.hpp"

#include "wire/protobuf/mapping.hpp"

namespace rostrum::wire {

void write_rules(const Rules& rules, v1::Rules& out) {
    FieldWriter{out}.write(rules);
}

Rules rules_from_log(const v1::Rules& rules, SpeakingOrder order) {
    FieldChecks unchecked;
    Rules read;
    FieldReader{rules, unchecked}.read(read);
    read.order = order;
    return read;
}

Rules rules_with_defaults(const v1::Rules& rules) {
    v1::Rules whole;
    write_rules(Rules{}, whole);
    whole.MergeFrom(rules);
    FieldChecks unchecked;
    Rules read;
    FieldReader{whole, unchecked}.read(read);
    return read;
}

}  // namespace rostrum::wire
