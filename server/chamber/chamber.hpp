#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "chamber/known_commands.hpp"
#include "chamber/ports.hpp"
#include "floor/act.hpp"
#include "floor/command.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"

namespace rostrum::chamber {

/// The command is done and durable.
struct Accepted {
    Revision revision;
    friend bool operator==(const Accepted&, const Accepted&) = default;
};
using Answer = std::variant<Accepted, Refusal>;

/// Commands that wait in one room while the log is busy; more are refused at once.
constexpr std::size_t most_waiting_commands = 1024;
/// Of these places the last are for chair and secretariat: no crowd can keep them out.
constexpr std::size_t places_of_the_podium = 256;

static_assert(most_waiting_commands < KnownCommands::most,
              "what the log tells of old commands in one batch is remembered while it is decided");

/// Commands of one room that are decided in one turn, and share a commit. So the rules of a crowded
/// room keep another's chair waiting for a few milliseconds at most.
constexpr std::size_t most_decided_in_a_turn = 256;

/// Acts between two snapshots of a room: what a start reads again, and the price of a snapshot
/// shared among them.
constexpr std::uint64_t acts_between_snapshots = 1000;

/// One room's single writer on this server: decide, append to the log, apply, publish.
///
/// Commands that come while the log writes wait together, and the next append takes them all: they
/// share its commit. All calls on one thread.
class Chamber {
public:
    /// Told what whoever runs the server should know, in a sentence: the chamber itself goes on.
    using Trouble = std::function<void(const std::string& sentence)>;

    /// Brings the room to where the log stands, and follows the log from there.
    /// @throws std::runtime_error if the log cannot be read, InvariantBroken if it makes no sense.
    Chamber(
        RoomId room, Clock& clock, EventLog& log, Audience& audience,
        Trouble trouble = [](const std::string&) {});
    ~Chamber() = default;
    Chamber(const Chamber&) = delete;
    Chamber& operator=(const Chamber&) = delete;

    using Reply = std::function<void(Answer)>;
    /// Calls `reply` exactly once, unless the chamber is destroyed first; possibly from within
    /// submit. A reply may submit, but not destroy the chamber. A command id that the log holds is
    /// accepted again with its revision, however old it is, from any role that may send it.
    void submit(Actor actor, CommandId id, Command command, Reply reply);

    /// Every act of the room, oldest first: read anew from the log, which may outlive the chamber.
    void fetch_log(EventLog::FetchDone done) const {
        log_.fetch(room_.id, Revision{}, std::move(done));
    }

    /// The room as durable and as published.
    [[nodiscard]] const Room& room() const { return room_; }

private:
    struct Waiting {
        Actor actor;
        CommandId id;
        Command command;
        Reply reply;
        /// Told when the whole batch is settled.
        Answer answer;
    };
    /// What a batch makes of the room. Dropped whole if the log does not take it.
    struct Draft {
        Room room;
        std::vector<Act> acts;
        /// A command that comes twice is answered like the first, refusals too: what was told that
        /// it was refused must not be done by the other.
        std::unordered_map<CommandId, Answer> answers;
    };
    /// Follows the log of the room for as long as it lives.
    struct Following {
        EventLog& log;
        RoomId room;
        Following(EventLog& followed, RoomId id, EventLog::Follower follower);
        ~Following();
        Following(const Following&) = delete;
        Following& operator=(const Following&) = delete;
    };

    void work();
    void go_on();
    void append(Draft draft);
    void appended(Revision expected, const Appended& result);
    void followed(const std::vector<Act>& acts);

    void take_batch();
    Draft decide_batch();
    void restore(Draft& draft) const;
    [[nodiscard]] Answer decide_one(Draft& draft, const Waiting& waiting) const;
    [[nodiscard]] std::vector<CommandId> refused_unknown() const;
    void look_up(std::vector<CommandId> commands);
    void found(const std::variant<std::vector<Duplicate>, Unavailable>& outcome);
    bool is_old(const Duplicate& duplicate) const;
    void refuse_batch();
    void answer_batch();

    void recall();
    void read_on(Room from);
    void keep_when_due();

    using CaughtUp = std::function<void(bool)>;
    void catch_up(CaughtUp then);
    bool has_learnt(const std::variant<std::vector<Act>, Unavailable>& outcome);
    void learn(const std::vector<Act>& acts);
    void advance(Room next);

    Clock& clock_;
    EventLog& log_;
    Audience& audience_;
    Trouble trouble_;

    Room room_;
    KnownCommands known_;
    /// That of the last snapshot; 0 where none is, or one that a name is erased from.
    Revision kept_;
    /// The log may hold more than this room: it is read before anything is decided.
    bool doubtful_ = false;

    std::deque<Waiting> waiting_;
    /// The commands that are being decided, or written.
    std::vector<Waiting> batch_;
    /// The room as it will be once the batch is durable.
    Draft draft_;
    /// While a batch is in the works; the next one waits for it.
    bool busy_ = false;

    /// Gone when the chamber is: the log may answer later than that.
    std::shared_ptr<Chamber*> self_ = std::make_shared<Chamber*>(this);
    Following following_;
};

}  // namespace rostrum::chamber
