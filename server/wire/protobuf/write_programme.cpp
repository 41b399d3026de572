#include "wire/protobuf/write_programme.hpp"

#include "wire/protobuf/mapping.hpp"

namespace rostrum::wire {

namespace {

/// A programme has seconds where the log has milliseconds.
void put_in_seconds(v1::PlannedRoom& room) {
    for (v1::PlannedMeeting& meeting : *room.mutable_meetings())
        for (v1::PlannedDelegation& plate : *meeting.mutable_panel()) {
            plate.set_allotted_s(static_cast<std::int32_t>(plate.allotted_ms() / 1000));
            plate.clear_allotted_ms();
        }
}

}  // namespace

void write_room(const PlannedRoom& room, v1::PlannedRoom& out) {
    FieldWriter{out}.write(room);
    put_in_seconds(out);
}

void write_programme(const Programme& programme, v1::Programme& out) {
    FieldWriter{out}.write(programme);
    for (v1::PlannedRoom& room : *out.mutable_rooms()) put_in_seconds(room);
}

}  // namespace rostrum::wire
