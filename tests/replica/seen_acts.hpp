#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "replica/sequencer.hpp"

namespace rostrum::replica {

/// A follower that keeps what it is passed, and notes what no follower may be passed.
class SeenActs final : public SequenceFollower {
public:
    void sequenced(const RoomId& room, std::vector<SequencedAct> acts) override {
        if (acts.empty()) faults.push_back(room.value + ": no act");
        for (std::size_t i = 1; i < acts.size(); ++i)
            if (acts[i].revision.value != acts[i - 1].revision.value + 1)
                faults.push_back(room.value + ": acts that are not consecutive");
        auto& seen = rooms[room];
        for (SequencedAct& act : acts) {
            if (const auto known = seen.find(act.revision); known != seen.end()) {
                if (known->second != act) faults.push_back(room.value + ": an act has changed");
                continue;
            }
            if (!seen.empty() && act.revision.value != seen.rbegin()->first.value + 1)
                faults.push_back(room.value + ": an act is missing before " +
                                 std::to_string(act.revision.value));
            seen.emplace(act.revision, std::move(act));
        }
    }
    void has_heads(const std::map<RoomId, RoomHead>& now) override {
        for (const auto& [room, head] : heads)
            if (!now.contains(room) || now.at(room).revision < head.revision)
                faults.push_back(room.value + ": its end went back");
        heads = now;
        ++times;
    }

    std::map<RoomId, std::map<Revision, SequencedAct>> rooms;
    std::map<RoomId, RoomHead> heads;
    int times = 0;
    std::vector<std::string> faults;
};

}  // namespace rostrum::replica
