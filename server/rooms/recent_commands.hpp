#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "floor/act.hpp"
#include "floor/actor.hpp"
#include "floor/ids.hpp"

namespace rostrum::rooms {

/// What a command id was used for: the same id for anything else is no repetition. Hashes, because
/// a room remembers thousands.
struct CommandUse {
    /// Of the actor, as recorded, and the command's kind.
    std::size_t sender = 0;
    /// Of the fields; nullopt for an act that this process only read. The log keeps what a command
    /// made true, not the command.
    std::optional<std::uint64_t> fields{};
};

[[nodiscard]] inline CommandUse use_of(const Actor& actor, CommandKind kind,
                                       std::optional<std::uint64_t> fields = {}) {
    const auto role_and_kind =
        static_cast<std::size_t>(kind) << 8U | static_cast<std::size_t>(actor.role);
    return {std::hash<std::string_view>{}(device_on_record(actor)) ^ role_and_kind, fields};
}

[[nodiscard]] inline bool is_same(const CommandUse& one, const CommandUse& other) {
    const bool differs = one.fields && other.fields && *one.fields != *other.fields;
    return one.sender == other.sender && !differs;
}

/// The commands of a room's latest acts, so that a command sent again gets the same answer. The log
/// finds older ones.
class RecentCommands {
public:
    /// Some 150 bytes each. Clients repeat a command within seconds; this is more than a long day
    /// of meetings.
    static constexpr std::size_t most = 4096;

    struct Done {
        Revision revision;
        CommandUse use;
    };

    /// Drops the oldest when full.
    void add(const CommandId& command, Revision revision, CommandUse use) {
        const auto [added, is_new] = done_.emplace(command, Done{revision, use});
        if (!is_new) return;
        oldest_first_.push_back(&added->first);
        if (oldest_first_.size() <= most) return;
        done_.erase(*oldest_first_.front());
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
    /// The keys of `done_`.
    std::deque<const CommandId*> oldest_first_;
};

}  // namespace rostrum::rooms
