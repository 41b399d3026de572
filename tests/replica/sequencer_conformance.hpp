#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "replica/sequencer.hpp"

/// What holds for every sequencer, whatever keeps its acts.
namespace rostrum::replica {

/// A record for the test, and what the servers that share it have. Other tests may use the record:
/// the conformance test uses rooms of its own.
struct SequencedRecord {
    /// The sequencer of one more server.
    std::function<std::unique_ptr<Sequencer>()> sequencer;
    /// Runs tasks until this holds, or throws after a long time.
    std::function<void(const std::function<bool()>&)> run_until;
    /// How many servers may share it.
    std::size_t servers = 3;
};

/// Waits for the outcome. Appends again, as a server does, while it is unknown or there is no
/// majority.
[[nodiscard]] SequenceOutcome append_for_sure(const SequencedRecord& record, Sequencer& sequencer,
                                              const std::vector<RoomBatch>& batches);
/// Reads page after page.
[[nodiscard]] Sequencer::Acts read_all(const SequencedRecord& record, Sequencer& sequencer,
                                       const RoomId& room, Revision after = {},
                                       std::size_t a_page = 7);

/// Sections of a Catch2 test case. Call it in one of its own.
void check_sequencer(const SequencedRecord& record);

}  // namespace rostrum::replica
