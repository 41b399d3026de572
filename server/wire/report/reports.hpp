#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "floor/figures.hpp"
#include "floor/record.hpp"
#include "floor/room.hpp"
#include "wire/report/document.hpp"
#include "wire/report/words.hpp"

/// The reports as documents, for the page and the command line alike.
namespace rostrum::wire::report {

/// @param title of the scope: the meeting's State, the room, or all rooms.
[[nodiscard]] Document figures_document(std::string_view title, const Figures& figures,
                                        const Words& words);

/// What happened at the floor, every act, and the frame of a summary.
[[nodiscard]] Document record_document(std::span<const Record> records, const Words& words);

struct RoomMeetings {
    const Room* room;
    std::vector<const Meeting*> meetings;
};
/// The desk of the secretariat has names, presence and notes as well.
enum class SheetFor { everybody, desk };
/// Meeting by meeting, the panel in the order in which it speaks, with its times.
[[nodiscard]] Document run_sheet(std::span<const RoomMeetings> rooms, SheetFor reader,
                                 const Words& words);

/// What a plate says in the language, as the screens show it.
[[nodiscard]] std::string plate_in(const Words& words, const RecordedPlate& plate);
/// For programs: `STATEMENT`.
[[nodiscard]] std::string_view name_of(FloorEvent event);
/// What somebody takes the floor for, in words.
[[nodiscard]] std::string kind_in(const Words& words, InscriptionKind kind);

}  // namespace rostrum::wire::report
