#include "wire/json/write_json.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/util/json_util.h>

namespace rostrum::wire {

namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

std::string write_by_library(const Message& message, Layout layout) {
    google::protobuf::util::JsonPrintOptions options;
    options.always_print_primitive_fields = true;
    options.add_whitespace = layout == Layout::a_field_a_line;
    std::string json;
    const auto status = google::protobuf::util::MessageToJsonString(message, &json, options);
    if (!status.ok())
        throw std::logic_error(message.GetTypeName() + " has no JSON: " + status.ToString());
    return json;
}

/// Google's own messages have their own JSON forms.
bool is_well_known(const Message& message) {
    return message.GetTypeName().starts_with("google.protobuf.");
}

/// Writes one line, straight from the message. The library takes ten times as long, and every
/// client of the JSON subprotocol that joins waits for the whole room to be written.
class Writer {
public:
    [[nodiscard]] std::string take() && { return std::move(out_); }

    void write(const Message& message) {
        if (is_well_known(message)) {
            out_ += write_by_library(message, Layout::one_line);
            return;
        }
        const auto& type = *message.GetDescriptor();
        const Reflection& fields = *message.GetReflection();
        out_ += '{';
        bool is_first = true;
        for (int i = 0; i < type.field_count(); ++i) {
            const FieldDescriptor& field = *type.field(i);
            if (field.has_presence() && !fields.HasField(message, &field)) continue;
            if (!std::exchange(is_first, false)) out_ += ',';
            ((out_ += '"') += field.json_name()) += "\":";
            if (field.is_repeated())
                write_list(message, fields, field);
            else
                write_value(message, fields, field);
        }
        out_ += '}';
    }

private:
    void write_list(const Message& message, const Reflection& fields,
                    const FieldDescriptor& field) {
        out_ += '[';
        for (int i = 0; i < fields.FieldSize(message, &field); ++i) {
            if (i > 0) out_ += ',';
            write_item(message, fields, field, i);
        }
        out_ += ']';
    }

    void write_value(const Message& message, const Reflection& fields,
                     const FieldDescriptor& field) {
        switch (field.cpp_type()) {
            case FieldDescriptor::CPPTYPE_INT32:
                return write_number(fields.GetInt32(message, &field));
            case FieldDescriptor::CPPTYPE_UINT32:
                return write_number(fields.GetUInt32(message, &field));
            case FieldDescriptor::CPPTYPE_INT64:
                return write_long_number(fields.GetInt64(message, &field));
            case FieldDescriptor::CPPTYPE_UINT64:
                return write_long_number(fields.GetUInt64(message, &field));
            case FieldDescriptor::CPPTYPE_DOUBLE:
                return write_real(fields.GetDouble(message, &field));
            case FieldDescriptor::CPPTYPE_BOOL:
                out_ += fields.GetBool(message, &field) ? "true" : "false";
                return;
            case FieldDescriptor::CPPTYPE_ENUM:
                return write_enum(field, fields.GetEnumValue(message, &field));
            case FieldDescriptor::CPPTYPE_STRING:
                return write_text(field, fields.GetStringReference(message, &field, &scratch_));
            case FieldDescriptor::CPPTYPE_MESSAGE:
                return write(fields.GetMessage(message, &field));
            default:
                fail(field);
        }
    }

    /// The contract has only lists of messages and of strings.
    void write_item(const Message& message, const Reflection& fields, const FieldDescriptor& field,
                    int i) {
        if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE)
            return write(fields.GetRepeatedMessage(message, &field, i));
        if (field.cpp_type() != FieldDescriptor::CPPTYPE_STRING) fail(field);
        write_text(field, fields.GetRepeatedStringReference(message, &field, i, &scratch_));
    }

    template <class Number>
    void write_number(Number number) {
        std::array<char, 32> digits;
        const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
        out_.append(digits.begin(), end);
    }
    /// 64-bit numbers are strings: JavaScript's numbers cannot hold them.
    template <class Number>
    void write_long_number(Number number) {
        out_ += '"';
        write_number(number);
        out_ += '"';
    }
    void write_real(double number) {
        constexpr double every_integer_up_to = 9'007'199'254'740'992;
        if (!std::isfinite(number))
            out_ += std::isnan(number) ? "\"NaN\"" : number > 0 ? "\"Infinity\"" : "\"-Infinity\"";
        else if (number == std::trunc(number) && std::abs(number) < every_integer_up_to)
            write_number(static_cast<std::int64_t>(number));
        else
            write_number(number);
    }
    void write_enum(const FieldDescriptor& field, int value) {
        const auto* known = field.enum_type()->FindValueByNumber(value);
        if (known == nullptr) return write_number(value);
        ((out_ += '"') += known->name()) += '"';
    }
    void write_text(const FieldDescriptor& field, std::string_view text) {
        if (field.type() == FieldDescriptor::TYPE_BYTES) fail(field);
        out_ += '"';
        std::size_t plain = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte >= ' ' && byte != '"' && byte != '\\' && byte != '<' && byte != '>' &&
                byte != delete_byte)
                continue;
            out_ += text.substr(plain, i - plain);
            plain = i + 1;
            write_escaped(byte);
        }
        out_ += text.substr(plain);
        out_ += '"';
    }
    /// Characters that would end the string or, in a page, begin a tag.
    void write_escaped(unsigned char byte) {
        constexpr std::string_view digits = "0123456789abcdef";
        if (byte == '"' || byte == '\\') {
            (out_ += '\\') += static_cast<char>(byte);
            return;
        }
        if (byte == '\n') {
            out_ += "\\n";
            return;
        }
        out_ += "\\u00";
        out_ += digits[byte >> 4U];
        out_ += digits[byte & 0x0fU];
    }
    [[noreturn]] static void fail(const FieldDescriptor& field) {
        throw std::logic_error(field.full_name() + " has no JSON here.");
    }

    static constexpr unsigned char delete_byte = 0x7f;
    std::string out_;
    std::string scratch_;
};

}  // namespace

std::string write_json(const Message& message, Layout layout) {
    if (layout == Layout::a_field_a_line) return write_by_library(message, layout);
    Writer writer;
    writer.write(message);
    return std::move(writer).take();
}

}  // namespace rostrum::wire
