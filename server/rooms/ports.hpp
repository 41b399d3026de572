#pragma once

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
#include "floor/ids.hpp"
#include "floor/instant.hpp"
#include "floor/room.hpp"
#include "floor/scene.hpp"

/// What a room writer needs of the world. Everything here is called, and calls back, on the one
/// thread that runs the room writers; an implementation that works elsewhere brings its answers
/// back to it.
namespace rostrum::rooms {

/// Instants of the room's clock: never before an earlier one, whatever the wall clock does.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() = 0;
    /// The same in milliseconds since the Unix epoch with a fraction, for screens that measure how
    /// far their own clock is off.
    [[nodiscard]] virtual double unix_ms_now() { return static_cast<double>(unix_ms(now())); }
};

/// The acts are in the log and survive the loss of power.
struct Durable {};
/// Another server has written to the room: the log stands at another revision than was expected.
struct Conflict {
    Revision actual;
};
/// A command id that the log holds already, and its act. A batch that has it is not written.
struct Duplicate {
    CommandId command;
    Revision revision;
};
/// A file could not be used, for the reason told in a sentence. Of acts that were to be appended,
/// nobody knows whether they were: the room writer reads the log again before its next act.
struct Unavailable {
    std::string reason;
};
using Appended = std::variant<Durable, Conflict, Duplicate, Unavailable>;

/// The truth: the acts of every room, in order. Not necessarily written by this process alone.
class EventLog {
public:
    virtual ~EventLog() = default;

    using AppendDone = std::function<void(Appended)>;
    /// Writes acts that follow one another, all or none, if the room stands at `expected`. `done`
    /// is called once, never from within append.
    /// @pre at least one act, numbered from expected + 1 on.
    virtual void append(const RoomId& room, Revision expected, std::vector<Act> acts,
                        AppendDone done) = 0;

    /// The acts after this revision, oldest first. Whoever calls waits for the disk: for a start.
    /// @throws std::runtime_error with a sentence, if the log cannot be read.
    [[nodiscard]] virtual std::vector<Act> read(const RoomId& room, Revision after) = 0;

    // While rooms are served nobody waits for the disk: `done` is called once, possibly from
    // within, and told in a sentence if the log cannot be read.

    using FetchDone = std::function<void(std::variant<std::vector<Act>, Unavailable>)>;
    /// The same as read.
    virtual void fetch(const RoomId& room, Revision after, FetchDone done) = 0;

    using FindDone = std::function<void(std::variant<std::vector<Duplicate>, Unavailable>)>;
    /// Those of the commands that the log holds, however old.
    virtual void find(const RoomId& room, std::vector<CommandId> commands, FindDone done) = 0;

    /// The newest of the room that was given to `keep`, if it still stands: equal to the fold of
    /// the acts up to its revision. The acts are the truth; a log may keep none.
    /// @throws std::runtime_error as read.
    [[nodiscard]] virtual std::optional<Room> snapshot(const RoomId& /*room*/) { return {}; }
    /// Keeps the room as the acts have made it, so that a start need not read them all. It may be
    /// dropped at any time, and is when a name in it is erased; nobody hears of that.
    virtual void save_snapshot(const Room& /*room*/) {}

    using Follower = std::function<void(const std::vector<Act>&)>;
    /// Tells of every act that becomes durable from now on, whoever wrote it, in order and without
    /// a gap, never from within another call. One follower a room; an empty one ends it.
    virtual void follow(const RoomId& room, Follower follower) = 0;

    /// The rooms that the log holds.
    [[nodiscard]] virtual std::vector<RoomId> rooms() = 0;

    /// Identifies this log: another one after the data folder was replaced.
    [[nodiscard]] virtual std::string id() const = 0;
};

/// The screens of a room.
class Audience {
public:
    virtual ~Audience() = default;

    /// The room stands at a new revision, durable by now.
    virtual void publish(const Room& room) = 0;
};

/// A screen that the secretariat has let in by its code, or given a token of its own.
struct PairedScreen {
    /// `screen-<n>`: never another's, and opens nothing.
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
    /// None for whoever came by a link.
    std::optional<PairedScreen> screen = std::nullopt;
    /// Names the token that was shown, and opens nothing; empty where none was.
    std::string token{};
    /// Whether both open the same, by whichever token.
    friend bool operator==(const Grant& a, const Grant& b) {
        return a.room == b.room && a.role == b.role && a.screen == b.screen;
    }
};

/// Who may enter.
class Credentials {
public:
    virtual ~Credentials() = default;

    /// None for a token that opens nothing: unknown, expired or revoked.
    [[nodiscard]] virtual std::optional<Grant> admit(std::string_view token) = 0;

    /// Those of the admitted tokens, by `Grant::token`, that have ended since this was asked last:
    /// they have expired, or were revoked by whomever. Cheap: asked every second. What cannot be
    /// read now is told later.
    [[nodiscard]] virtual std::vector<std::string> ended() = 0;
};

}  // namespace rostrum::rooms
