#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <vector>

#include "bench/busy_room.hpp"
#include "net/loop.hpp"
#include "rooms/steady_clock.hpp"
#include "store/sqlite_log.hpp"

namespace rostrum::bench {

/// What rooms have got done together.
struct Work {
    std::uint64_t commands = 0;
    std::uint64_t commits = 0;
    double seconds = 0;
};

/// Rooms and their log as a server has them: the caller's thread runs the room writers, another
/// writes.
class ServedRooms {
public:
    /// In an empty folder. Each room has a meeting, and somebody has the floor.
    /// @throws std::runtime_error where the log fails, as all of these
    ServedRooms(const std::filesystem::path& folder, int rooms);

    /// The first room has this many commands, each given when the one before it was answered.
    /// @returns from the command to its answer, of each, in microseconds
    [[nodiscard]] std::vector<double> one_at_a_time(int commands);

    /// Each room keeps this many commands waiting, for this long.
    [[nodiscard]] Work all_at_once(int waiting_in_each, std::chrono::milliseconds busy_for);

    /// Each room has this many commands, so that it is one that has seen a day.
    void grow(int commands_in_each);

private:
    using IsOver = std::function<bool()>;
    void run(const std::function<void()>& task);
    Work tap_all(int waiting_in_each, const IsOver& is_over);
    void tap_on(BusyRoom& room, const IsOver& is_over);

    net::Loop loop_;
    store::SqliteLog log_;
    rooms::SteadyClock clock_;
    std::deque<BusyRoom> rooms_;

    Work work_;
    /// Of the commands that were given.
    std::size_t unanswered_ = 0;
};

}  // namespace rostrum::bench
