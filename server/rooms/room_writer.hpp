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

#include "floor/act.hpp"
#include "floor/command.hpp"
#include "floor/refusal.hpp"
#include "floor/room.hpp"
#include "rooms/ports.hpp"
#include "rooms/recent_commands.hpp"

namespace rostrum::rooms {

/// The command is done and durable.
struct Accepted {
    Revision revision;
    friend bool operator==(const Accepted&, const Accepted&) = default;
};
using Answer = std::variant<Accepted, Refusal>;

/// Commands that wait in one room while the log is busy; more are refused at once.
constexpr std::size_t most_waiting_commands = 1024;
/// Of these places the last are for chair and secretariat: no crowd can keep them out.
constexpr std::size_t slots_of_the_podium = 256;

static_assert(most_waiting_commands < RecentCommands::most,
              "what the log tells of old commands in one batch is remembered while it is decided");

/// Commands of one room that are decided in one task, and share a commit. So the rules of a crowded
/// room keep another's chair waiting for a few milliseconds at most.
constexpr std::size_t most_decided_at_once = 256;

/// Acts between two snapshots of a room: what a start reads again, and the price of a snapshot
/// shared among them.
constexpr std::uint64_t acts_between_snapshots = 1000;

/// One room's single writer on this server: decide, append to the log, apply, publish.
///
/// Commands that come while the log writes wait together, and the next append takes them all: they
/// share its commit. All calls on one thread.
class RoomWriter {
public:
    /// Told what whoever runs the server should know, in a sentence: the room writer itself goes
    /// on.
    using ReportProblem = std::function<void(const std::string& sentence)>;

    /// Brings the room to where the log stands, and follows the log from there.
    /// @throws std::runtime_error if the log cannot be read, InvariantBroken if it makes no sense.
    RoomWriter(
        RoomId room, Clock& clock, EventLog& log, Audience& audience,
        ReportProblem report_problem = [](const std::string&) {});
    ~RoomWriter() = default;
    RoomWriter(const RoomWriter&) = delete;
    RoomWriter& operator=(const RoomWriter&) = delete;

    using Reply = std::function<void(Answer)>;
    /// Calls `reply` exactly once, unless the room writer is destroyed first; possibly from within
    /// submit. A reply may submit, but not destroy the room writer. A command id that the log holds
    /// is accepted again with its revision, however old it is, from any role that may send it.
    void submit(Actor actor, CommandId id, Command command, Reply reply);

    /// Every act of the room, oldest first: read anew from the log, which may outlive the room
    /// writer.
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
    struct LogSubscription {
        EventLog& log;
        RoomId room;
        LogSubscription(EventLog& followed, RoomId id, EventLog::Follower follower);
        ~LogSubscription();
        LogSubscription(const LogSubscription&) = delete;
        LogSubscription& operator=(const LogSubscription&) = delete;
    };

    void work();
    void work_on();
    void append(Draft draft);
    void appended(Revision expected, const Appended& result);
    void followed(const std::vector<Act>& acts);

    void take_batch();
    Draft decide_batch();
    void restore(Draft& draft) const;
    [[nodiscard]] Answer decide_one(Draft& draft, const Waiting& waiting) const;
    [[nodiscard]] std::vector<CommandId> refused_unknown() const;
    void find_in_log(std::vector<CommandId> commands);
    void found(const std::variant<std::vector<Duplicate>, Unavailable>& outcome);
    bool is_old(const Duplicate& duplicate) const;
    void refuse_batch();
    void answer_batch();

    void load();
    void replay(Room from);
    void snapshot_when_due();

    using CaughtUp = std::function<void(bool)>;
    void catch_up(CaughtUp then);
    bool has_adopted(const std::variant<std::vector<Act>, Unavailable>& outcome);
    void adopt(const std::vector<Act>& acts);
    void advance(Room next);

    Clock& clock_;
    EventLog& log_;
    Audience& audience_;
    ReportProblem report_problem_;

    Room room_;
    RecentCommands recent_;
    /// That of the last snapshot; 0 where none is, or one that a name is erased from.
    Revision snapshot_revision_;
    /// The log may hold more than this room: it is read before anything is decided.
    bool must_reread_ = false;

    std::deque<Waiting> waiting_;
    /// The commands that are being decided, or written.
    std::vector<Waiting> batch_;
    /// The room as it will be once the batch is durable.
    Draft draft_;
    /// While a batch is in the works; the next one waits for it.
    bool busy_ = false;

    /// Gone when the room writer is: the log may answer later than that.
    std::shared_ptr<RoomWriter*> self_ = std::make_shared<RoomWriter*>(this);
    LogSubscription subscription_;
};

}  // namespace rostrum::rooms
