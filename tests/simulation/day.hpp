#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "expected_room.hpp"
#include "floor/command.hpp"
#include "log_side.hpp"
#include "random_source.hpp"
#include "screen.hpp"
#include "server.hpp"

namespace rostrum::simulation {

/// A bad day in one room: two servers, people who act on outdated screens, clocks that jump,
/// crashes, a log that fails.
class Day {
public:
    /// @pre `random` and `world` outlive this object.
    Day(RandomSource& random, World& world);

    [[nodiscard]] bool is_over() const;
    /// Makes one random step.
    /// @throws PromiseBroken, InvariantBroken
    void step();
    /// Repairs everything and waits for every answer, then checks the final state.
    void settle();

    [[nodiscard]] std::size_t acts() const { return world_.acts().size(); }

private:
    struct Sent {
        CommandId id;
        Command command;
    };
    struct Person {
        Actor actor;
        Screen screen;
        Server* server;
        std::vector<Sent> sent;
        /// Commands that are neither accepted nor finally refused.
        std::unordered_map<CommandId, Command> unsettled;
        /// The revision that a server had when it refused a command for good.
        std::unordered_map<CommandId, Revision> refused;
    };

    void send_random_command();
    void send(Person& person, const Sent& sent);
    void receive(Person& person, const Server& server, const CommandId& id,
                 const rooms::Answer& answer);
    void read_screens();
    void work_of_log(Server& server);
    void crash_or_restart(Server& server);
    void leave_or_join(Person& person);
    void clock_jumps(Server& server);
    void time_passes(Duration most);
    void check();
    bool repair();

    RandomSource& random_;
    Instant time_;
    World& world_;
    ExpectedRoom expected_;
    std::array<Server, 2> servers_;
    std::array<Revision, 2> checked_{};
    std::array<Person, 7> people_;
    std::uint64_t commands_ = 0;
};

}  // namespace rostrum::simulation
