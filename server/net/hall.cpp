#include "net/hall.hpp"

namespace rostrum::net {

std::size_t Hall::index(Row row) {
    return (row.view == View::podium ? 2U : 0U) + (row.encoding == wire::Encoding::json ? 1U : 0U);
}

Row Hall::row_at(std::size_t index) {
    return {.view = index >= 2 ? View::podium : View::everybody,
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
