#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/intrusive/list.hpp>

#include "chamber/ports.hpp"
#include "floor/permissions.hpp"
#include "floor/room.hpp"
#include "net/frame.hpp"
#include "wire/live.hpp"

namespace rostrum::net {

/// What a screen sees of a room and how it is told: all screens of one row get the same frames.
struct Row {
    View view{};
    wire::Encoding encoding{};
    friend bool operator==(const Row&, const Row&) = default;
};

/// One screen that is connected to a room. It leaves the hall with its end at the latest.
class Screen : public boost::intrusive::list_base_hook<
                   boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
    virtual ~Screen() = default;
    /// The room has changed.
    /// @returns false when what it was told before has not left yet: then it is told later, by
    ///     Hall::catch_up or with the next change, of all that has changed until then.
    virtual bool show(const Frame& change) = 0;

private:
    friend class Hall;
    std::size_t row_ = 0;
    Revision held_;
};

/// The screens of one room, and the fan-out: each screen is told what has changed since what it
/// holds, in one frame, which is encoded once and shared by all who hold the same and see the
/// same. Changes that come faster than they can be told are merged by that alone.
///
/// What has changed is found by comparison: a section has, when its bytes differ from those that
/// were sent before.
///
/// A large hall is told in slices, each in a turn of its own, so that nobody's command waits for
/// the last screen. All calls on one thread.
class Hall final : public chamber::Audience {
public:
    using Post = std::function<void(std::function<void()>)>;
    /// @param post gives a task a turn of its own, later, on the thread of all calls.
    explicit Hall(Post post) : post_(std::move(post)) {}

    /// From here on the screen is told every change.
    /// @param room as the chamber holds it: read again until the next one is published.
    /// @returns the whole room, which the screen must be sent, or hold, before anything else: valid
    ///     within this turn.
    wire::Sections enter(Screen& screen, Row row, const Room& room);
    void leave(Screen& screen) { screen.unlink(); }

    /// @param room is read again until the next one is published: it stays where it is.
    void publish(const Room& room) override;

    /// Tells the screen at once what it does not hold yet, if there is anything.
    void catch_up(Screen& screen);

    [[nodiscard]] std::uint64_t published() const { return published_; }

    /// Told in one turn.
    static constexpr std::size_t slice = 8;

private:
    using Screens = boost::intrusive::list<Screen, boost::intrusive::constant_time_size<false>>;
    struct Section {
        std::string bytes;
        Revision changed_at;
    };
    /// From a revision that somebody holds to the newest one.
    struct Step {
        Revision from;
        Frame frame;
    };
    /// The room as the screens of a row see it. Written when one of them is to be sent something:
    /// every revision that one of them holds is one at which it was compared.
    struct Written {
        /// None before the first screen of the row.
        std::vector<Section> sections;
        Revision revision;
        std::vector<Step> steps;
    };
    static constexpr std::size_t row_count = 6;

    void in_a_turn(void (Hall::*task)());
    void begin_telling();
    void tell_a_slice();
    void tell(Screen& screen);
    Written& write(std::size_t row);
    const Frame& step(std::size_t row, Revision from);

    Post post_;
    const Room* room_ = nullptr;
    std::array<Written, row_count> rows_;
    /// Those who hold the newest, or were too slow for it.
    Screens told_;
    /// In the order in which they are told.
    Screens untold_;
    bool is_telling_ = false;
    std::uint64_t published_ = 0;
    /// Gone when the hall is: a turn may come later than that.
    std::shared_ptr<Hall*> self_ = std::make_shared<Hall*>(this);
};

}  // namespace rostrum::net
