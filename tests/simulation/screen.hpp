#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <memory>

#include "shown.hpp"

namespace rostrum::simulation {

/// A screen that holds a room by replacing the sections it is told, behind an outbox that drops the
/// in-between when the screen is slow.
class Screen {
public:
    [[nodiscard]] bool is_here() const { return here_; }
    [[nodiscard]] bool has_mail() const { return !outbox_.empty(); }
    [[nodiscard]] Revision revision() const { return revision_; }

    /// What it shows; none before it first joined.
    [[nodiscard]] const std::shared_ptr<const Shown>& shows(Section section) const {
        return held_[static_cast<std::size_t>(section)];
    }

    /// Gets the whole room, or nothing if it holds just this revision.
    void join(const std::shared_ptr<const Shown>& room);
    void leave();

    /// The server sends: into the outbox.
    void send(const std::shared_ptr<const Shown>& room, Revision previous, Sections changed);
    /// The screen gets round to the next message.
    /// @throws Seen if there is a gap, or if it then shows anything but the room.
    void read();

private:
    struct Change {
        std::shared_ptr<const Shown> room;
        /// 0 where every section is told.
        Revision previous;
        Sections changed;
    };
    void replace(const std::shared_ptr<const Shown>& room, Sections sections);

    bool here_ = false;
    Revision revision_;
    std::array<std::shared_ptr<const Shown>, every_section.size()> held_;
    std::deque<Change> outbox_;
};

}  // namespace rostrum::simulation
