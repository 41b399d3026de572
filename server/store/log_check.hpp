#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "floor/ids.hpp"
#include "store/heads.hpp"

/// Verifies a log and reports where it was changed.
namespace rostrum::store {

/// The flaws that an act can have.
enum class Flaw : std::uint8_t {
    /// The act, or acts before it, are missing.
    gap,
    /// Its instant is before that of the previous act.
    order,
    /// The act was changed.
    hash,
    /// One of its events was changed.
    payload,
    /// A name is missing that no later act erased, or present though a later act erased it.
    name,
    /// Acts up to a noted head are missing or different.
    head,
    /// The snapshot that a start would read differs from the fold of the acts.
    snapshot,
};

/// The word that `rostrum verify` prints: `gap`, and so on.
[[nodiscard]] std::string_view name_of(Flaw flaw);

/// A break of a chain.
struct Break {
    Revision revision;
    Flaw flaw{};
    /// A sentence without the act's number.
    std::string text;
    friend bool operator==(const Break&, const Break&) = default;
};

/// Breaks listed for one room; more are only counted.
constexpr std::size_t most_breaks_listed = 20;

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
    /// Sorted by id.
    std::vector<RoomCheck> rooms;
    /// A name was erased from its act, but traces may remain in the file: the server was
    /// interrupted, or something keeps reading the log.
    bool scrubbing_due = false;
    [[nodiscard]] bool is_sound() const;
};

/// Checks every act of a data folder, which may be served meanwhile; that each of these heads is
/// still in it; and that each snapshot equals the fold of its acts.
/// @throws StoreError if there is no readable log.
[[nodiscard]] LogCheck check_log(const std::filesystem::path& folder,
                                 std::span<const Head> earlier = {});

}  // namespace rostrum::store
