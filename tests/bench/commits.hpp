#pragma once

#include <chrono>
#include <filesystem>
#include <iosfwd>
#include <optional>

#include "bench/quartiles.hpp"
#include "replica/etcd_settings.hpp"

/// The cost of a durable command, next to that of the disk alone.
namespace rostrum::bench {

struct CommitPlan {
    /// Where a temporary folder is created: on the disk to measure.
    std::filesystem::path folder;
    /// Each measures the disk alone, one room and many rooms in turn.
    int rounds = 9;
    /// Commands made durable one at a time in each round: by the disk alone, and by one room.
    int single_commands = 200;
    int rooms = 200;
    /// Acts of each room before the measurement: as many as Undo remembers.
    int acts_before = 1000;
    /// Members of etcd that put the acts in order for one more room, and as many more rooms; none:
    /// that is not measured.
    std::optional<replica::EtcdSettings> etcd = std::nullopt;
    /// Commands that each of many rooms keeps in flight.
    int waiting_in_each = 64;
    /// The time for which many rooms are busy in each round.
    std::chrono::milliseconds busy_for{500};
};

struct CommitFigures {
    CommitPlan plan;
    /// Append and `fdatasync`, in microseconds: quartiles of the rounds' medians.
    Quartiles bare_us;
    /// From the command to its answer.
    Quartiles single_us;
    /// The ratio within a round.
    Quartiles single_to_bare;
    /// Of many rooms together.
    Quartiles commands_a_second;
    Quartiles acts_a_commit;
    /// The same through etcd, if that is measured.
    Quartiles replicated_us{};
    Quartiles replicated_to_bare{};
    Quartiles replicated_commands_a_second{};
};

/// Blocks for as long as the plan takes; the room writers run on the caller's thread.
/// @throws std::runtime_error if the disk or the log fails.
[[nodiscard]] CommitFigures measure_commits(const CommitPlan& plan);

void print(std::ostream& out, const CommitFigures& figures);

}  // namespace rostrum::bench
