#pragma once

#include <functional>
#include <string>
#include <vector>

#include "replica/sequencer.hpp"

namespace rostrum::replica {

/// An act after this end of a room.
inline SequencedAct act_after(const RoomHead& end, const std::string& command,
                              const std::string& bytes = "bytes") {
    std::string chain;
    for (char i = '0'; i < '4'; ++i) {
        const std::size_t part = std::hash<std::string>{}(end.chain + i + command + bytes);
        chain.append(reinterpret_cast<const char*>(&part), sizeof part);
    }
    return {Revision{end.revision.value + 1}, CommandId{command}, chain, bytes};
}

inline RoomHead end_with(const SequencedAct& act) {
    return {act.revision, act.chain};
}

/// Consecutive acts, one for each command.
inline RoomBatch batch_after(const RoomId& room, const RoomHead& end,
                             const std::vector<std::string>& commands,
                             const std::string& bytes = "bytes") {
    RoomBatch batch{room, end, {}};
    RoomHead last = end;
    for (const std::string& command : commands) {
        batch.acts.push_back(act_after(last, command, bytes));
        last = end_with(batch.acts.back());
    }
    return batch;
}

inline RoomHead end_of(const RoomBatch& batch) {
    return end_with(batch.acts.back());
}

}  // namespace rostrum::replica
