#include "wire/sheet/draft.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "wire/json/json_scan.hpp"

namespace rostrum::wire {

namespace {

/// The column of a field of the programme, among those from `first` on.
Field column_of(std::string_view field, Field first, Field otherwise) {
    const auto* found =
        std::find_if(columns.begin() + static_cast<std::size_t>(first), columns.end(),
                     [&](const Column& column) { return column.name == field; });
    return field.empty() || found == columns.end() ? otherwise : found->field;
}

Field of_room(std::string_view field) {
    // A meeting's id has a column too.
    return field == "id" ? Field::room : column_of(field, Field::room, Field::room);
}

Field of_meeting(std::string_view field) {
    if (field == "panel") return Field::panellist;
    return column_of(field, Field::meeting, Field::state);
}

Field of_panellist(std::string_view field) {
    return column_of(field, Field::panellist, Field::panellist);
}

/// Finds the places of a programme in the sheet.
class Places {
public:
    struct Cell {
        std::size_t row = 0;
        Field field{};
    };

    void add(const std::string& place, std::size_t row, Field (*column)(std::string_view)) {
        rows_[place] = {row, column};
    }

    [[nodiscard]] Cell find(std::string_view place) const {
        std::string_view known = place;
        while (true) {
            const auto found = rows_.find(known);
            if (found != rows_.end()) {
                const std::string_view rest = place.substr(known.size());
                return {found->second.row,
                        found->second.column(rest.empty() ? rest : rest.substr(1))};
            }
            const auto dot = known.find_last_of('.');
            if (dot == std::string_view::npos) return {};
            known = known.substr(0, dot);
        }
    }

private:
    struct Known {
        std::size_t row = 0;
        Field (*column)(std::string_view) = nullptr;
    };
    std::map<std::string, Known, std::less<>> rows_;
};

PlannedRoom planned(RoomDraft draft, const std::string& place, Places& places) {
    places.add(place, draft.row, of_room);
    std::stable_sort(draft.meetings.begin(), draft.meetings.end(),
                     [](const MeetingDraft& a, const MeetingDraft& b) {
                         return a.plan.starts_at < b.plan.starts_at;
                     });
    for (std::size_t i = 0; i < draft.meetings.size(); ++i) {
        MeetingDraft& meeting = draft.meetings[i];
        const std::string its_place = place_of(place_of(place, "meetings"), i);
        places.add(its_place, meeting.row, of_meeting);
        for (std::size_t k = 0; k < meeting.panel_rows.size(); ++k)
            places.add(place_of(place_of(its_place, "panel"), k), meeting.panel_rows[k],
                       of_panellist);
        draft.plan.meetings.push_back(std::move(meeting.plan));
    }
    return std::move(draft.plan);
}

}  // namespace

void SheetFaults::add(std::size_t row, Field field, Sentence reason) {
    if (reported_.insert({row, field}).second)
        faults_.push_back(headings_.fault(row, field, std::move(reason)));
}

std::vector<PlannedRoom> checked(std::vector<RoomDraft> drafts, SheetFaults& faults) {
    Programme programme;
    Places places;
    for (std::size_t i = 0; i < drafts.size(); ++i)
        programme.rooms.push_back(planned(std::move(drafts[i]), place_of("rooms", i), places));
    for (Fault& fault : rostrum::faults(programme)) {
        const auto [row, field] = places.find(fault.place);
        if (row > 0) faults.add(row, field, std::move(fault.reason));
    }
    return std::move(programme.rooms);
}

}  // namespace rostrum::wire
