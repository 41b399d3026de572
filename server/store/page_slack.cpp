#include "store/page_slack.hpp"

#include <cstdint>

namespace rostrum::store {
namespace {

// https://www.sqlite.org/fileformat2.html, "B-tree Pages".
constexpr std::size_t file_header = 100;
constexpr std::size_t leaf_header = 8;
constexpr std::size_t interior_header = 12;
constexpr std::size_t bytes_a_cell = 2;

std::size_t number_at(std::string_view page, std::size_t at) {
    return static_cast<std::size_t>(static_cast<std::uint8_t>(page[at])) << 8U |
           static_cast<std::uint8_t>(page[at + 1]);
}

/// 0 for a page of another kind. Those start with the number of a page, so with 0 in any file below
/// 64 GiB.
std::size_t header_of(char kind) {
    switch (kind) {
        case 0x02:
        case 0x05:
            return interior_header;
        case 0x0a:
        case 0x0d:
            return leaf_header;
        default:
            return 0;
    }
}

}  // namespace

PageRange slack_of(std::string_view page, bool is_first) {
    const std::size_t start = is_first ? file_header : 0;
    if (page.size() < start + interior_header) return {};
    const std::size_t header = header_of(page[start]);
    if (header == 0) return {};
    const std::size_t begin = start + header + bytes_a_cell * number_at(page, start + 3);
    std::size_t end = number_at(page, start + 5);
    if (end == 0) end = std::size_t{1} << 16U;
    if (begin > end || end > page.size()) return {};
    return {begin, end};
}

}  // namespace rostrum::store
