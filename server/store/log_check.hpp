#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "floor/ids.hpp"
#include "store/heads.hpp"

/// Whether a log is as it was written, and where it is not.
namespace rostrum::store {

/// What can be wrong with an act.
enum class Flaw : std::uint8_t {
    /// Acts before it, or the act itself, are missing.
    gap,
    /// It is dated before the act before it.
    order,
    /// It is not the act that was written here.
    hash,
    /// One of its events is not what was written.
    payload,
    /// A name is gone that no later act erased, or one is there that a later act erased.
    name,
    /// Acts that an earlier head stands for are no longer there, or are others.
    head,
    /// The snapshot that a start would read is not what the acts make of the room.
    snapshot,
};

/// As `rostrum verify` says it: `gap`, and so on.
[[nodiscard]] std::string_view name_of(Flaw flaw);

/// Where a chain breaks.
struct Break {
    Revision revision;
    Flaw flaw{};
    /// A sentence without the act's number.
    std::string what;
    friend bool operator==(const Break&, const Break&) = default;
};

/// Breaks that are told of one room; more are counted.
constexpr std::size_t most_breaks_told = 20;

struct RoomCheck {
    Head head;
    std::uint64_t acts = 0;
    std::uint64_t erased_names = 0;
    std::vector<Break> breaks;
    std::uint64_t more_breaks = 0;
    [[nodiscard]] bool is_sound() const { return breaks.empty(); }
};

struct LogCheck {
    std::string log_id;
    /// By their ids.
    std::vector<RoomCheck> rooms;
    /// A name was erased from its act, and traces of it may still be elsewhere in the file: the
    /// server was cut off meanwhile, or something reads the log all the time.
    bool wiping_due = false;
    [[nodiscard]] bool is_sound() const;
};

/// Checks every act of a data folder that may be served meanwhile, and that each of these heads is
/// still in it, and that each snapshot that a start would read is the fold of its acts.
/// @throws StoreError if there is no log that can be read.
[[nodiscard]] LogCheck check_log(const std::filesystem::path& folder,
                                 std::span<const Head> earlier = {});

}  // namespace rostrum::store
