#include "net/hall.hpp"

namespace rostrum::net {

// The views in their order, each in protobuf and in JSON.

std::size_t Hall::index(Row row) {
    return 2 * static_cast<std::size_t>(row.view) +
           (row.encoding == wire::Encoding::json ? 1U : 0U);
}

Row Hall::row_at(std::size_t index) {
    return {.view = static_cast<View>(index / 2),
            .encoding = index % 2 == 1 ? wire::Encoding::json : wire::Encoding::protobuf};
}

void Hall::enter(Screen& screen, Row row) {
    screen.row_ = index(row);
    auto& seats = rows_.at(screen.row_);
    screen.seat_ = seats.size();
    seats.push_back(&screen);
}

void Hall::leave(Screen& screen) {
    auto& seats = rows_.at(screen.row_);
    seats.back()->seat_ = screen.seat_;
    seats[screen.seat_] = seats.back();
    seats.pop_back();
}

void Hall::publish(const Room& room, Revision previous, Sections changed) {
    ++published_;
    for (std::size_t i = 0; i < row_count; ++i) {
        if (rows_.at(i).empty()) continue;
        const Row row = row_at(i);
        const Frame frame = message_frame(
            row.encoding, wire::write_changed(row.encoding, row.view, previous, room, changed));
        for (Screen* screen : rows_.at(i)) screen->show(frame);
    }
}

Frame Hall::whole(const Room& room, Row row) {
    Whole& kept = wholes_.at(index(row));
    if (!kept.frame || kept.revision != room.revision) {
        kept.frame = message_frame(
            row.encoding,
            wire::write_changed(row.encoding, row.view, Revision{}, room, Sections::all()));
        kept.revision = room.revision;
    }
    return kept.frame;
}

}  // namespace rostrum::net
