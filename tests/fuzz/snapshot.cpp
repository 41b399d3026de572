// A snapshot of a room: whatever can be read is written and read back unchanged.
#include "fuzz.hpp"
#include "wire/log_encoding.hpp"
#include "wire/room_snapshot.hpp"

using namespace rostrum;

FUZZ_TARGET(snapshot) {
    try {
        const Room room = wire::read_snapshot(fuzz::text_of(data, size));
        fuzz::expect(wire::read_snapshot(wire::write_snapshot(room)) == room,
                     "a room is read back unchanged");
    } catch (const wire::DecodeError&) {
        // As documented.
    }
    return 0;
}
