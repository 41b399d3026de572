#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "chamber/ports.hpp"
#include "floor/permissions.hpp"
#include "floor/room.hpp"
#include "floor/sections.hpp"
#include "net/frame.hpp"
#include "wire/live.hpp"

namespace rostrum::net {

/// What a screen sees of a room and how it is told: all screens of one row get the same frames.
struct Row {
    View view{};
    wire::Encoding encoding{};
    friend bool operator==(const Row&, const Row&) = default;
};

/// One screen that is connected to a room.
class Screen {
public:
    virtual ~Screen() = default;
    /// The room has changed. Must neither enter nor leave the hall from in here.
    virtual void show(const Frame& change) = 0;

private:
    friend class Hall;
    std::size_t row_ = 0;
    std::size_t seat_ = 0;
};

/// The screens of one room: encodes what has changed once for each row that is present, and hands
/// all of a row the same frame.
class Hall final : public chamber::Audience {
public:
    /// From here on the screen is shown every change. In the same turn it must be greeted with the
    /// room as the chamber holds it, so that nothing falls in between.
    void enter(Screen& screen, Row row);
    void leave(Screen& screen);

    void publish(const Room& room, Revision previous, Sections changed) override;

    /// The whole of a room as one change, for screens that lagged: encoded once for each revision
    /// and row.
    [[nodiscard]] Frame whole(const Room& room, Row row);

    [[nodiscard]] std::uint64_t published() const { return published_; }

private:
    struct Whole {
        Revision revision;
        Frame frame;
    };
    static constexpr std::size_t row_count = 6;
    static std::size_t index(Row row);
    static Row row_at(std::size_t index);

    std::array<std::vector<Screen*>, row_count> rows_;
    std::array<Whole, row_count> wholes_;
    std::uint64_t published_ = 0;
};

}  // namespace rostrum::net
