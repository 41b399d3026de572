#include "wire/room_snapshot.hpp"

#include "wire/binary_archive.hpp"

namespace rostrum::wire {

std::string write_snapshot(const Room& room) {
    ArchiveWriter out;
    out.write(room);
    return out.take();
}

Room read_snapshot(std::string_view bytes) {
    ArchiveReader in{bytes};
    Room room = in.read<Room>();
    if (!in.is_at_end()) throw DecodeError("A snapshot is damaged: bytes follow its end.");
    return room;
}

}  // namespace rostrum::wire
