#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/intrusive/list.hpp>

#include "floor/permissions.hpp"
#include "floor/room.hpp"
#include "net/frame.hpp"
#include "rooms/ports.hpp"
#include "wire/live.hpp"

namespace rostrum::net {

/// What a screen sees of a room and how it is told: all screens of one variant get the same frames.
struct FrameVariant {
    View view{};
    wire::Encoding encoding{};
    friend bool operator==(const FrameVariant&, const FrameVariant&) = default;
};

/// One screen that is connected to a room. It leaves the audience with its end at the latest.
class Subscriber : public boost::intrusive::list_base_hook<
                       boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
    virtual ~Subscriber() = default;
    /// The room has changed.
    /// @returns false when what it was told before has not left yet: then it is told later, by
    ///     Fanout::catch_up or with the next change, of all that has changed until then.
    virtual bool show(const Frame& change) = 0;

private:
    friend class Fanout;
    std::size_t variant_ = 0;
    Revision held_;
};

/// The screens of one room, and the fan-out: each screen is told what has changed since what it
/// holds, in one frame, which is encoded once and shared by all who hold the same and see the
/// same. Changes that come faster than they can be told are merged by that alone.
///
/// What has changed is found by comparison: a section has, when its bytes differ from those that
/// were sent before.
///
/// A large audience is told in slices, each in a task of its own, so that nobody's command waits
/// for the last screen. All calls on one thread.
class Fanout final : public rooms::Audience {
public:
    using Post = std::function<void(std::function<void()>)>;
    /// @param post runs a task later, on the thread of all calls.
    explicit Fanout(Post post) : post_(std::move(post)) {}

    /// From here on the screen is told every change.
    /// @param room as the room writer holds it: read again until the next one is published.
    /// @returns the whole room, which the screen must be sent, or hold, before anything else: valid
    ///     within this turn.
    wire::Sections enter(Subscriber& subscriber, FrameVariant variant, const Room& room);
    void leave(Subscriber& subscriber) { subscriber.unlink(); }

    /// @param room is read again until the next one is published: it stays where it is.
    void publish(const Room& room) override;

    /// Tells the screen at once what it does not hold yet, if there is anything.
    void catch_up(Subscriber& subscriber);

    [[nodiscard]] std::uint64_t published() const { return published_; }

    /// Told in one task.
    static constexpr std::size_t slice = 8;

private:
    using Subscribers =
        boost::intrusive::list<Subscriber, boost::intrusive::constant_time_size<false>>;
    struct Section {
        std::string bytes;
        Revision changed_at;
    };
    /// From a revision that somebody holds to the newest one.
    struct Step {
        Revision from;
        Frame frame;
    };
    /// The room as the screens of a variant see it. Written when one of them is to be sent
    /// something: every revision that one of them holds is one at which it was compared.
    struct Written {
        /// None before the first screen of the variant.
        std::vector<Section> sections;
        Revision revision;
        std::vector<Step> steps;
    };
    static constexpr std::size_t variant_count = 6;

    void post_task(void (Fanout::*task)());
    void begin_sending();
    void send_slice();
    void send_to(Subscriber& subscriber);
    Written& write(std::size_t variant);
    const Frame& step(std::size_t variant, Revision from);

    Post post_;
    const Room* room_ = nullptr;
    std::array<Written, variant_count> rows_;
    /// Those who hold the newest, or were too slow for it.
    Subscribers up_to_date_;
    /// In the order in which they are told.
    Subscribers behind_;
    bool is_sending_ = false;
    std::uint64_t published_ = 0;
    /// Gone when the audience is: a task may come later than that.
    std::shared_ptr<Fanout*> self_ = std::make_shared<Fanout*>(this);
};

}  // namespace rostrum::net
