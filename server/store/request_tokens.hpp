#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <variant>

#include "rooms/ports.hpp"
#include "store/executor.hpp"
#include "store/random_bytes.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// The tokens by which Missions ask for the floor, in access.db: one a room and run of the server,
/// replaced when it expires.
///
/// The file has its own thread, so that no room waits for the disk. Concurrent calls get the same
/// token.
class RequestTokens {
public:
    /// The file must exist.
    /// @param worker as of SqliteCredentials
    RequestTokens(const std::filesystem::path& folder, rooms::Clock& clock,
                  RandomBytes random_bytes, Executor executor,
                  std::shared_ptr<Worker> worker = std::make_shared<Worker>());

    /// The durable token, or why there is none now.
    using Given = std::function<void(const std::variant<std::string, rooms::Unavailable>&)>;
    /// Calls `done` once, on the executor.
    /// @param expires_at for a newly made token.
    void give(const RoomId& room, Instant expires_at, Given done);

private:
    std::filesystem::path path_;
    rooms::Clock& clock_;
    RandomBytes random_bytes_;
    Executor executor_;
    using Tokens = std::map<RoomId, std::string>;
    /// Used only by the worker; shared with its pending tasks.
    std::shared_ptr<Tokens> tokens_ = std::make_shared<Tokens>();
    std::shared_ptr<Worker> worker_;
};

}  // namespace rostrum::store
