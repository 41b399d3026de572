#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/address.hpp"
#include "app/settings.hpp"
#include "net/loop.hpp"
#include "replica/etcd_notes.hpp"
#include "replica/etcd_sequencer.hpp"
#include "replica/link_client.hpp"
#include "replica/link_server.hpp"
#include "replica/other_servers.hpp"
#include "replica/replicated_log.hpp"
#include "rooms/steady_clock.hpp"
#include "store/access_sync.hpp"
#include "store/sqlite_log.hpp"
#include "store/worker.hpp"

namespace rostrum::app {

/// How `serve` reaches etcd and the other servers.
/// @throws Failure, replica::UnusableSetting
[[nodiscard]] replica::EtcdSettings etcd_settings(const ReplicaSettings& settings);

/// This server as one of several with the same record. All calls on the thread of the rooms.
class Replica {
public:
    /// Listens for the others. All of them outlive it.
    /// @throws Failure, replica::UnusableSetting
    Replica(net::Loop& loop, store::SqliteLog& log, rooms::SteadyClock& clock,
            std::shared_ptr<store::Worker> access_worker, const Settings& settings);

    /// Calls `reassigned` with screens to which another server gave another room, role, name or
    /// scene.
    void on_reassigned(std::function<void(const std::vector<rooms::Grant>&)> reassigned) {
        reassigned_ = std::move(reassigned);
    }

    [[nodiscard]] replica::ReplicatedLog& log() { return log_; }
    /// Calls `current` once the own log has everything that a majority has, and the own clock is
    /// that of the servers that serve already.
    void start(std::function<void()> current);
    /// To be called every second.
    void tick();
    /// This server serves from now on, and browsers reach it there.
    void serves_at(std::string public_url);

    /// The id of the record, on every server the same. Known once `current` was called.
    [[nodiscard]] const std::string& record() const { return record_; }
    /// Whether the clock of another server holds, and not the wall clock.
    [[nodiscard]] bool follows_clock() const { return follows_clock_; }
    /// Whether each server that there is has said what it knows of access.
    [[nodiscard]] bool knows_all_access() const { return others_.all_gave_access(); }
    [[nodiscard]] bool another_is_there() const { return others_.any_is_there(); }
    /// Where browsers reach the servers: this one first, and those that are away too.
    [[nodiscard]] std::vector<std::string> public_urls() const;
    /// Why no act can be written, as a sentence; nullopt if they can, as far as is known.
    [[nodiscard]] std::optional<std::string> fault() const { return log_.fault(); }

private:
    [[nodiscard]] wire::ServerState own_state() const;
    void follow_clock();
    void drop_old_acts();
    void begin_if_current();

    net::Loop& loop_;
    store::SqliteLog& local_;
    rooms::SteadyClock& clock_;
    std::string link_url_;
    std::string public_url_;
    double serving_since_unix_ms_ = 0;

    replica::EtcdSequencer sequencer_;
    replica::EtcdNotes notes_;
    replica::LinkClient client_;
    replica::LinkServer server_;
    store::AccessSync access_;
    replica::OtherServers others_;
    replica::ReplicatedLog log_;

    std::string record_;
    std::function<void()> current_;
    std::function<void(const std::vector<rooms::Grant>&)> reassigned_ =
        [](const std::vector<rooms::Grant>&) {};
    bool log_is_current_ = false;
    bool follows_clock_ = false;
    unsigned ticks_ = 0;
};

}  // namespace rostrum::app
