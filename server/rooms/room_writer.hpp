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

/// Commands that may wait in one room while the log is busy; more are refused at once.
constexpr std::size_t most_waiting_commands = 1024;
/// The last of these places are reserved for chair and secretariat, so that a crowd cannot keep
/// them out.
constexpr std::size_t slots_of_the_podium = 256;

static_assert(most_waiting_commands < RecentCommands::most,
              "the old commands found for one batch are remembered while it is decided");

/// The most commands of one room that are decided in one task, so that a crowded room delays other
/// rooms by a few milliseconds at most.
constexpr std::size_t most_decided_at_once = 256;

/// Acts between two snapshots of a room: a start reads at most this many again.
constexpr std::uint64_t acts_between_snapshots = 1000;

/// One room's single writer on this server: decides, appends to the log, applies, publishes.
///
/// Commands that arrive during a write wait, and share the next commit. All calls on one thread.
class RoomWriter {
public:
    /// Reports a problem to the operator, in a sentence. The room writer itself continues.
    using ReportProblem = std::function<void(const std::string& sentence)>;
    /// Distinguishes commands by their fields.
    using HashCommand = std::function<std::uint64_t(const Command&)>;

    /// Loads the room from the log, and follows the log from there.
    /// @throws std::runtime_error if the log cannot be read, InvariantBroken if its acts are
    /// impossible.
    RoomWriter(
        RoomId room, Clock& clock, EventLog& log, Audience& audience,
        ReportProblem report_problem = [](const std::string&) {}, HashCommand hash_command = {});
    ~RoomWriter() = default;
    RoomWriter(const RoomWriter&) = delete;
    RoomWriter& operator=(const RoomWriter&) = delete;

    using Reply = std::function<void(Answer)>;
    /// Calls `reply` exactly once, unless the room writer is destroyed first; possibly from within
    /// submit. A reply may submit, but not destroy the room writer. A command that the log holds is
    /// accepted again with its revision, however old it is, if the same actor sends it; any other
    /// use of its id is refused.
    void submit(Actor actor, CommandId id, Command command, Reply reply);

    /// Finds the other rooms of the server, to which meetings may move; nullptr for no such room.
    using OtherRooms = std::function<RoomWriter*(const RoomId&)>;
    void know(OtherRooms other_rooms) { other_rooms_ = std::move(other_rooms); }

    /// Reads every act of the room from the log, oldest first. The log may outlive the room writer.
    void fetch_log(EventLog::FetchDone done) const {
        log_.fetch(room_.id, Revision{}, std::move(done));
    }

    /// The room as durable and published.
    [[nodiscard]] const Room& room() const { return room_; }

private:
    friend class MeetingMove;

    struct Waiting {
        Actor actor;
        CommandId id;
        Command command;
        CommandUse use;
        Reply reply;
        /// Sent once the whole batch is settled.
        Answer answer;
        /// Of a MeetingMove instead of a command: called in its turn, by itself.
        std::function<void()> hold{};
    };
    /// The room as a batch changes it. Dropped as a whole if the log does not take it.
    struct Draft {
        Room room;
        std::vector<Act> acts;
        struct Given {
            CommandUse use;
            Answer answer;
        };
        /// A command that comes twice gets the first answer again: once refused, it must not be
        /// done.
        std::unordered_map<CommandId, Given> answers;
    };
    /// Follows the log of the room during its lifetime.
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
    /// Calls `then` when everything before it is answered: nothing is decided until work_on().
    void hold(std::function<void()> then);
    void append(Draft draft);
    void appended(Revision expected, const Appended& result);
    void followed(const std::vector<Act>& acts);

    void take_batch();
    Draft decide_batch();
    void restore(Draft& draft) const;
    [[nodiscard]] Answer decide_one(Draft& draft, const Waiting& waiting) const;
    [[nodiscard]] std::vector<CommandId> refused_unknown() const;
    void find_in_log(std::vector<CommandId> commands);
    void found(Revision decided_on,
               const std::variant<std::vector<Duplicate>, Unavailable>& outcome);
    void answer_refused(const std::variant<std::vector<Duplicate>, Unavailable>& outcome);
    bool is_old(const Duplicate& duplicate) const;
    void refuse_batch(bool may_be_done = false);
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
    HashCommand hash_command_;

    Room room_;
    RecentCommands recent_;
    /// Of the last snapshot; 0 if there is none, or if a name in it was erased.
    Revision snapshot_revision_;
    /// The log may hold acts that this room lacks: read it before anything is decided.
    bool must_reread_ = false;

    OtherRooms other_rooms_ = [](const RoomId&) { return nullptr; };
    std::deque<Waiting> waiting_;
    /// The commands that are being decided, or written.
    std::vector<Waiting> batch_;
    /// The room as it will be once the batch is durable.
    Draft draft_;
    /// A batch is being decided or written; the next one waits for it.
    bool busy_ = false;

    /// Expires with the room writer: the log may answer later than that.
    std::shared_ptr<RoomWriter*> self_ = std::make_shared<RoomWriter*>(this);
    LogSubscription subscription_;
};

}  // namespace rostrum::rooms
