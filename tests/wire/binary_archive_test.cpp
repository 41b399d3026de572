#include "wire/binary_archive.hpp"

#include <cstdint>
#include <limits>
#include <string>

#include <catch2/catch.hpp>

namespace rostrum::wire::binary_archive_test {
namespace {

template <class T>
std::string written(const T& value) {
    ArchiveWriter out;
    out.write(value);
    return out.take();
}

template <class T>
T read(const std::string& bytes) {
    ArchiveReader in{bytes};
    T value = in.read<T>();
    REQUIRE(in.is_at_end());
    return value;
}

template <class T>
T written_and_read(const T& value) {
    return read<T>(written(value));
}

TEST_CASE("a number takes seven bits a byte, the lowest first") {
    CHECK(written(std::uint32_t{0}) == std::string(1, '\0'));
    CHECK(written(std::uint32_t{300}) == "\xac\x02");
    for (const std::uint64_t number :
         {std::uint64_t{127}, std::uint64_t{128}, std::numeric_limits<std::uint64_t>::max()})
        CHECK(written_and_read(number) == number);
}

TEST_CASE("times of either sign come back, and small ones are short") {
    CHECK(written(Duration{-1}).size() == 1);
    for (const Duration time : {Duration{0}, Duration{-1}, Duration{1}, Duration{-90'000},
                                Duration::min(), Duration::max()})
        CHECK(written_and_read(time) == time);
    CHECK(written_and_read(instant_from_unix_ms(1'523'430'000'000)) ==
          instant_from_unix_ms(1'523'430'000'000));
}

TEST_CASE("texts, options, variants and lists come back") {
    CHECK(written_and_read(std::string("\0\xff text", 7)) == std::string("\0\xff text", 7));
    CHECK(written_and_read(std::optional<MeetingId>{}) == std::nullopt);
    CHECK(written_and_read(std::optional{MeetingId{"cuba"}}) == MeetingId{"cuba"});
    CHECK(written_and_read(Event{NoticeShown{"Welcome."}}) == Event{NoticeShown{"Welcome."}});
    const std::vector<Event> events{NameErased{}, ActUndone{Revision{7}}};
    CHECK(written_and_read(events) == events);
    SharedList<Revision> list;
    for (std::uint64_t i = 1; i <= 100; ++i) list.push_back(Revision{i});
    CHECK(written_and_read(list) == list);
}

TEST_CASE("a shared value is written once, and is shared again when it is read") {
    const Shared<std::string> one{std::string(100, 'x')};
    const std::vector both{one, one, Shared<std::string>{std::string(100, 'x')}};
    CHECK(written(both).size() < 220);
    const auto again = written_and_read(both);
    CHECK(again[0].is(again[1]));
    CHECK_FALSE(again[0].is(again[2]));
    CHECK(again == both);
}

TEST_CASE("a value that its type does not have is rejected") {
    CHECK(enumerators<Role>() == 7);
    CHECK(read<Role>(written(std::uint32_t{6})) == Role::interpreter);
    CHECK_THROWS_AS(read<Role>(written(std::uint32_t{7})), DecodeError);
    CHECK_THROWS_AS(read<bool>(written(std::uint32_t{2})), DecodeError);
    CHECK_THROWS_AS(read<std::uint32_t>(written(std::uint64_t{1} << 32U)), DecodeError);
    CHECK_THROWS_AS(read<Event>(written(std::variant_size_v<Event>)), DecodeError);
    // 65 bits.
    CHECK_THROWS_AS(read<std::uint64_t>(std::string(9, '\xff') + '\x02'), DecodeError);
    CHECK_THROWS_AS(read<std::uint64_t>(std::string(10, '\xff') + '\x01'), DecodeError);
    // 5 in two bytes.
    CHECK_THROWS_AS(read<std::uint64_t>(std::string("\x85\0", 2)), DecodeError);
}

TEST_CASE("a size that the bytes cannot fill is rejected before anything is allocated") {
    const std::string huge = written(std::numeric_limits<std::uint64_t>::max());
    CHECK_THROWS_AS(read<std::string>(huge + "text"), DecodeError);
    CHECK_THROWS_AS(read<std::vector<MeetingId>>(huge + "text"), DecodeError);
    CHECK_THROWS_AS(read<SharedList<Revision>>(huge + "text"), DecodeError);
}

TEST_CASE("the number of a shared value that does not exist is rejected") {
    using Texts = std::vector<Shared<std::string>>;
    CHECK_THROWS_AS(read<Texts>("\x01\x01"), DecodeError);
    // The second refers to the first, which has another type.
    using Both = std::pair<Shared<std::string>, Shared<Revision>>;
    CHECK_THROWS_AS(read<Both>(std::string("\0\x01x\0", 4)), DecodeError);
}

}  // namespace
}  // namespace rostrum::wire::binary_archive_test
