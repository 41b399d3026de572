#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "rooms/ports.hpp"
#include "store/access_changes.hpp"
#include "store/access_merge.hpp"
#include "store/executor.hpp"
#include "store/random_bytes.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// Keeps a folder's tokens, paired screens and cards the same as those of other servers. Each
/// server asks each other one, some times a second, with the bytes of access_changes.hpp. Names of
/// screens and holders are among them: they pass over the servers' own link only.
///
/// At a start, a server learns from the others before it admits anybody: tokens may have ended
/// while it was down. SqliteCredentials::drop_unused_printed() waits for that too, because another
/// server may know of a use.
class AccessSync {
public:
    /// Opens the file, or makes it. From now on it is one of several.
    /// @param worker as of SqliteCredentials
    /// @throws StoreError
    AccessSync(const std::filesystem::path& folder, rooms::Clock& clock,
               const RandomBytes& random_bytes, Executor executor,
               std::shared_ptr<Worker> worker = std::make_shared<Worker>());

    // Callbacks are as those of ScreenRegistry: once, on the thread of the rooms.

    using Answered = std::function<void(const std::optional<std::string>&)>;
    /// The answer to another server; nullopt if the file fails, or the request is malformed.
    void answer(std::string request, Answered done);

    /// What to ask another server now.
    /// @param server any name that stays the same
    [[nodiscard]] std::string request(const std::string& server) const;

    struct Taken {
        /// There is more: ask again at once.
        bool is_more = false;
        /// Paired screens with another room, role, name or scene, for those that are connected.
        std::vector<rooms::Grant> reassigned;
    };
    using TakenDone = std::function<void(const std::optional<Taken>&)>;
    /// Writes what a server answered. Calls `done` when it is durable, or with nullopt if the file
    /// fails or the answer is malformed: then nothing of it is written, and asked again.
    /// Credentials::ended() returns the tokens that ended by it.
    void take(const std::string& server, std::string answer, TakenDone done);

private:
    std::filesystem::path path_;
    rooms::Clock& clock_;
    Executor executor_;
    /// By server. Shared with pending tasks.
    using Known = std::map<std::string, AccessPlace>;
    std::shared_ptr<Known> known_ = std::make_shared<Known>();
    std::shared_ptr<Worker> writes_;
    /// Reads wait for no write, and do not keep the other one from its rest.
    Worker reads_;
};

}  // namespace rostrum::store
