#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>

#include "floor/act.hpp"
#include "floor/actor.hpp"
#include "floor/ids.hpp"

namespace rostrum::rooms {

/// What a command id was used for: the same id for anything else is no repetition.
struct CommandUse {
    /// As recorded.
    Actor actor;
    CommandKind kind{};
    /// Of the fields; nullopt for an act that this process only read. The log keeps what a command
    /// made true, not the command.
    std::optional<std::uint64_t> hash{};
};

[[nodiscard]] inline bool is_same(const CommandUse& one, const CommandUse& other) {
    const bool differs = one.hash && other.hash && *one.hash != *other.hash;
    return one.actor == other.actor && one.kind == other.kind && !differs;
}

/// The commands of a room's latest acts, so that a command sent again gets the same answer. The log
/// finds older ones.
class RecentCommands {
public:
    /// Some 300 bytes each. Clients repeat a command within seconds; this is more than a long day
    /// of meetings.
    static constexpr std::size_t most = 4096;

    struct Done {
        Revision revision;
        CommandUse use;
    };

    /// Drops the oldest when full.
    void add(const CommandId& command, Revision revision, CommandUse use) {
        if (!done_.emplace(command, Done{revision, std::move(use)}).second) return;
        oldest_first_.push_back(command);
        if (oldest_first_.size() <= most) return;
        done_.erase(oldest_first_.front());
        oldest_first_.pop_front();
    }

    /// nullptr if it is none of these commands.
    [[nodiscard]] const Done* find(const CommandId& command) const {
        const auto known = done_.find(command);
        return known == done_.end() ? nullptr : &known->second;
    }

    /// Whether these are the commands of all acts up to this revision.
    [[nodiscard]] bool are_all_up_to(Revision revision) const {
        return done_.size() >= revision.value;
    }

private:
    std::unordered_map<CommandId, Done> done_;
    std::deque<CommandId> oldest_first_;
};

}  // namespace rostrum::rooms
