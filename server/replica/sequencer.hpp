#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
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
/// No answer within the time for it: the acts may be in order now, or later, or never.
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

/// Acts of one room that one append may hold: etcd allows 128 operations in a transaction, and an
/// act takes two of them.
constexpr std::size_t most_acts_sequenced_at_once = 60;
/// Bytes of one append: etcd takes requests of 1.5 MiB.
constexpr std::size_t most_bytes_sequenced_at_once = 1'400'000;

/// Receives acts that are in order.
class SequenceFollower {
public:
    virtual ~SequenceFollower() = default;
    /// Consecutive acts of a room. Each room's acts come in order; acts that were passed before may
    /// come again, and after a disturbance acts may be missing: then behind() follows.
    virtual void sequenced(const RoomId& room, std::vector<SequencedAct> acts) = 0;
    /// The room's end, as a majority knows it. Called for every room after a start and after each
    /// disturbance, and at times in between: a follower that lacks acts reads them.
    virtual void has_head(const RoomId& room, const RoomHead& head) = 0;
};

/// Puts acts in order and keeps the newest.
class Sequencer {
public:
    virtual ~Sequencer() = default;

    using Done = std::function<void(SequenceOutcome)>;
    /// Puts acts of one room, or of several, in order: all or none. Calls `done` once, never from
    /// within append. A command that comes again with the same id is recognized as long as the
    /// sequencer keeps its act.
    /// @pre at least one act in each batch, numbered from expected + 1 on; different rooms; within
    /// most_acts_sequenced_at_once and most_bytes_sequenced_at_once in all.
    virtual void append(std::vector<RoomBatch> batches, Done done) = 0;

    /// Passes the follower all acts that are put in order from now on, from any server, and the
    /// heads of all rooms. For one follower, once.
    virtual void follow(SequenceFollower& follower) = 0;

    struct Acts {
        /// Consecutive.
        std::vector<SequencedAct> acts;
        /// Older acts were dropped: the first of `acts` is not the one that was asked for.
        bool has_gap = false;
    };
    using ReadDone = std::function<void(std::variant<Acts, OutcomeUnknown>)>;
    /// Reads at most `most` acts of a room after this revision, oldest first. They may be fewer
    /// than there are. Calls `done` once, never from within read.
    virtual void read(const RoomId& room, Revision after, std::size_t most, ReadDone done) = 0;

    /// Drops the acts of a room up to this revision, and what recognizes their commands. Every
    /// server has them.
    virtual void drop(const RoomId& room, Revision up_to) = 0;
};

}  // namespace rostrum::replica
