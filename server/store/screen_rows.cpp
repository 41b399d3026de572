#include "store/screen_rows.hpp"

#include <charconv>
#include <cstddef>

#include "store/hexadecimal.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::store {
namespace {

constexpr std::size_t id_bytes = 5;
constexpr std::string_view screen_prefix = "screen-";

}  // namespace

std::string token_id(std::string_view hash) {
    return hexadecimal(hash.substr(0, id_bytes));
}

std::string screen_id(std::int64_t number) {
    return std::string(screen_prefix) + std::to_string(number);
}

std::optional<std::int64_t> screen_number(std::string_view id) {
    if (!id.starts_with(screen_prefix)) return std::nullopt;
    id.remove_prefix(screen_prefix.size());
    std::int64_t number = 0;
    const auto read = std::from_chars(id.data(), id.data() + id.size(), number);
    // Each screen has exactly one id: no leading zero, no plus.
    if (read.ec != std::errc{} || screen_id(number).substr(screen_prefix.size()) != id)
        return std::nullopt;
    return number;
}

CardHolder holder_of(const Statement& row, int column) {
    return {.state_code = std::string(row.bytes(column)),
            .name = std::string(row.bytes(column + 1)),
            .delegation = DelegationId{std::string(row.bytes(column + 2))},
            .meeting = MeetingId{std::string(row.bytes(column + 3))}};
}

rooms::Grant grant_of(const Statement& row, int column) {
    rooms::Grant grant{.room = RoomId{std::string(row.bytes(column))},
                       .role = wire::role_from_number(static_cast<int>(row.integer(column + 1)))};
    if (!row.is_null(column + 2))
        grant.screen = rooms::PairedScreen{
            .id = screen_id(row.integer(column + 2)),
            .name = std::string(row.bytes(column + 3)),
            .scene = wire::scene_from_number(static_cast<int>(row.integer(column + 4)))};
    if (!row.is_null(column + 5)) grant.holder = holder_of(row, column + 5);
    return grant;
}

}  // namespace rostrum::store
