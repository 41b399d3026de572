#include "wire/protobuf/mapping.hpp"

#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include "floor/limits.hpp"

namespace rostrum::wire {

namespace {

using google::protobuf::Timestamp;
using google::protobuf::util::TimeUtil;

bool is_in_seconds(const FieldDescriptor& field) {
    return field.cpp_type() == FieldDescriptor::CPPTYPE_INT32;
}

/// Clients can send an impossible date: it becomes one after the latest, which the rules refuse.
Instant instant_of(const Timestamp& timestamp) {
    if (timestamp.seconds() < TimeUtil::kTimestampMinSeconds ||
        timestamp.seconds() > TimeUtil::kTimestampMaxSeconds)
        return limits::latest + Duration{1};
    return instant_from_unix_ms(TimeUtil::TimestampToMilliseconds(timestamp));
}

}  // namespace

void FieldWriter::put(const std::string& value) {
    fields_.SetString(&message_, take(), value);
}

void FieldWriter::put(bool value) {
    fields_.SetBool(&message_, take(), value);
}

void FieldWriter::put(std::uint32_t value) {
    fields_.SetUInt32(&message_, take(), value);
}

void FieldWriter::put(Duration value) {
    const FieldDescriptor* field = take();
    if (is_in_seconds(*field))
        fields_.SetInt32(&message_, field,
                         static_cast<std::int32_t>(value / std::chrono::seconds{1}));
    else if (value != Duration{0} || !field->has_presence())
        fields_.SetInt64(&message_, field, value.count());
}

void FieldWriter::put(Instant value) {
    const FieldDescriptor* field = take();
    if (is_one_message(*field))
        *static_cast<Timestamp*>(fields_.MutableMessage(&message_, field)) =
            TimeUtil::MillisecondsToTimestamp(unix_ms(value));
    else
        fields_.SetInt64(&message_, field, unix_ms(value));
}

void FieldWriter::put_number(std::uint64_t value) {
    fields_.SetUInt64(&message_, take(), value);
}

void FieldWriter::put_enum(int number) {
    fields_.SetEnumValue(&message_, take(), number);
}

void FieldReader::check_rest() {
    for (; next_ < type_.field_count(); ++next_)
        if (!type_.field(next_)->is_repeated() && is_set()) checks_.surplus(*type_.field(next_));
}

void FieldReader::check_set() {
    if (!is_set()) checks_.missing(*type_.field(next_));
}

void FieldReader::get(std::string& to) {
    to = fields_.GetString(message_, take());
}

void FieldReader::get(bool& to) {
    to = fields_.GetBool(message_, take());
}

void FieldReader::get(std::uint32_t& to) {
    to = fields_.GetUInt32(message_, take());
}

void FieldReader::get(Duration& to) {
    const FieldDescriptor* field = take();
    if (is_in_seconds(*field))
        to = std::chrono::seconds{fields_.GetInt32(message_, field)};
    else
        to = Duration{fields_.GetInt64(message_, field)};
    checks_.length(*field, to);
}

void FieldReader::get(Instant& to) {
    const FieldDescriptor* field = take();
    to = is_one_message(*field)
             ? instant_of(static_cast<const Timestamp&>(fields_.GetMessage(message_, field)))
             : instant_from_unix_ms(fields_.GetInt64(message_, field));
    checks_.instant(*field, to);
}

void FieldReader::get_id(std::string& to) {
    const FieldDescriptor* field = take();
    to = fields_.GetString(message_, field);
    check_id(*field, to);
}

void FieldReader::get_number(std::uint64_t& to) {
    const FieldDescriptor* field = take();
    to = fields_.GetUInt64(message_, field);
    if (to == 0) checks_.missing(*field);
}

int FieldReader::get_enum(int first) {
    const FieldDescriptor* field = take();
    const int number = fields_.GetEnumValue(message_, field);
    if (number >= first && field->enum_type()->FindValueByNumber(number) != nullptr)
        return number - first;
    checks_.unknown(*field, number);
    return 0;
}

std::string FieldReader::id_at(const FieldDescriptor& field, int entry) {
    std::string id = fields_.GetRepeatedString(message_, &field, entry);
    check_id(field, id);
    return id;
}

void FieldReader::check_id(const FieldDescriptor& field, const std::string& id) {
    if (id.empty()) checks_.missing(field);
    checks_.id(field, id);
}

}  // namespace rostrum::wire
