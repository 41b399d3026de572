#include "app/check_text.hpp"

#include <cstddef>
#include <ostream>

namespace rostrum::app {

namespace {

/// The part of a hash that people compare by eye.
constexpr std::size_t short_hash = 12;

void print(std::ostream& out, const store::RoomCheck& room) {
    out << "Room " << room.head.room.value << " is " << (room.is_sound() ? "sound" : "broken")
        << ": " << count(room.acts, "act") << ", " << count(room.erased_names, "erased name")
        << ". Its head is " << room.head.revision.value << ' '
        << room.head.hash.substr(0, short_hash) << ".\n";
    for (const store::Break& one : room.breaks)
        out << "  act " << one.revision.value << ", " << store::name_of(one.flaw) << ": "
            << one.text << '\n';
    if (room.more_breaks > 0) out << "  and " << room.more_breaks << " more\n";
}

}  // namespace

std::string count(std::uint64_t number, const std::string& one) {
    return std::to_string(number) + ' ' + one + (number == 1 ? "" : "s");
}

void print(std::ostream& out, const store::LogCheck& check) {
    for (const store::RoomCheck& room : check.rooms) print(out, room);
    if (check.rooms.empty()) out << "The log holds no room.\n";
    if (check.scrubbing_due)
        out << "Traces of erased names may still be in the files. The server removes them when "
               "nobody else reads the log, or at its next start.\n";
    out << std::flush;
}

}  // namespace rostrum::app
