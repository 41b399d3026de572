#include "replica/sequencer.hpp"

#include <set>
#include <utility>

namespace rostrum::replica {
namespace {

std::optional<std::string> batch_fault(const RoomBatch& batch) {
    if (batch.acts.empty()) return "A batch of room " + batch.room.value + " has no act.";
    std::set<CommandId> commands;
    std::uint64_t next = batch.expected.revision.value;
    for (const SequencedAct& act : batch.acts) {
        if (act.revision.value != ++next)
            return "The acts of room " + batch.room.value + " do not continue from its end.";
        if (!commands.insert(act.command).second)
            return "Two acts of room " + batch.room.value + " have the same command.";
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> append_fault(const std::vector<RoomBatch>& batches) {
    if (batches.empty()) return "There is nothing to put in order.";
    if (batches.size() > most_rooms_sequenced_at_once)
        return "Acts of more than " + std::to_string(most_rooms_sequenced_at_once) +
               " rooms cannot be put in order together.";
    std::size_t acts = 0;
    std::size_t bytes = 0;
    std::set<RoomId> rooms;
    for (const RoomBatch& batch : batches) {
        if (auto fault = batch_fault(batch)) return fault;
        if (!rooms.insert(batch.room).second)
            return "Room " + batch.room.value + " is there twice.";
        acts += batch.acts.size();
        for (const SequencedAct& act : batch.acts) bytes += act.bytes.size();
    }
    if (acts > most_acts_sequenced_at_once)
        return "More than " + std::to_string(most_acts_sequenced_at_once) +
               " acts cannot be put in order together.";
    if (bytes > most_bytes_sequenced_at_once)
        return "The acts have " + std::to_string(bytes) + " bytes; " +
               std::to_string(most_bytes_sequenced_at_once) + " can be put in order together.";
    return std::nullopt;
}

}  // namespace rostrum::replica
