#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

#include "floor/ids.hpp"

namespace rostrum::rooms {

/// The commands of a room's latest acts, so that one that is sent again is answered again. Older
/// ones are the log's to know.
class RecentCommands {
public:
    /// At some 200 bytes each. Whoever sends again does so within seconds, and this is more than
    /// a long day of meetings.
    static constexpr std::size_t most = 4096;

    /// The oldest is forgotten for one more.
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

    /// Whether no act up to this revision has another command.
    [[nodiscard]] bool are_all_up_to(Revision revision) const {
        return revisions_.size() >= revision.value;
    }

private:
    std::unordered_map<CommandId, Revision> revisions_;
    std::deque<CommandId> oldest_first_;
};

}  // namespace rostrum::rooms
