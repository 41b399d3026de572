// What happens to a record while members of etcd die, hang and return.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>

#include "etcd_members.hpp"
#include "replica/etcd_sequencer.hpp"
#include "run_until.hpp"
#include "seen_acts.hpp"
#include "sequencer_conformance.hpp"
#include "test_acts.hpp"

using namespace rostrum;
using namespace rostrum::replica;

namespace {

using Clock = std::chrono::steady_clock;

/// A server: it writes to its room, and to one that all share, until it is asked to stop.
class BusyServer {
public:
    BusyServer(boost::asio::io_context& io, const EtcdSettings& settings, int number)
        : sequencer(std::make_unique<EtcdSequencer>(io, settings)), number_(number) {
        sequencer->follow(follower);
    }

    void start() {
        write(RoomId{"own-" + std::to_string(number_)});
        write(RoomId{"shared"});
    }

    void stop() { is_stopping_ = true; }
    [[nodiscard]] bool is_quiet() const { return writing_ == 0; }

    std::unique_ptr<EtcdSequencer> sequencer;
    SeenActs follower;
    /// The acts that were accepted.
    std::map<RoomId, std::vector<SequencedAct>> accepted;
    int unknown = 0;

private:
    void write(const RoomId& room) {
        if (is_stopping_) return;
        const std::string command = std::to_string(number_) + "-" + std::to_string(++commands_);
        ++writing_;
        append(room, act_after(ends_[room], command));
    }
    /// The same act again and again, until it is known what came of it.
    void append(const RoomId& room, const SequencedAct& act) {
        sequencer->append({{room, ends_[room], {act}}}, [=, this](const SequenceOutcome& outcome) {
            if (std::holds_alternative<Sequenced>(outcome)) {
                accepted[room].push_back(act);
                ends_[room] = end_with(act);
                --writing_;
                return write(room);
            }
            if (const auto* other = std::get_if<OtherHead>(&outcome)) {
                ends_[room] = other->actual;
                return append(room, act_after(other->actual, act.command.value));
            }
            CHECK_FALSE(std::holds_alternative<KnownCommand>(outcome));
            unknown += std::holds_alternative<OutcomeUnknown>(outcome) ? 1 : 0;
            append(room, act);
        });
    }

    int number_;
    int commands_ = 0;
    int writing_ = 0;
    bool is_stopping_ = false;
    std::map<RoomId, RoomHead> ends_;
};

struct Fault {
    const char* name;
    std::function<void(EtcdMembers&)> happen;
};

std::size_t follower_of(const EtcdMembers& members) {
    return (members.leader() + 1) % 3;
}

const std::vector<Fault> faults{
    {"a follower dies", [](EtcdMembers& members) { members.kill(follower_of(members)); }},
    {"the leader dies", [](EtcdMembers& members) { members.kill(members.leader()); }},
    {"a follower hangs", [](EtcdMembers& members) { members.pause(follower_of(members)); }},
    {"the leader hangs", [](EtcdMembers& members) { members.pause(members.leader()); }},
    {"the leader hangs and a follower dies",
     [](EtcdMembers& members) {
         const std::size_t leader = members.leader();
         members.pause(leader);
         members.kill((leader + 1) % 3);
     }},
    {"all die",
     [](EtcdMembers& members) {
         for (std::size_t i = 0; i < 3; ++i) members.kill(i);
     }},
};

bool leaves_a_majority(const Fault& fault) {
    return &fault < &faults[4];
}

}  // namespace

TEST_CASE("no act is lost or doubled while members die, hang and return", "[faults]") {
    EtcdMembers members{3};
    boost::asio::io_context io;
    std::vector<std::unique_ptr<BusyServer>> servers;
    for (int i = 0; i < 3; ++i)
        servers.push_back(std::make_unique<BusyServer>(io, members.settings(), i));
    const auto all = [&](const auto& holds) {
        run_until(io, [&] { return std::all_of(servers.begin(), servers.end(), holds); });
    };
    const auto accepted_more = [&](std::size_t more) {
        std::map<const BusyServer*, std::size_t> before;
        const auto count = [](const auto& server) {
            std::size_t acts = 0;
            for (const auto& [room, accepted] : server->accepted) acts += accepted.size();
            return acts;
        };
        for (const auto& server : servers) before[server.get()] = count(server);
        all([&](const auto& server) { return count(server) >= before[server.get()] + more; });
    };

    // From then on a follower is passed all acts.
    all([](const auto& server) { return server->follower.times > 0; });
    for (auto& server : servers) server->start();

    const int rounds = std::getenv("ROSTRUM_THOROUGH") == nullptr ? 1 : 20;
    for (int round = 0; round < rounds; ++round) {
        for (const Fault& fault : faults) {
            INFO(fault.name << ", round " << round);
            accepted_more(5);
            fault.happen(members);
            if (leaves_a_majority(fault)) {
                accepted_more(5);
            } else {
                // Each server learns within the time that nothing is certain.
                for (auto& server : servers) server->unknown = 0;
                const auto end = Clock::now() + std::chrono::seconds{60};
                all([](const auto& server) { return server->unknown > 0; });
                CHECK(Clock::now() < end);
            }
            members.repair();
        }
    }
    accepted_more(5);
    for (auto& server : servers) server->stop();
    all([](const auto& server) { return server->is_quiet(); });

    const SequencedRecord record{{}, [&](const auto& holds) { run_until(io, holds); }};
    std::map<RoomId, std::map<Revision, SequencedAct>> written;
    for (const RoomId& room : {RoomId{"shared"}, RoomId{"own-0"}, RoomId{"own-1"}, RoomId{"own-2"}})
        for (const SequencedAct& act :
             read_all(record, *servers.front()->sequencer, room, Revision{}, 100).acts)
            written[room].emplace(act.revision, act);
    std::map<RoomId, std::size_t> accepted;
    for (auto& server : servers) {
        for (const auto& [room, acts] : server->accepted) {
            accepted[room] += acts.size();
            for (const SequencedAct& act : acts) {
                REQUIRE(written[room].contains(act.revision));
                CHECK(written[room].at(act.revision) == act);
            }
        }
        run_until(io, [&] { return server->follower.rooms == written; });
        CHECK(server->follower.faults == std::vector<std::string>{});
    }
    for (const auto& [room, acts] : written) {
        CHECK(accepted[room] == acts.size());
        CHECK(acts.rbegin()->first == Revision{acts.size()});
    }
}
