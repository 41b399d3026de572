#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "floor/ids.hpp"
#include "store/act_row.hpp"
#include "store/held_name.hpp"

namespace rostrum::replica {

/// The other servers of the record, over the servers' own link: for what a sequencer must not keep,
/// and for what it keeps no longer. All calls and callbacks happen on the thread of the rooms.
class Peers {
public:
    virtual ~Peers() = default;

    /// Passes names to every other server that is there. Calls `done` once, never from within
    /// offer: with true as soon as one of them has them on its disk, or none is there; with false
    /// if those that are there do not answer in time.
    virtual void offer(std::vector<store::HeldName> names, std::function<void(bool)> done) = 0;

    using RowsDone = std::function<void(std::optional<std::vector<store::ActRow>>)>;
    /// Asks another server for the rows after this revision, at most `most`, names included. Calls
    /// `done` once, never from within rows; nullopt if no server could answer.
    virtual void rows(const RoomId& room, Revision after, std::size_t most, RowsDone done) = 0;
};

}  // namespace rostrum::replica
