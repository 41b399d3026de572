#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "chamber/ports.hpp"
#include "store/chance.hpp"
#include "store/sqlite.hpp"
#include "store/token_rows.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// All that is known of a token: the token itself is not kept.
struct TokenInfo {
    /// Short and public: tells it from the others, and opens nothing.
    std::string id;
    chamber::Grant grant;
    /// For people to read.
    std::string label;
    Instant issued_at;
    Instant expires_at;
    Origin origin{};
    bool used = false;
    friend bool operator==(const TokenInfo&, const TokenInfo&) = default;
};

/// The tokens of a data folder, in access.db, as hashes. Several processes may have it open.
/// For one thread. Everything throws StoreError where the file fails; the next call opens it anew.
class SqliteCredentials : public chamber::Credentials {
public:
    /// @param worker where whoever writes to this file waits: SQLite lets one do so at a time, and
    ///     the others of this process would give up after a while.
    SqliteCredentials(const std::filesystem::path& folder, chamber::Clock& clock, Chance chance,
                      std::shared_ptr<Worker> worker = std::make_shared<Worker>());

    /// The token, which nobody can tell again.
    [[nodiscard]] std::string issue(const chamber::Grant& grant, const std::string& label,
                                    Instant expires_at, Origin origin);

    /// Takes a token as people type it. Reads one row, and never waits for the disk to write.
    [[nodiscard]] std::optional<chamber::Grant> admit(std::string_view typed) override;

    /// Reads the tokens again only where the file has changed.
    [[nodiscard]] std::vector<std::string> ended() override;

    /// Those that open something, the latest issued first.
    [[nodiscard]] std::vector<TokenInfo> list();

    /// False if there is no such token.
    bool revoke(std::string_view id);

    /// Another token that opens the same, in the place of this one, which ends then: at once, or
    /// later for those who still hold it.
    struct Rotated {
        std::string token;
        chamber::Grant grant;
    };
    enum class RotationFault : std::uint8_t {
        unknown_token,
        /// It is not a link: the screen would not learn of its new token.
        of_a_paired_screen,
    };
    [[nodiscard]] std::variant<Rotated, RotationFault> rotate(std::string_view id,
                                                              Instant expires_at, Instant old_ends);

    /// Drops what earlier starts printed and nobody used, so that restarts pile up no keys. Those
    /// in use stay, so that screens come back by themselves.
    void drop_unused_printed();

private:
    template <class Do>
    auto asking(Do what);
    void read_watched(const Database& database);
    std::string insert(const Database& database, const chamber::Grant& grant,
                       std::string_view label, Instant expires_at, Origin origin);

    std::filesystem::path path_;
    chamber::Clock& clock_;
    Chance chance_;
    std::optional<Database> database_;
    /// When the tokens end that were admitted, by their ids.
    std::map<std::string, Instant, std::less<>> watched_;
    /// Of the file, as `watched_` knows it; none: it must be read again.
    std::optional<std::int64_t> version_;
    /// Notes the first use of a token, away from the thread that runs the rooms.
    std::shared_ptr<Worker> worker_;
};

}  // namespace rostrum::store
