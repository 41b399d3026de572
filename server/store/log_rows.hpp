#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "floor/ids.hpp"
#include "rooms/ports.hpp"
#include "store/act_row.hpp"
#include "store/heads.hpp"
#include "store/random_bytes.hpp"
#include "store/sqlite.hpp"

/// Reads a log's rows without verifying them. All functions throw SqliteError.
namespace rostrum::store {

/// Sorted by id.
[[nodiscard]] std::vector<RoomId> rooms_of(const Database& log);

[[nodiscard]] std::string log_id_of(const Database& log);

/// Gives a log an id that no other log has, and with it a history of its own.
void give_log_id(const Database& log, const RandomBytes& random_bytes);

/// Prepares the search for a command's act.
[[nodiscard]] Statement search_command(const Database& log);
/// The act that has the command.
[[nodiscard]] std::optional<rooms::Duplicate> act_of_command(Statement& search, const RoomId& room,
                                                             const CommandId& command);

/// The heads of all rooms, sorted by id.
[[nodiscard]] std::vector<Head> heads_of(const Database& log);

/// The link of an act; for revision 0 the link before the first act; empty if there is no such act.
[[nodiscard]] std::string chain_at(const Database& log, const RoomId& room, Revision revision);

/// One act; nullopt if it is missing.
[[nodiscard]] std::optional<ActRow> act_at(const Database& log, const RoomId& room,
                                           Revision revision);

/// Calls `visit` with each act after this revision, oldest first, all as of one moment.
void each_act(const Database& log, const RoomId& room, Revision after,
              const std::function<void(const ActRow&)>& visit);
/// The same, for the first `most` revisions at most.
void each_act(const Database& log, const RoomId& room, Revision after, std::size_t most,
              const std::function<void(const ActRow&)>& visit);

/// Where acts are added to a log, in the caller's transaction.
class NewActs {
public:
    explicit NewActs(const Database& log);
    void add(const ActRow& act);

private:
    Statement add_act_;
    Statement add_event_;
};

}  // namespace rostrum::store
