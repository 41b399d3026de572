#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/json/object.hpp>

#include "replica/http_client.hpp"
#include "replica/sequencer.hpp"

/// What a sequencer asks of etcd, and what etcd answers. Under the prefix are:
///
///     a/<room>/<revision, 20 digits>  an act: its chain in hex, its command, its bytes
///     c/<room>/<command>              the revision of the command's act
///     h/<room>                        the room's end: revision, chain in hex
///
/// No act and no end is ever written twice with the same key and revision; an end is never deleted.
namespace rostrum::replica {

/// A call of the gateway: JSON.
using EtcdRequest = HttpRequest;

/// One transaction: if each room has the end that is expected, and no act has one of the commands,
/// then all acts are there. If not, its answer has what append_outcome() reads.
[[nodiscard]] EtcdRequest append_request(std::string_view prefix,
                                         const std::vector<RoomBatch>& batches);
/// @param batches those of the request
/// @throws MalformedAnswer
[[nodiscard]] SequenceOutcome append_outcome(const boost::json::object& answer,
                                             const std::vector<RoomBatch>& batches);

/// The acts of a room after `after`, up to `up_to` if given, and the room's end.
[[nodiscard]] EtcdRequest read_request(std::string_view prefix, const RoomId& room, Revision after,
                                       std::optional<Revision> up_to, std::size_t most);
/// @throws MalformedAnswer
[[nodiscard]] Sequencer::Acts read_acts(const boost::json::object& answer, Revision after);

/// Deletes these consecutive acts, and what recognizes their commands.
[[nodiscard]] EtcdRequest drop_request(std::string_view prefix, const RoomId& room,
                                       const std::vector<SequencedAct>& acts);
/// Forgets the history before a revision of etcd's.
[[nodiscard]] EtcdRequest compact_request(std::uint64_t revision);

/// Makes a room that has no acts here: its end is this one. If it has an end already, the answer
/// has that one.
[[nodiscard]] EtcdRequest begin_request(std::string_view prefix, const RoomId& room,
                                        const RoomHead& head);
/// The room's end after begin_request(), which had this one.
/// @throws MalformedAnswer
[[nodiscard]] RoomHead begun_head(const boost::json::object& answer, const RoomHead& head);

/// The revision of etcd's that an answer shows.
/// @throws MalformedAnswer
[[nodiscard]] std::uint64_t revision_of(const boost::json::object& answer);

/// A page of the ends of all rooms.
struct HeadsPage {
    std::vector<std::pair<RoomId, RoomHead>> heads;
    /// The revision of etcd's at which an end moved last.
    std::uint64_t newest = 0;
    /// Where the next page begins; empty if there is none.
    std::string next;
};
/// @param from empty for the first page
/// @param revision of etcd's: that of the first page, so that all pages show the same moment
[[nodiscard]] EtcdRequest heads_request(std::string_view prefix, const std::string& from,
                                        std::uint64_t revision);
/// @throws MalformedAnswer
[[nodiscard]] HeadsPage read_heads(std::string_view prefix, const boost::json::object& answer);

/// One line of a watch.
struct WatchLine {
    /// Consecutive acts of a room, in the order in which they were put in order.
    std::vector<std::pair<RoomId, std::vector<SequencedAct>>> acts;
    /// The revision of etcd's of the last act; 0 without acts.
    std::uint64_t newest = 0;
    /// More of this revision follows in the next line.
    bool goes_on = false;
    /// Nothing follows.
    bool is_canceled = false;
    /// The history from the revision on that was asked for is forgotten.
    bool is_compacted = false;
};
/// All acts from this revision of etcd's on.
/// @pre revision > 0: for etcd, 0 means from now on
[[nodiscard]] EtcdRequest watch_request(std::string_view prefix, std::uint64_t revision);
/// @throws MalformedAnswer
[[nodiscard]] WatchLine read_watch_line(std::string_view prefix, std::string_view line);

}  // namespace rostrum::replica
