#include "wire/json/read_json.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <boost/json/stream_parser.hpp>
#include <boost/json/value.hpp>
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include "wire/json/json_scan.hpp"

namespace rostrum::wire {

namespace {

namespace json = boost::json;
using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using google::protobuf::Timestamp;
using google::protobuf::util::TimeUtil;

/// The mapping writes 64-bit numbers in quotes, and accepts any number with or without them.
template <class Number>
std::optional<Number> number_in(const json::value& value) {
    if (const json::string* text = value.if_string()) {
        Number number{};
        const char* end = text->data() + text->size();
        const auto [stop, fault] = std::from_chars(text->data(), end, number);
        if (fault != std::errc{} || stop != end) return std::nullopt;
        return number;
    }
    json::error_code fault;
    const auto number = value.to_number<Number>(fault);
    if (fault) return std::nullopt;
    return number;
}

std::optional<std::string> text_in(const json::value& value) {
    const json::string* text = value.if_string();
    return text ? std::optional{std::string{*text}} : std::nullopt;
}

std::optional<int> enum_in(const json::value& value, const EnumDescriptor& type) {
    if (const auto name = text_in(value)) {
        const auto* called = type.FindValueByName(*name);
        return called ? std::optional{called->number()} : std::nullopt;
    }
    const auto number = number_in<int>(value);
    return number && type.FindValueByNumber(*number) ? number : std::nullopt;
}

/// The names to choose from: all but that of 0, which an absent field has.
std::string names_of(const EnumDescriptor& type) {
    std::string names;
    for (int i = 0; i < type.value_count(); ++i) {
        if (type.value(i)->number() == 0) continue;
        names += (names.empty() ? "" : ", ") + type.value(i)->name();
    }
    return names;
}

std::string names_of(const Descriptor& type) {
    std::string names;
    for (int i = 0; i < type.field_count(); ++i)
        names += (names.empty() ? "" : ", ") + type.field(i)->json_name();
    return names;
}

const FieldDescriptor* field_called(std::string_view name, const Descriptor& type) {
    const std::string key{name};
    const FieldDescriptor* field = type.FindFieldByCamelcaseName(key);
    return field ? field : type.FindFieldByName(key);
}

class Reader {
public:
    explicit Reader(std::vector<Fault>& faults) : faults_(faults) {}

    void read(const json::value& value, Message& message, const std::string& place) {
        if (const json::object* object = value.if_object()) {
            read_fields(*object, message, place);
        } else {
            fault(place, {"json_object", "This must be an object, in braces."});
        }
    }

private:
    void read_fields(const json::object& object, Message& message, const std::string& place) {
        const Descriptor& type = *message.GetDescriptor();
        std::set<const FieldDescriptor*> seen;
        for (const auto& [key, value] : object) {
            const std::string here = place_of(place, key);
            const FieldDescriptor* field = field_called(key, type);
            if (!field) {
                fault(here, {"json_unknown_field",
                             "Unknown field. The fields are: {fields}.",
                             {{"fields", names_of(type)}}});
            } else if (!seen.insert(field).second) {
                fault(here, {"json_both_names", "This is given twice, under both its names."});
            } else if (!value.is_null()) {
                read_field(value, message, *field, here);
            }
        }
    }

    void read_field(const json::value& value, Message& message, const FieldDescriptor& field,
                    const std::string& place) {
        const Reflection& reflection = *message.GetReflection();
        const auto* oneof = field.real_containing_oneof();
        if (oneof && reflection.HasOneof(message, oneof)) {
            const auto* other = reflection.GetOneofFieldDescriptor(message, oneof);
            fault(place, {"json_combined",
                          "This cannot be combined with {other}.",
                          {{"other", other->json_name()}}});
        } else if (field.is_repeated()) {
            read_list(value, message, field, place);
        } else {
            read_value(value, message, field, place);
        }
    }

    void read_list(const json::value& value, Message& message, const FieldDescriptor& field,
                   const std::string& place) {
        const json::array* array = value.if_array();
        if (!array) return fault(place, {"json_list", "This must be a list: […]."});
        for (std::size_t i = 0; i < array->size(); ++i) {
            const std::string here = place_of(place, i);
            if (++entries_ > most_json_entries)
                return fault(here,
                             {"json_entries", "This is one entry more than a programme can have."});
            read_element((*array)[i], message, field, here);
        }
    }

    /// The contract has only lists of messages and of strings.
    void read_element(const json::value& value, Message& message, const FieldDescriptor& field,
                      const std::string& place) {
        const Reflection& reflection = *message.GetReflection();
        if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE)
            return read(value, *reflection.AddMessage(&message, &field), place);
        if (auto text = text_in(value)) return reflection.AddString(&message, &field, *text);
        fault(place, is_no_text());
    }

    void read_value(const json::value& value, Message& message, const FieldDescriptor& field,
                    const std::string& place) {
        const auto set = [&](const auto& found, auto setter, Sentence otherwise) {
            if (found) {
                (message.GetReflection()->*setter)(&message, &field, *found);
            } else {
                fault(place, std::move(otherwise));
            }
        };
        const Sentence whole{"json_whole", "This must be a whole number."};
        const Sentence natural{"json_natural", "This must be a whole number, 0 or more."};
        const Sentence number{"json_number", "This must be a number."};
        switch (field.cpp_type()) {
            case FieldDescriptor::CPPTYPE_INT32:
                return set(number_in<std::int32_t>(value), &Reflection::SetInt32, whole);
            case FieldDescriptor::CPPTYPE_INT64:
                return set(number_in<std::int64_t>(value), &Reflection::SetInt64, whole);
            case FieldDescriptor::CPPTYPE_UINT32:
                return set(number_in<std::uint32_t>(value), &Reflection::SetUInt32, natural);
            case FieldDescriptor::CPPTYPE_UINT64:
                return set(number_in<std::uint64_t>(value), &Reflection::SetUInt64, natural);
            case FieldDescriptor::CPPTYPE_DOUBLE:
                return set(number_in<double>(value), &Reflection::SetDouble, number);
            case FieldDescriptor::CPPTYPE_FLOAT:
                return set(number_in<float>(value), &Reflection::SetFloat, number);
            case FieldDescriptor::CPPTYPE_BOOL:
                return set(value.if_bool(), &Reflection::SetBool,
                           {"json_boolean", "This must be true or false."});
            case FieldDescriptor::CPPTYPE_ENUM:
                return set(enum_in(value, *field.enum_type()), &Reflection::SetEnumValue,
                           {"json_one_of",
                            "This must be one of {names}.",
                            {{"names", names_of(*field.enum_type())}}});
            case FieldDescriptor::CPPTYPE_STRING:
                return set(text_in(value), &Reflection::SetString, is_no_text());
            case FieldDescriptor::CPPTYPE_MESSAGE:
                if (field.message_type() == Timestamp::descriptor())
                    return set_timestamp(value, message, field, place);
                return read(value, *message.GetReflection()->MutableMessage(&message, &field),
                            place);
        }
    }

    void set_timestamp(const json::value& value, Message& message, const FieldDescriptor& field,
                       const std::string& place) {
        Timestamp timestamp;
        const auto text = text_in(value);
        if (!text || !TimeUtil::FromString(*text, &timestamp))
            return fault(
                place, {"json_time", "This must be a time such as \"2018-04-11T09:00:00+02:00\"."});
        message.GetReflection()->MutableMessage(&message, &field)->CopyFrom(timestamp);
    }

    static Sentence is_no_text() { return {"json_text", "This must be a text, in quotes."}; }

    void fault(const std::string& place, Sentence reason) {
        if (faults_.size() < most_json_faults) faults_.push_back({place, std::move(reason)});
    }

    std::vector<Fault>& faults_;
    std::size_t entries_ = 0;
};

/// Where reading stopped; both count from 1.
std::string line_and_column(std::string_view read) {
    const auto lines = std::count(read.begin(), read.end(), '\n');
    const auto column = read.size() - (read.rfind('\n') + 1);
    return "line " + std::to_string(lines + 1) + ", column " + std::to_string(column + 1);
}

Sentence why_no_json(const json::error_code& error) {
    if (error == json::error::incomplete)
        return {"json_incomplete", "This JSON ends too early: something in it is not closed."};
    if (error == json::error::extra_data) return {"json_extra", "The JSON is over before this."};
    return {"json_syntax", "From here on this is not JSON."};
}

}  // namespace

bool read_json(std::string_view json, Message& message, std::vector<Fault>& faults) {
    boost::json::stream_parser parser;
    boost::json::error_code error;
    const std::size_t read = parser.write_some(json.data(), json.size(), error);
    if (!error && read < json.size()) error = boost::json::error::extra_data;
    if (!error) parser.finish(error);
    if (error) {
        faults.push_back({line_and_column(json.substr(0, read)), why_no_json(error)});
        return false;
    }
    const JsonScan scan{json};
    for (const std::string& place : scan.repeated_fields())
        faults.push_back({place, {"json_twice", "This is given twice."}});
    Reader{faults}.read(parser.release(), message, "");
    return true;
}

std::optional<Sentence> read_json(std::string_view json, Message& message) {
    std::vector<Fault> faults;
    read_json(json, message, faults);
    if (faults.empty()) return std::nullopt;
    return at_place(faults.front().place, faults.front().reason);
}

}  // namespace rostrum::wire
