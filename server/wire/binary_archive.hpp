#pragma once

#include <any>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include <boost/pfr.hpp>

#include "floor/command.hpp"
#include "floor/room.hpp"
#include "wire/log_encoding.hpp"

/// Serialises any value of the rules by the shape of its type: a struct as its fields in order, a
/// list as its size and elements, a variant as its index and value. The bytes contain no names, so
/// only a program with the same types can read them (see snapshot_format).
namespace rostrum::wire {

template <class T>
concept Scalar = std::is_integral_v<T> || std::is_enum_v<T>;
template <class T>
concept List = requires(T list) {
    typename T::value_type;
    list.size();
    list.begin();
};

/// Calls `each` with every field of a struct, in their order.
template <class Struct, class Each>
void for_each_field(Struct& value, const Each& each) {
    if constexpr (std::is_same_v<std::remove_const_t<Struct>, RememberedAct>) {
        // PFR cannot decompose a struct that has a base.
        static_assert(sizeof(RememberedAct) == sizeof(ActNote) + sizeof(Proceedings) +
                                                   sizeof(Rules) + sizeof(SharedList<Act>));
        each(static_cast<std::conditional_t<std::is_const_v<Struct>, const ActNote, ActNote>&>(
            value));
        each(value.before);
        each(value.rules);
        each(value.since);
    } else {
        boost::pfr::for_each_field(value, each);
    }
}

/// GCC and Clang print a value without an enumerator as a cast: `(rostrum::Role)99`.
template <auto value>
constexpr bool is_enumerator() {
    constexpr std::string_view name = __PRETTY_FUNCTION__;
    return name[name.rfind(" = ") + 3] != '(';
}
/// The number of enumerators of an enum; they count up from 0.
template <class Enum, std::uint64_t count = 0>
constexpr std::uint64_t enumerators() {
    if constexpr (is_enumerator<static_cast<Enum>(count)>())
        return enumerators<Enum, count + 1>();
    else
        return count;
}
/// A command kind is a place in Command.
template <>
constexpr std::uint64_t enumerators<CommandKind>() {
    return std::variant_size_v<Command>;
}

class ArchiveWriter {
public:
    template <Scalar T>
    void write(T value) {
        auto left = static_cast<std::uint64_t>(value);
        for (; left >= 0x80U; left >>= 7U) bytes_.push_back(static_cast<char>(left | 0x80U));
        bytes_.push_back(static_cast<char>(left));
    }
    /// The sign in the lowest bit, so that small negative numbers are short too.
    void write(Duration value) {
        const auto bits = static_cast<std::uint64_t>(value.count());
        write(bits << 1U ^ (value.count() < 0 ? ~std::uint64_t{0} : 0));
    }
    void write(Instant value) { write(value.time_since_epoch()); }
    void write(const std::string& text) {
        write(text.size());
        bytes_.append(text);
    }
    template <class Tag>
    void write(const Id<Tag>& id) {
        write(id.value);
    }
    template <class T>
    void write(const std::optional<T>& value) {
        write(value.has_value());
        if (value) write(*value);
    }
    template <class... T>
    void write(const std::variant<T...>& value) {
        write(value.index());
        std::visit([this](const auto& one) { this->write(one); }, value);
    }
    template <class A, class B>
    void write(const std::pair<A, B>& pair) {
        write(pair.first);
        write(pair.second);
    }
    /// Writes a shared value where it first occurs, and its number afterwards.
    template <class T>
    void write(const Shared<T>& shared) {
        const auto [place, is_new] = shared_.try_emplace(&*shared, shared_.size());
        write(place->second);
        if (is_new) write(*shared);
    }
    template <List T>
    void write(const T& list) {
        write(list.size());
        for (const auto& one : list) write(one);
    }
    template <class T>
    requires std::is_aggregate_v<T>
    void write(const T& value) {
        for_each_field(value, [this](const auto& field) { this->write(field); });
    }

    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
    std::unordered_map<const void*, std::size_t> shared_;
};

/// Allocates no more memory than the bytes can fill: a list grows as its elements are read, and the
/// types bound the depth.
class ArchiveReader {
public:
    explicit ArchiveReader(std::string_view bytes) : left_(bytes) {}

    /// @throws DecodeError
    template <class T>
    [[nodiscard]] T read() {
        return read(As<T>{});
    }
    [[nodiscard]] bool is_at_end() const { return left_.empty(); }

private:
    template <class T>
    using As = std::type_identity<T>;

    static void expect(bool holds) {
        if (!holds) throw DecodeError("A snapshot is damaged.");
    }
    std::uint64_t read_number() {
        std::uint64_t number = 0;
        for (unsigned shift = 0;; shift += 7) {
            expect(!left_.empty());
            const auto byte = static_cast<unsigned char>(left_.front());
            left_.remove_prefix(1);
            // At most 64 bits, and only the shortest encoding of each number.
            expect((shift < 63 || byte <= 1) && (shift == 0 || byte > 0));
            number |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if (byte < 0x80U) return number;
        }
    }

    template <Scalar T>
    T read(As<T>) {
        const std::uint64_t number = read_number();
        if constexpr (std::is_enum_v<T>) expect(number < enumerators<T>());
        const T value = static_cast<T>(number);
        expect(static_cast<std::uint64_t>(value) == number);
        return value;
    }
    Duration read(As<Duration>) {
        const std::uint64_t number = read_number();
        const std::uint64_t sign = (number & 1U) == 0 ? 0 : ~std::uint64_t{0};
        return Duration{static_cast<std::int64_t>(number >> 1U ^ sign)};
    }
    Instant read(As<Instant>) { return Instant{read<Duration>()}; }
    std::string read(As<std::string>) {
        const std::uint64_t size = read_number();
        expect(size <= left_.size());
        std::string text{left_.substr(0, size)};
        left_.remove_prefix(size);
        return text;
    }
    template <class Tag>
    Id<Tag> read(As<Id<Tag>>) {
        return Id<Tag>{read<std::string>()};
    }
    template <class T>
    std::optional<T> read(As<std::optional<T>>) {
        if (read<bool>()) return read<T>();
        return std::nullopt;
    }
    template <class... T>
    std::variant<T...> read(As<std::variant<T...>>) {
        std::variant<T...> value;
        const std::uint64_t index = read_number();
        const auto read_if = [&]<std::size_t i>(std::integral_constant<std::size_t, i>) {
            if (index == i)
                value.template emplace<i>(read<std::variant_alternative_t<i, decltype(value)>>());
        };
        [&]<std::size_t... i>(std::index_sequence<i...>) {
            (read_if(std::integral_constant<std::size_t, i>{}), ...);
        }
        (std::index_sequence_for<T...>{});
        expect(value.index() == index);
        return value;
    }
    template <class A, class B>
    std::pair<A, B> read(As<std::pair<A, B>>) {
        A first = read<std::remove_const_t<A>>();
        return {std::move(first), read<B>()};
    }
    template <class T>
    Shared<T> read(As<Shared<T>>) {
        const std::uint64_t place = read_number();
        expect(place <= shared_.size());
        if (place == shared_.size()) {
            shared_.emplace_back();
            shared_[place] = Shared<T>{read<T>()};
        }
        const auto* shared = std::any_cast<Shared<T>>(&shared_[place]);
        expect(shared != nullptr);
        return *shared;
    }
    template <List T>
    T read(As<T>) {
        // An element takes at least a byte.
        static_assert(!std::is_empty_v<typename T::value_type>);
        T list;
        for (std::uint64_t left = read_number(); left > 0; --left) {
            expect(!left_.empty());
            if constexpr (requires { list.push_back(read<typename T::value_type>()); })
                list.push_back(read<typename T::value_type>());
            else
                list.insert(list.end(), read<typename T::value_type>());
        }
        return list;
    }
    template <class T>
    requires std::is_aggregate_v<T> T read(As<T>) {
        T value;
        for_each_field(value, [this](auto& field) {
            field = this->template read<std::remove_reference_t<decltype(field)>>();
        });
        return value;
    }

    std::string_view left_;
    std::vector<std::any> shared_;
};

}  // namespace rostrum::wire
