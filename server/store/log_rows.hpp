#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "store/heads.hpp"
#include "store/log_record.hpp"
#include "store/sqlite.hpp"

/// What a log's rows hold, as they stand there: nothing is verified here. All throw SqliteError.
namespace rostrum::store {

/// By their ids.
[[nodiscard]] std::vector<RoomId> rooms_of(const Database& log);

[[nodiscard]] std::string log_id_of(const Database& log);

/// The act that has this command.
[[nodiscard]] std::optional<Revision> holder_of(const Database& log, const RoomId& room,
                                                const CommandId& command);

/// The instant of the latest act of any room; the epoch in an empty log.
[[nodiscard]] Instant latest_of(const Database& log);

/// Of every room, by their ids.
[[nodiscard]] std::vector<Head> heads_of(const Database& log);

/// The link of an act; that before the first one for revision 0; empty where there is no such act.
[[nodiscard]] std::string chain_at(const Database& log, const RoomId& room, Revision revision);

/// One act; none where it is not there.
[[nodiscard]] std::optional<ActRecord> act_at(const Database& log, const RoomId& room,
                                              Revision revision);

/// Calls `visit` with each act after this revision, oldest first, all of one moment.
void each_act(const Database& log, const RoomId& room, Revision after,
              const std::function<void(const ActRecord&)>& visit);

}  // namespace rostrum::store
