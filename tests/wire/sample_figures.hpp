#pragma once

#include <chrono>

#include "floor/figures.hpp"

/// What the reports are written from: fractions of seconds, a quoted title, an answer without an
/// allotment of its own.
namespace rostrum::test {

inline Figures sample_figures() {
    using namespace std::chrono_literals;
    Figures figures;
    figures.definitions = {false, true};
    figures.meetings = 12;
    figures.csos_took_floor = 55;
    figures.missions = 68;
    figures.missions_average = 23.833;
    figures.missions_share_percent = 35.04901;
    figures.surs_attended = 7;
    figures.kinds = {{InscriptionKind::question, 3, 6min, Duration{299'500}},
                     {InscriptionKind::answer, 2, 4min, Duration{299'500}}};
    const State cuba{"CU", "Cuba"};
    figures.speakers = {{MeetingId{"cuba"}, cuba, "CSO: \"food\", health",
                         InscriptionKind::panel_statement, 6min, Duration{350'499}, 2},
                        {MeetingId{"cuba"}, cuba, "NHRI", InscriptionKind::answer, std::nullopt,
                         Duration{350'499}, 2}};
    figures.attendance = {{{"DE", "Germany"}, 3}};
    figures.guests = {{"=UNICEF", 2}};
    return figures;
}

}  // namespace rostrum::test
