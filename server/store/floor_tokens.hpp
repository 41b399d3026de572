#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <variant>

#include "chamber/ports.hpp"
#include "store/chance.hpp"
#include "store/executor.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// The tokens by which Missions ask for the floor, in access.db: one a room and run, given to
/// whoever may show it, and another when that one has ended.
///
/// The file has a thread of its own, so that no room waits for the disk. Whoever asks while another
/// is waiting is given the same token.
class FloorTokens {
public:
    /// The file is there already.
    /// @param worker as of SqliteCredentials
    FloorTokens(const std::filesystem::path& folder, chamber::Clock& clock, Chance chance,
                Executor executor, std::shared_ptr<Worker> worker = std::make_shared<Worker>());

    /// The token, which is durable; or why there is none now.
    using Given = std::function<void(const std::variant<std::string, chamber::Unavailable>&)>;
    /// `done` is called once, by the executor.
    /// @param expires_at of a token that is made for this.
    void give(const RoomId& room, Instant expires_at, Given done);

private:
    std::filesystem::path path_;
    chamber::Clock& clock_;
    Chance chance_;
    Executor executor_;
    using Tokens = std::map<RoomId, std::string>;
    /// Touched by the worker alone; shared with what it has still to do.
    std::shared_ptr<Tokens> tokens_ = std::make_shared<Tokens>();
    std::shared_ptr<Worker> worker_;
};

}  // namespace rostrum::store
