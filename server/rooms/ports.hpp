#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "floor/act.hpp"
#include "floor/actor.hpp"
#include "floor/card_holder.hpp"
#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/room.hpp"
#include "floor/scene.hpp"

/// The interfaces that a room writer needs. All calls and callbacks happen on the one thread that
/// runs the room writers; an implementation that works on another thread posts its results back to
/// it.
namespace rostrum::rooms {

/// The clock of all rooms. While a meeting is open, it never runs backwards, whatever the wall
/// clock does.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() = 0;
    /// In milliseconds since the Unix epoch, with a fraction: screens measure the offset of their
    /// own clock by it.
    [[nodiscard]] virtual double unix_ms_now() { return static_cast<double>(unix_ms(now())); }
};

/// The acts are in the log and survive the loss of power.
struct Durable {};
/// Another server has written to the room: the log is at another revision than expected.
struct Conflict {
    Revision actual;
};
/// The log already holds this command id, in this act. The batch was not written.
struct Duplicate {
    CommandId command;
    Revision revision;
    /// Of the act.
    Actor actor;
    CommandKind kind{};
};
/// A file cannot be used; `reason` is a sentence. The room writer reads the log again before its
/// next act.
struct Unavailable {
    std::string reason;
    /// The acts to append may have been written, and may be found later, such as after a restart.
    bool may_be_done = false;
};
using Appended = std::variant<Durable, Conflict, Duplicate, Unavailable>;

/// Consecutive acts of a room that is at `expected`: at least one, numbered from expected + 1 on.
struct RoomActs {
    RoomId room;
    Revision expected;
    std::vector<Act> acts;
};

/// The acts of every room, in order: the source of truth. Other processes may write to it too.
class EventLog {
public:
    virtual ~EventLog() = default;

    using AppendDone = std::function<void(Appended)>;
    /// Writes consecutive acts, all or none, if the room is at `expected`. Calls `done` once, never
    /// from within append.
    /// @pre at least one act, numbered from expected + 1 on.
    virtual void append(const RoomId& room, Revision expected, std::vector<Act> acts,
                        AppendDone done) = 0;

    /// Writes acts of several rooms in one commit, all or none. Answers as append.
    // NOLINTNEXTLINE(performance-unnecessary-value-param): those that can, keep both.
    virtual void append_together(std::vector<RoomActs> /*rooms*/, AppendDone done) {
        done(Unavailable{"This log writes to one room at a time."});
    }

    /// The most acts of one append.
    [[nodiscard]] virtual std::size_t most_acts() const { return 256; }
    /// Whether other servers write to this log as well: then a room may lack acts without knowing
    /// it, and find() first waits for all that were accepted before.
    [[nodiscard]] virtual bool others_write() const { return false; }

    /// Returns the acts after this revision, oldest first. Blocks on the disk: for startup only.
    /// @throws std::runtime_error with a sentence, if the log cannot be read.
    [[nodiscard]] virtual std::vector<Act> read(const RoomId& room, Revision after) = 0;

    // While rooms are served, nothing blocks on the disk. `done` is called once, possibly from
    // within the call; with Unavailable if the log cannot be read.

    using FetchDone = std::function<void(std::variant<std::vector<Act>, Unavailable>)>;
    /// Like read, without blocking.
    virtual void fetch(const RoomId& room, Revision after, FetchDone done) = 0;

    using FindDone = std::function<void(std::variant<std::vector<Duplicate>, Unavailable>)>;
    /// Finds those of the commands that the log holds, however old.
    virtual void find(const RoomId& room, std::vector<CommandId> commands, FindDone done) = 0;

    /// The newest room that was given to save_snapshot, if the log still has it: equal to the fold
    /// of the acts up to its revision. A log may keep none.
    /// @throws std::runtime_error as read.
    [[nodiscard]] virtual std::optional<Room> snapshot(const RoomId& /*room*/) { return {}; }
    /// Saves the room, so that the next start need not read all acts. The log may drop a snapshot
    /// at any time, and drops it when a name in it is erased.
    virtual void save_snapshot(const Room& /*room*/) {}

    using Follower = std::function<void(const std::vector<Act>&)>;
    /// Passes every act that becomes durable from now on to the follower, from any server, in
    /// order, without a gap, and never from within another call. One follower per room; an empty
    /// one ends it.
    virtual void follow(const RoomId& room, Follower follower) = 0;

    /// The rooms that the log holds.
    [[nodiscard]] virtual std::vector<RoomId> rooms() = 0;

    /// Identifies this log; changes when the data folder is replaced.
    [[nodiscard]] virtual std::string id() const = 0;
};

/// The screens of a room.
class Audience {
public:
    virtual ~Audience() = default;

    /// The room has a new revision, which is durable.
    virtual void publish(const Room& room) = 0;
};

/// A screen that the secretariat admitted by its code.
struct PairedScreen {
    /// `screen-<n>`, never reused. Not a secret.
    std::string id;
    /// May be empty.
    std::string name;
    Scene scene = Scene::automatic;
    friend bool operator==(const PairedScreen&, const PairedScreen&) = default;
};

/// What a token opens.
struct Grant {
    RoomId room;
    Role role{};
    /// nullopt for a token from a link.
    std::optional<PairedScreen> screen = std::nullopt;
    /// Identifies the token, but is not a secret. Empty if none was sent.
    std::string token{};
    /// Of a card: only in this name may it ask for the floor.
    std::optional<CardHolder> holder = std::nullopt;
    /// Compares what they open, not the tokens.
    friend bool operator==(const Grant& a, const Grant& b) {
        return a.room == b.room && a.role == b.role && a.screen == b.screen && a.holder == b.holder;
    }
};

/// Knows what each token opens.
class Credentials {
public:
    virtual ~Credentials() = default;

    /// nullopt for an unknown, expired or revoked token.
    [[nodiscard]] virtual std::optional<Grant> admit(std::string_view token) = 0;

    /// Returns the admitted tokens, by `Grant::token`, that have expired or been revoked since the
    /// last call. Cheap: called every second. What cannot be read now is returned by a later call.
    [[nodiscard]] virtual std::vector<std::string> ended() = 0;
};

}  // namespace rostrum::rooms
