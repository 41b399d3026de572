#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <boost/pfr/core.hpp>
#include <google/protobuf/message.h>

#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/meeting.hpp"

/// The one mapping between the structs of the rules and the messages of the contract: the n-th
/// field of a struct is the n-th field that the .proto file declares, whatever its number is.
///
///   Id, text            string
///   Number              uint64
///   bool, uint32        the same
///   Duration            int64 in milliseconds, or int32 in seconds
///   Instant             int64 in milliseconds since the epoch, or Timestamp
///   enum                enum: first_number and up
///   struct              a message or, where the message has none there, its fields in a row
///   optional            none is the field's default: empty, 0 or not set
///   vector              repeated
///
/// Fields that only one side has come last there. tests/wire/mapping_test.cpp compares the names.
namespace rostrum::wire {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

/// The number of an enumeration's first value: 0 is "unspecified".
template <class Enum>
constexpr int first_number = 1;
/// Unspecified is undeclared.
template <>
inline constexpr int first_number<RepresentedBy> = 0;

template <class Value>
constexpr bool is_text = std::is_same_v<Value, std::string>;
template <class Tag>
inline constexpr bool is_text<Id<Tag>> = true;

[[nodiscard]] inline bool is_one_message(const FieldDescriptor& field) {
    return field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE && !field.is_repeated();
}

/// Writes a struct's fields into an empty message.
class FieldWriter {
public:
    explicit FieldWriter(Message& message)
        : message_(message), fields_(*message.GetReflection()), type_(*message.GetDescriptor()) {}

    template <class Struct>
    void write(const Struct& from) {
        boost::pfr::for_each_field(from, [this](const auto& value) {
            if (next_ < type_.field_count()) put(value);
        });
    }

private:
    [[nodiscard]] const FieldDescriptor* take() { return type_.field(next_++); }

    void put(const std::string& value);
    void put(bool value);
    void put(std::uint32_t value);
    void put(Duration value);
    void put(Instant value);
    void put_number(std::uint64_t value);
    void put_enum(int number);

    template <class Tag>
    void put(const Id<Tag>& id) {
        put(id.value);
    }
    template <class Tag>
    void put(Number<Tag> number) {
        put_number(number.value);
    }
    template <class Value>
    void put(const std::optional<Value>& value) {
        if (value)
            put(*value);
        else
            ++next_;
    }
    template <class Value>
    void put(const std::vector<Value>& values) {
        const FieldDescriptor* field = take();
        for (const Value& value : values) add(field, value);
    }
    template <class Value>
    void put(const Value& value) {
        if constexpr (std::is_enum_v<Value>) {
            put_enum(static_cast<int>(value) + first_number<Value>);
        } else if (is_one_message(*type_.field(next_))) {
            FieldWriter{*fields_.MutableMessage(&message_, take())}.write(value);
        } else {
            write(value);
        }
    }

    void add(const FieldDescriptor* field, const std::string& value) {
        fields_.AddString(&message_, field, value);
    }
    template <class Tag>
    void add(const FieldDescriptor* field, const Id<Tag>& id) {
        add(field, id.value);
    }
    template <class Struct>
    void add(const FieldDescriptor* field, const Struct& value) {
        FieldWriter{*fields_.AddMessage(&message_, field)}.write(value);
    }

    Message& message_;
    const google::protobuf::Reflection& fields_;
    const google::protobuf::Descriptor& type_;
    int next_ = 0;
};

/// The checks of a FieldReader. By default they accept everything.
class FieldChecks {
public:
    virtual ~FieldChecks() = default;

    /// A value that its enumeration does not have; read as the first one.
    virtual void unknown(const FieldDescriptor& /*field*/, int /*number*/) {}
    /// A field that is set but that the struct does not have.
    virtual void surplus(const FieldDescriptor& /*field*/) {}
    /// A required field, or an entry of a list, has its default value.
    virtual void missing(const FieldDescriptor& /*field*/) {}
    virtual void id(const FieldDescriptor& /*field*/, const std::string& /*id*/) {}
    virtual void length(const FieldDescriptor& /*field*/, Duration /*length*/) {}
    virtual void instant(const FieldDescriptor& /*field*/, Instant /*instant*/) {}
    /// Whether to read a list of this length.
    virtual bool fits(const FieldDescriptor& /*field*/, int /*entries*/) { return true; }
};

/// Reads a struct's fields from a message.
class FieldReader {
public:
    FieldReader(const Message& message, FieldChecks& checks)
        : message_(message),
          fields_(*message.GetReflection()),
          type_(*message.GetDescriptor()),
          checks_(checks) {}

    template <class Struct>
    void read(Struct& to) {
        read_fields(to);
        check_rest();
    }

private:
    template <class Struct>
    void read_fields(Struct& to) {
        boost::pfr::for_each_field(to, [this](auto& value) {
            if (next_ < type_.field_count()) get(value);
        });
    }

    [[nodiscard]] const FieldDescriptor* take() { return type_.field(next_++); }
    [[nodiscard]] bool is_set() const { return fields_.HasField(message_, type_.field(next_)); }
    void check_rest();
    void check_set();
    void check_id(const FieldDescriptor& field, const std::string& id);

    void get(std::string& to);
    void get(bool& to);
    void get(std::uint32_t& to);
    void get(Duration& to);
    void get(Instant& to);
    void get_id(std::string& to);
    void get_number(std::uint64_t& to);
    [[nodiscard]] int get_enum(int first);
    [[nodiscard]] std::string id_at(const FieldDescriptor& field, int entry);

    template <class Tag>
    void get(Id<Tag>& to) {
        get_id(to.value);
    }
    template <class Tag>
    void get(Number<Tag>& to) {
        get_number(to.value);
    }
    template <class Value>
    void get(std::optional<Value>& to) {
        if (is_set())
            get(to.emplace());
        else
            ++next_;
    }
    template <class Value>
    void get(std::vector<Value>& to) {
        const FieldDescriptor* field = take();
        const int entries = fields_.FieldSize(message_, field);
        if (!checks_.fits(*field, entries)) return;
        to.reserve(static_cast<std::size_t>(entries));
        for (int i = 0; i < entries; ++i) {
            if constexpr (is_text<Value>)
                to.emplace_back(id_at(*field, i));
            else
                FieldReader{fields_.GetRepeatedMessage(message_, field, i), checks_}.read(
                    to.emplace_back());
        }
    }
    template <class Value>
    void get(Value& to) {
        if constexpr (std::is_enum_v<Value>) {
            to = static_cast<Value>(get_enum(first_number<Value>));
        } else if (is_one_message(*type_.field(next_))) {
            check_set();
            FieldReader{fields_.GetMessage(message_, take()), checks_}.read(to);
        } else {
            read_fields(to);
        }
    }

    const Message& message_;
    const google::protobuf::Reflection& fields_;
    const google::protobuf::Descriptor& type_;
    FieldChecks& checks_;
    int next_ = 0;
};

template <class Variant, std::size_t Index>
[[nodiscard]] Variant read_as(const Message& message, FieldChecks& checks) {
    std::variant_alternative_t<Index, Variant> read{};
    FieldReader{message, checks}.read(read);
    return read;
}

/// Reads the alternative at `index` of a variant from a message.
template <class Variant>
[[nodiscard]] Variant read_alternative(std::size_t index, const Message& message,
                                       FieldChecks& checks) {
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        constexpr std::array reads{&read_as<Variant, I>...};
        return reads[index](message, checks);
    }
    (std::make_index_sequence<std::variant_size_v<Variant>>{});
}

}  // namespace rostrum::wire
