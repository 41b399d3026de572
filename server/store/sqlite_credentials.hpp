#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rooms/ports.hpp"
#include "store/random_bytes.hpp"
#include "store/sqlite.hpp"
#include "store/token_rows.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// What is stored of a token; the token itself is not.
struct TokenInfo {
    /// Short, public and unique; opens nothing.
    std::string id;
    rooms::Grant grant;
    /// For people to read.
    std::string label;
    Instant issued_at;
    Instant expires_at;
    Origin origin{};
    bool used = false;
    friend bool operator==(const TokenInfo&, const TokenInfo&) = default;
};

/// The tokens of a data folder, in access.db, as hashes. Several processes may use the file. For
/// one thread. All functions throw StoreError if the file fails; the next call reopens it.
class SqliteCredentials : public rooms::Credentials {
public:
    /// @param worker runs all writes to this file: SQLite allows one writer at a time, and
    /// concurrent ones of this process would time out.
    SqliteCredentials(const std::filesystem::path& folder, rooms::Clock& clock,
                      RandomBytes random_bytes,
                      std::shared_ptr<Worker> worker = std::make_shared<Worker>());

    /// The token itself, which cannot be retrieved later.
    [[nodiscard]] std::string issue(const rooms::Grant& grant, const std::string& label,
                                    Instant expires_at, Origin origin);

    /// Accepts a token as people type it. Reads one row, and never waits for a write.
    [[nodiscard]] std::optional<rooms::Grant> admit(std::string_view typed) override;

    /// Rereads the tokens only if the file has changed.
    [[nodiscard]] std::vector<std::string> ended() override;

    /// The valid tokens, latest first.
    [[nodiscard]] std::vector<TokenInfo> list();

    /// Returns false if there is no such token.
    bool revoke(std::string_view id);

    /// Issues another token with the same grant. The old one ends at once, or later for those who
    /// still hold it.
    struct Rotated {
        std::string token;
        rooms::Grant grant;
    };
    enum class RotationFault : std::uint8_t {
        unknown_token,
        /// It belongs to a screen, which would not learn of its new token.
        of_a_paired_screen,
        /// It belongs to a card, whose code would stay.
        of_a_card,
    };
    [[nodiscard]] std::variant<Rotated, RotationFault> rotate(std::string_view id,
                                                              Instant expires_at, Instant old_ends);

    /// Removes the tokens, cards and paired screens whose rows were changed by anything but this
    /// program. Other servers of the record keep theirs, and this one may receive them again.
    /// @returns how many
    std::int64_t drop_damaged();

    /// Drops tokens that earlier starts of this server printed and nobody used, so that restarts
    /// pile up no keys. Used ones stay, so that screens reconnect.
    void drop_unused_printed();

private:
    template <class Do>
    auto asking(Do action);
    void mark_used_later(const std::string& id);
    void read_watched(const Database& database);
    std::string insert(const Database& database, const rooms::Grant& grant, std::string_view label,
                       Instant expires_at, Origin origin);

    std::filesystem::path path_;
    rooms::Clock& clock_;
    RandomBytes random_bytes_;
    std::optional<Database> database_;
    /// When the admitted tokens expire, by id.
    std::map<std::string, Instant, std::less<>> watched_;
    /// The file's data_version that `watched_` reflects; nullopt: reread it.
    std::optional<std::int64_t> version_;
    /// Notes the first use of a token, off the rooms' thread.
    std::shared_ptr<Worker> worker_;
    /// The tokens to mark, not yet written. Shared with the worker's task.
    struct Used {
        std::mutex mutex;
        std::set<std::string> ids;
    };
    std::shared_ptr<Used> used_ = std::make_shared<Used>();
};

}  // namespace rostrum::store
