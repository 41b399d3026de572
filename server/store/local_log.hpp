#pragma once

#include <cstddef>
#include <functional>
#include <variant>
#include <vector>

#include "rooms/ports.hpp"
#include "store/act_row.hpp"
#include "store/heads.hpp"
#include "store/held_name.hpp"

namespace rostrum::store {

/// Acts of one room, with their rows.
struct SealedActs {
    rooms::RoomActs acts;
    std::vector<ActRow> rows;
};

/// The log on this machine, as one of several servers uses it: it takes acts as other servers have
/// sealed them, and gives them to others.
class LocalLog : public rooms::EventLog {
public:
    /// Writes rows as they are. Answers as append, after all earlier appends.
    /// @pre the rows are those of the acts, and each continues the chain.
    virtual void append_sealed(std::vector<SealedActs> rooms, AppendDone done) = 0;

    /// Keeps names on the disk until an act comes whose rows have them, or the name is erased.
    virtual void hold(std::vector<HeldName> names, AppendDone done) = 0;
    /// The names that are held, after a start.
    [[nodiscard]] virtual std::vector<HeldName> held() = 0;

    using RowsDone = std::function<void(std::variant<std::vector<ActRow>, rooms::Unavailable>)>;
    /// Like fetch, but at most `most` acts, as rows.
    virtual void fetch_rows(const RoomId& room, Revision after, std::size_t most,
                            RowsDone done) = 0;

    /// The durable end of each room, as far as it was read or written here. May be called from any
    /// thread.
    [[nodiscard]] virtual NotedHeads heads() = 0;
};

}  // namespace rostrum::store
