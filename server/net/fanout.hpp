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

/// What a screen sees of a room, and how it is encoded: all screens of a variant get the same
/// frames.
struct FrameVariant {
    View view{};
    wire::Encoding encoding{};
    friend bool operator==(const FrameVariant&, const FrameVariant&) = default;
};

/// A screen connected to a room. Its destructor removes it from the audience.
class Subscriber : public boost::intrusive::list_base_hook<
                       boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
    virtual ~Subscriber() = default;
    /// Sends a change of the room.
    /// @returns false if the previous change has not left yet. Fanout::catch_up or the next change
    /// then sends everything that has changed until then.
    virtual bool show(const Frame& change) = 0;

private:
    friend class Fanout;
    std::size_t variant_ = 0;
    Revision held_;
};

/// The screens of one room. The fan-out sends each screen, in one frame, what has changed since the
/// revision that the screen holds. It encodes a frame once for all screens with the same variant
/// and revision. So changes that come faster than they can be sent merge by themselves.
///
/// A section has changed if its bytes differ from those sent before.
///
/// The fan-out sends to a large audience in slices, each in its own task, so that no command waits
/// for the last screen. All calls on one thread.
class Fanout final : public rooms::Audience {
public:
    using Post = std::function<void(std::function<void()>)>;
    /// @param post runs a task later, on the thread of all calls.
    explicit Fanout(Post post) : post_(std::move(post)) {}

    /// Adds a screen, which gets every change from now on.
    /// @param room the room writer's room: must stay readable until the next one is published.
    /// @returns the whole room, valid within this task. The caller sends it to the screen before
    /// anything else, unless the screen holds it.
    wire::Sections enter(Subscriber& subscriber, FrameVariant variant, const Room& room);
    void leave(Subscriber& subscriber) { subscriber.unlink(); }

    /// @param room must stay readable, at the same address, until the next one is published.
    void publish(const Room& room) override;

    /// Sends the screen at once what it does not hold yet, if anything.
    void catch_up(Subscriber& subscriber);

    [[nodiscard]] std::uint64_t published() const { return published_; }

    /// Screens that one task sends to.
    static constexpr std::size_t slice = 8;

private:
    using Subscribers =
        boost::intrusive::list<Subscriber, boost::intrusive::constant_time_size<false>>;
    struct Section {
        std::string bytes;
        Revision changed_at;
    };
    /// The change from an older revision to the newest.
    struct Step {
        Revision from;
        Frame frame;
    };
    /// The room as a variant encodes it. Updated when one of its screens is sent something, so
    /// every revision that one of them holds was compared.
    struct Written {
        /// Empty before the variant's first screen.
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
    /// Screens that hold the newest revision, or were too slow for it.
    Subscribers up_to_date_;
    /// Screens to send to, in order.
    Subscribers behind_;
    bool is_sending_ = false;
    std::uint64_t published_ = 0;
    /// Lets a task that runs too late notice that this is destroyed.
    std::shared_ptr<Fanout*> self_ = std::make_shared<Fanout*>(this);
};

}  // namespace rostrum::net
