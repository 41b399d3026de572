#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "replica/etcd_notes.hpp"
#include "replica/link_client.hpp"
#include "replica/link_server.hpp"
#include "replica/peers.hpp"
#include "replica/replicated_log.hpp"
#include "store/access_sync.hpp"
#include "store/executor.hpp"
#include "wire/link_messages.hpp"

namespace rostrum::replica {

/// A server notes itself in etcd under this and its id: a wire::ServerState.
constexpr auto server_key = "server/";
/// The question how a server is, and its answer: a wire::ServerState each.
constexpr auto state_path = "/state";

/// The other servers of the record. Each server notes in etcd where its link is; over the links
/// they say every second that they are there. All calls on the thread of the rooms.
class OtherServers final : public Peers {
public:
    struct Services {
        EtcdNotes& notes;
        LinkClient& client;
        LinkServer& server;
        store::LocalLog& log;
        store::AccessSync& access;
        /// What this server says of itself, now.
        std::function<wire::ServerState()> own_state;
        /// Another server gave screens another room, role, name or scene.
        std::function<void(const std::vector<rooms::Grant>&)> reassigned;
        /// Runs a task later, on the thread of the rooms.
        store::Executor post;
    };
    /// All outlive it.
    explicit OtherServers(Services services);

    /// Answers the others; `log` outlives this.
    void serve(ReplicatedLog& log);
    /// Asks the others how they are. To be called every second.
    void tick();

    struct Known {
        wire::ServerState state;
        HttpAddress address;
        /// When it said so; nullopt if it never did to this server.
        std::optional<std::chrono::steady_clock::time_point> heard;
        /// Its clock less this machine's steady clock, by the quickest of the latest answers: so it
        /// holds however this server's own clock is moved.
        std::chrono::nanoseconds over_steady{};
        bool is_there = false;
        /// All that it knows of access was taken.
        bool gave_access = false;
        bool is_asked_for_access = false;
    };
    /// By id, without this one.
    [[nodiscard]] const std::map<std::string, Known>& known() const { return known_; }
    [[nodiscard]] bool any_is_there() const;
    /// Whether etcd has said which servers there are, and each has given what it knows of access,
    /// or has not answered in time.
    [[nodiscard]] bool all_are_asked() const;
    /// Whether each known server has given what it knows of access.
    [[nodiscard]] bool all_gave_access() const;

    void offer(std::vector<store::HeldName> names, std::function<void(bool)> done) override;
    void rows(const RoomId& room, Revision after, std::size_t most, RowsDone done) override;

private:
    /// An answer's way there and back, and what it says of the clock there.
    struct Sample {
        std::chrono::nanoseconds took;
        std::chrono::nanoseconds over_steady;
    };

    void read_notes();
    void ask_state(const std::string& id);
    void ask_access(const std::string& id);
    void take_access(const std::string& id, std::string answer);
    void heard(const std::string& id, wire::ServerState state, Sample sample);
    [[nodiscard]] std::vector<HttpAddress> there() const;
    void rows_from(std::vector<HttpAddress> servers, const std::string& question, RowsDone done);

    Services services_;
    std::map<std::string, Known> known_;
    std::map<std::string, std::deque<Sample>> samples_;
    std::string noted_;
    unsigned ticks_ = 0;
    bool are_read_ = false;
    std::size_t answers_missing_ = 0;
    std::shared_ptr<OtherServers*> self_ = std::make_shared<OtherServers*>(this);
};

}  // namespace rostrum::replica
