#pragma once

#include <cstdint>
#include <initializer_list>

#include "floor/room.hpp"

namespace rostrum {

/// The parts in which a room is told to its screens: those of rostrum.v1.Room.
enum class Section : std::uint8_t {
    agenda,
    meeting,
    plates,
    list,
    floor,
    notice_board,
    memory,
    questions,
    roll,
    signals,
    hour,
    settings,
};

/// A set of sections.
class Sections {
public:
    constexpr Sections() = default;
    constexpr Sections(std::initializer_list<Section> sections) {
        for (Section section : sections) add(section);
    }

    static constexpr Sections all() {
        return {Section::agenda,       Section::meeting, Section::plates,    Section::list,
                Section::floor,        Section::memory,  Section::questions, Section::roll,
                Section::notice_board, Section::signals, Section::hour,      Section::settings};
    }

    constexpr void add(Section section) { bits_ |= bit(section); }
    [[nodiscard]] constexpr bool has(Section section) const { return (bits_ & bit(section)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }

    friend constexpr Sections operator|(Sections a, Sections b) {
        a.bits_ |= b.bits_;
        return a;
    }
    friend constexpr bool operator==(Sections, Sections) = default;

private:
    static constexpr unsigned bit(Section section) { return 1U << static_cast<unsigned>(section); }
    unsigned bits_ = 0;
};

/// The sections that a screen holding `before` must be told to hold `after`.
[[nodiscard]] Sections changed_sections(const Room& before, const Room& after);

}  // namespace rostrum
