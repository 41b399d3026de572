#pragma once

#include <chrono>
#include <filesystem>
#include <iosfwd>

#include "bench/quartiles.hpp"

/// What it costs to make a command durable, beside what the disk alone costs.
namespace rostrum::bench {

struct CommitPlan {
    /// Where a folder is made for what is written, and removed at the end: on the disk that is to
    /// be measured.
    std::filesystem::path folder;
    /// In each, the disk alone, one room and many rooms are measured one after the other.
    int rounds = 9;
    /// Made durable one at a time, in each round: by the disk alone, and by one room.
    int single_commands = 200;
    int rooms = 200;
    /// Acts of each room before anything is measured: so many are remembered, to be undone.
    int acts_before = 1000;
    /// That each of many rooms keeps waiting.
    int waiting_in_each = 64;
    /// How long many rooms are busy in each round.
    std::chrono::milliseconds busy_for{500};
};

struct CommitFigures {
    CommitPlan plan;
    /// Of the medians of the rounds: append and `fdatasync`, in microseconds.
    Quartiles bare_us;
    /// From the command to its answer.
    Quartiles single_us;
    /// Of the same round.
    Quartiles single_to_bare;
    /// Of many rooms together.
    Quartiles commands_a_second;
    Quartiles acts_a_commit;
};

/// Takes as long as the plan says; the room writers run on the caller's thread meanwhile.
/// @throws std::runtime_error where the disk or the log fails.
[[nodiscard]] CommitFigures measure_commits(const CommitPlan& plan);

void print(std::ostream& out, const CommitFigures& figures);

}  // namespace rostrum::bench
