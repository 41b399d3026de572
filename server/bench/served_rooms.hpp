#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <thread>
#include <vector>

#include "bench/tapped_room.hpp"
#include "chamber/steady_clock.hpp"
#include "net/loop.hpp"
#include "store/sqlite_log.hpp"

namespace rostrum::bench {

/// What rooms have got done together.
struct Work {
    std::uint64_t commands = 0;
    std::uint64_t commits = 0;
    double seconds = 0;
};

/// Rooms and their log as a server has them: one thread runs the chambers, another writes. Called
/// from a third, which waits.
class ServedRooms {
public:
    /// In an empty folder.
    /// @throws std::runtime_error where the log fails, as all of these
    ServedRooms(const std::filesystem::path& folder, int rooms);

    /// The first room has this many commands, each given when the one before it was answered.
    /// @returns from the command to its answer, of each, in microseconds
    [[nodiscard]] std::vector<double> one_at_a_time(int commands);

    /// Each room keeps this many commands waiting, for this long.
    [[nodiscard]] Work all_at_once(int waiting_in_each, std::chrono::milliseconds busy_for);

private:
    /// The thread of the chambers.
    class Running {
    public:
        Running(net::Loop& loop, std::promise<void>& failed);
        ~Running();
        Running(const Running&) = delete;
        Running& operator=(const Running&) = delete;

    private:
        net::Loop& loop_;
        std::thread thread_;
    };

    void run(const std::function<void()>& task);
    void bring(std::function<void()> answers);
    void tap_on(TappedRoom& room);

    net::Loop loop_;
    store::SqliteLog log_;
    chamber::SteadyClock clock_;
    std::deque<TappedRoom> rooms_;

    // Touched on the thread of the chambers alone, while that runs.
    Work work_;
    std::chrono::steady_clock::time_point end_;
    std::size_t waiting_ = 0;
    std::promise<void> done_;

    Running running_;
};

}  // namespace rostrum::bench
