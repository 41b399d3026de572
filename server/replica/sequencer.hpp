#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "floor/ids.hpp"

/// One record on several servers. A *sequencer* puts the acts of all servers in order; each server
/// keeps them in its own log. All calls and callbacks happen on the thread of the rooms.
namespace rostrum::replica {

/// An act in its place. It holds no person's name: what a sequencer was given, it keeps for good.
struct SequencedAct {
    Revision revision;
    CommandId command;
    /// The link of the act in the room's chain of hashes: 32 bytes.
    std::string chain;
    /// What a server needs to write it to its log.
    std::string bytes;
    friend bool operator==(const SequencedAct&, const SequencedAct&) = default;
};

/// The end of a room's acts: revision 0 and no chain for a room without any.
struct RoomHead {
    Revision revision;
    std::string chain;
    friend bool operator==(const RoomHead&, const RoomHead&) = default;
};

/// Consecutive acts of a room whose end is `expected`.
struct RoomBatch {
    RoomId room;
    RoomHead expected;
    std::vector<SequencedAct> acts;
};

/// A majority has the acts on its disks.
struct Sequenced {};
/// The room has another end.
struct OtherHead {
    RoomId room;
    RoomHead actual;
};
/// An act of the room has this command already.
struct KnownCommand {
    RoomId room;
    CommandId command;
    Revision revision;
};
/// No answer within the time for it: the acts may be in order now, or later, or never. The same
/// append again finds out.
struct OutcomeUnknown {
    /// A sentence.
    std::string reason;
};
/// Nothing was put in order, and never will be.
struct NotSequenced {
    /// A sentence.
    std::string reason;
};
using SequenceOutcome =
    std::variant<Sequenced, OtherHead, KnownCommand, OutcomeUnknown, NotSequenced>;

/// Acts of one append, of all its rooms: etcd allows 128 operations in a transaction; an act takes
/// two of them, a room one.
constexpr std::size_t most_acts_sequenced_at_once = 60;
constexpr std::size_t most_rooms_sequenced_at_once = 8;
/// Their bytes, in all: etcd takes requests of 1.5 MiB.
constexpr std::size_t most_bytes_sequenced_at_once = 1'400'000;

/// Why no sequencer takes these batches, as a sentence; nullopt if they are within the bounds, and
/// numbered as append() wants them.
[[nodiscard]] std::optional<std::string> append_fault(const std::vector<RoomBatch>& batches);

/// Receives acts that are in order.
class SequenceFollower {
public:
    virtual ~SequenceFollower() = default;
    /// Consecutive acts of a room. Each room's acts come in order; acts that were passed before may
    /// come again, and after a disturbance acts may be missing: then has_heads() follows.
    virtual void sequenced(const RoomId& room, std::vector<SequencedAct> acts) = 0;
    /// The ends of all rooms, as a majority knew them when the sequencer asked: after the previous
    /// call. Comes after a start, after each disturbance, and at times in between: a follower that
    /// lacks acts reads them.
    virtual void has_heads(const std::map<RoomId, RoomHead>& heads) = 0;
};

/// Puts acts in order and keeps the newest.
class Sequencer {
public:
    virtual ~Sequencer() = default;

    using Done = std::function<void(SequenceOutcome)>;
    /// Puts acts of one room, or of several, in order: all or none. Calls `done` once, never from
    /// within append. What append_fault() finds is NotSequenced.
    ///
    /// A command that comes again with the same id is recognized as long as the sequencer keeps its
    /// act. If the very same acts come again, because an answer was lost, the outcome is Sequenced.
    /// @pre ids are plain: no slash, no line break
    virtual void append(std::vector<RoomBatch> batches, Done done) = 0;

    /// Passes the follower all acts that are put in order from now on, from any server, and the
    /// heads of all rooms. For one follower, once.
    virtual void follow(SequenceFollower& follower) = 0;

    struct Acts {
        /// Consecutive.
        std::vector<SequencedAct> acts;
        /// Older acts were dropped: the first of `acts` is not the one that was asked for, or none
        /// is left though the room's end is beyond it.
        bool has_gap = false;
    };
    using ReadDone = std::function<void(std::variant<Acts, OutcomeUnknown>)>;
    /// Reads at most `most` acts of a room after this revision, oldest first, as a majority knows
    /// them when it is asked: none only if there are none. They may be fewer than `most` and than
    /// there are. Calls `done` once, never from within read.
    virtual void read(const RoomId& room, Revision after, std::size_t most, ReadDone done) = 0;

    /// Drops the acts of a room up to this revision, and what recognizes their commands. Every
    /// server has them, and none may still repeat an append of them: keep those of the last
    /// minutes.
    virtual void drop(const RoomId& room, Revision up_to) = 0;
};

}  // namespace rostrum::replica
