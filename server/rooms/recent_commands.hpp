#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

#include "floor/ids.hpp"

namespace rostrum::rooms {

/// The commands of a room's latest acts, so that a command sent again gets the same answer. The log
/// finds older ones.
class RecentCommands {
public:
    /// Some 200 bytes each. Clients repeat a command within seconds; this is more than a long day
    /// of meetings.
    static constexpr std::size_t most = 4096;

    /// Drops the oldest when full.
    void add(const CommandId& command, Revision revision) {
        if (!revisions_.emplace(command, revision).second) return;
        oldest_first_.push_back(command);
        if (oldest_first_.size() <= most) return;
        revisions_.erase(oldest_first_.front());
        oldest_first_.pop_front();
    }

    [[nodiscard]] std::optional<Revision> find(const CommandId& command) const {
        const auto known = revisions_.find(command);
        return known == revisions_.end() ? std::nullopt : std::optional{known->second};
    }

    /// Whether these are the commands of all acts up to this revision.
    [[nodiscard]] bool are_all_up_to(Revision revision) const {
        return revisions_.size() >= revision.value;
    }

private:
    std::unordered_map<CommandId, Revision> revisions_;
    std::deque<CommandId> oldest_first_;
};

}  // namespace rostrum::rooms
