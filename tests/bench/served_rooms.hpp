#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "bench/busy_room.hpp"
#include "net/loop.hpp"
#include "replica/etcd_sequencer.hpp"
#include "replica/replicated_log.hpp"
#include "rooms/steady_clock.hpp"
#include "store/sqlite_log.hpp"

namespace rostrum::bench {

/// The work of all rooms together.
struct Work {
    std::uint64_t commands = 0;
    std::uint64_t commits = 0;
    double seconds = 0;
};

/// Rooms and their log as in a server: the caller's thread runs the room writers, another the log.
class ServedRooms {
public:
    /// Creates the rooms in an empty folder, each with an open meeting and a statement.
    /// @throws std::runtime_error if the log fails, as do all functions here
    /// @param etcd puts the acts in order, as for one of several servers of which no other is
    /// there; nullopt: the log alone
    ServedRooms(const std::filesystem::path& folder, int rooms,
                const std::optional<replica::EtcdSettings>& etcd = std::nullopt);

    /// Submits this many commands to the first room, each after the answer to the last.
    /// @returns each one's time from command to answer, in microseconds
    [[nodiscard]] std::vector<double> one_at_a_time(int commands);

    /// Keeps this many commands in flight in each room, for this long.
    [[nodiscard]] Work all_at_once(int waiting_in_each, std::chrono::milliseconds busy_for);

    /// Executes this many commands in each room, so that it resembles one at the end of a day.
    void grow(int commands_in_each);

private:
    using IsOver = std::function<bool()>;
    void run(const std::function<void()>& task);
    Work tap_all(int waiting_in_each, const IsOver& is_over);
    void tap_on(BusyRoom& room, const IsOver& is_over);

    /// No other server is there.
    class NoPeers final : public replica::Peers {
    public:
        explicit NoPeers(net::Loop& loop) : loop_(loop) {}
        void offer(std::vector<store::HeldName> names, std::function<void(bool)> done) override;
        void rows(const RoomId& room, Revision after, std::size_t most, RowsDone done) override;

    private:
        net::Loop& loop_;
    };

    net::Loop loop_;
    store::SqliteLog log_;
    NoPeers peers_{loop_};
    std::optional<replica::EtcdSequencer> sequencer_;
    std::optional<replica::ReplicatedLog> replicated_;
    rooms::SteadyClock clock_;
    std::deque<BusyRoom> rooms_;

    Work work_;
    /// Commands without an answer.
    std::size_t unanswered_ = 0;
};

}  // namespace rostrum::bench
