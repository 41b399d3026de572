#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "chance.hpp"
#include "floor/command.hpp"
#include "memory_log.hpp"
#include "screen.hpp"
#include "server.hpp"
#include "truth.hpp"

namespace rostrum::simulation {

/// A day in one room, as bad as days get: two servers on one log, people who act on what their
/// screens showed a while ago, clocks that jump, plugs that are pulled, a log that fails.
class Day {
public:
    /// @pre chance outlives it.
    explicit Day(Chance& chance);

    [[nodiscard]] bool is_over() const;
    /// Something happens.
    /// @throws Seen, or InvariantBroken
    void step();
    /// Everything is mended and every wait comes to its end; then all must be well.
    void come_to_rest();

    [[nodiscard]] std::size_t acts() const { return log_.acts().size(); }

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
        /// Until it is accepted, or refused for good.
        std::unordered_map<CommandId, Command> unsettled;
    };

    void somebody_acts();
    void send(Person& person, const Sent& sent);
    void told(Person& person, const Server& server, const CommandId& id,
              const chamber::Answer& answer);
    void screens_are_read();
    void the_log_answers(Server& server);
    void a_plug_is_pulled_or_put_back(Server& server);
    void somebody_leaves_or_comes(Person& person);
    void clock_jumps(Server& server);
    void time_passes(Duration most);
    void look();
    bool mend();

    Chance& chance_;
    Instant time_;
    chamber::MemoryLog log_;
    Truth truth_;
    std::array<Server, 2> servers_;
    std::array<Revision, 2> looked_at_{};
    std::array<Person, 7> people_;
    std::uint64_t commands_ = 0;
};

}  // namespace rostrum::simulation
