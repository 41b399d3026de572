#include "wire/sheet/programme_sheet.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "floor/limits.hpp"
#include "floor/text.hpp"
#include "wire/sheet/cell_values.hpp"
#include "wire/sheet/draft.hpp"
#include "wire/sheet/headings.hpp"
#include "wire/sheet/meeting_times.hpp"
#include "wire/sheet/note_rows.hpp"
#include "wire/sheet/remarks.hpp"
#include "wire/sheet/state_text.hpp"
#include "wire/sheet/times.hpp"
#include "wire/sheet/words.hpp"
#include "wire/sheet/zone.hpp"

namespace rostrum::wire {

namespace {

const Sentence& is_required() {
    static const Sentence sentence{"required", "This is required."};
    return sentence;
}

/// What a spreadsheet shows instead of a value that it cannot compute.
bool is_error(std::string_view text) {
    static constexpr std::array errors{"#REF!",   "#N/A",  "#VALUE!", "#NAME?",
                                       "#DIV/0!", "#NUM!", "#NULL!"};
    return std::find(errors.begin(), errors.end(), text) != errors.end();
}

class SheetReader {
public:
    SheetReader(const Table& table, const Headings& headings, const SheetDefaults& defaults,
                DateOrder order)
        : headings_(headings),
          defaults_(defaults),
          order_(order),
          letter_m_(letter_m_in(table, headings)),
          faults_(headings) {}

    /// @return false if the row says nothing in a known column.
    bool read(const Row& row) {
        if (!take_texts(row)) return false;
        if (!current_ || begins_a_meeting()) {
            begin_meeting();
        } else {
            must_agree();
        }
        read_panellist();
        return true;
    }

    /// A row that is a date and nothing else is the day of the meetings below it.
    bool begins_day(const Row& row) {
        std::string day = text_of(row);
        const auto date = date_of(day);
        if (!date || date->is_two_ways() || date->is_another_weekday) return false;
        meeting_text(Field::date) = std::move(day);
        current_ = nullptr;
        return true;
    }

    [[nodiscard]] bool accepts_more() const { return faults_.size() < sheet_limits::faults; }

    std::vector<PlannedRoom> rooms() { return checked(std::move(rooms_), faults_); }
    std::vector<Finding> faults() { return faults_.take(); }

private:
    /// Reads the cells of a row; false if its known columns are all empty.
    bool take_texts(const Row& row) {
        row_ = row.number;
        bool any = false;
        for (std::size_t i = 0; i < field_count; ++i) {
            const auto field = static_cast<Field>(i);
            texts_[i] = headings_.text(row, field);
            any = any || !texts_[i].empty();
            if (is_error(texts_[i]))
                fault(field, {"cell_error",
                              "The spreadsheet shows an error in this cell: {error}.",
                              {{"error", texts_[i]}}});
            if (texts_[i] == not_calculated)
                fault(field, {"not_calculated",
                              "The formula in this cell was never calculated: open the file in a "
                              "spreadsheet, and save it there."});
        }
        return any;
    }

    [[nodiscard]] const std::string& text(Field field) const {
        return texts_[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] std::string& meeting_text(Field field) {
        return meeting_texts_[static_cast<std::size_t>(field)];
    }

    void fault(Field field, Sentence reason) { faults_.add(row_, field, std::move(reason)); }

    bool differs(Field field) {
        return !text(field).empty() && folded(text(field)) != folded(meeting_text(field));
    }

    bool begins_a_meeting() {
        return differs(Field::room) || differs(Field::meeting) || differs(Field::date) ||
               differs(Field::start) || differs(Field::state);
    }

    void must_agree() {
        for (const Field field :
             {Field::room_name, Field::time_zone, Field::end, Field::sur_time, Field::hard_stop})
            if (differs(field))
                fault(field, {"differs_in_meeting",
                              "The meeting's first row, row {row}, says otherwise.",
                              {{"row", std::to_string(current_->row)}}});
    }

    void begin_meeting() {
        // A row without a room or a date has those of the meeting above.
        if (text(Field::room).empty()) {
            carry_down(Field::room);
            carry_down(Field::room_name);
            carry_down(Field::time_zone);
        }
        carry_down(Field::date);
        std::copy_n(texts_.begin(), meeting_field_count, meeting_texts_.begin());

        RoomDraft& room = this->room();
        MeetingDraft meeting;
        meeting.row = row_;
        read_state(meeting.plan);
        read_times(meeting.plan, room);
        if (!says_none(text(Field::sur_time)))
            meeting.plan.sur_allotted = minutes(Field::sur_time, defaults_.sur_allotted);
        meeting.plan.id = meeting_id(meeting.plan.state, room);
        room.meetings.push_back(std::move(meeting));
        current_ = &room.meetings.back();
    }

    void carry_down(Field field) {
        std::string& text = texts_[static_cast<std::size_t>(field)];
        if (text.empty()) text = meeting_text(field);
    }

    /// The room of the row, created if it is new.
    RoomDraft& room() {
        const std::string& name = text(Field::room);
        const bool is_default = name.empty() || folded(name) == folded(defaults_.room_name);
        RoomId id{is_plain_id(name, limits::room_id_length)
                      ? name
                      : wire::id_of(name, limits::room_id_length)};
        if (is_default && !defaults_.room.empty()) id = defaults_.room;
        if (id.empty()) {
            fault(Field::room,
                  name.empty() ? is_required()
                               : Sentence{"room_without_id",
                                          "A room needs a letter a to z or a digit for its id."});
            faults_.hide(row_, Field::room_name);
        }
        const auto [known, is_new] = index_.try_emplace(id, rooms_.size());
        if (is_new) {
            rooms_.push_back(new_room(id));
        } else {
            room_must_agree(rooms_[known->second].plan);
        }
        return rooms_[known->second];
    }

    RoomDraft new_room(const RoomId& id) {
        RoomDraft room;
        room.row = row_;
        room.plan.id = id;
        room.plan.name = text(Field::room).empty() ? id.value : text(Field::room);
        if (id == defaults_.room && !defaults_.room_name.empty())
            room.plan.name = defaults_.room_name;
        if (!text(Field::room_name).empty()) room.plan.name = text(Field::room_name);
        room.plan.time_zone =
            text(Field::time_zone).empty() ? defaults_.time_zone : text(Field::time_zone);
        if (!zone(room.plan.time_zone))
            fault(Field::time_zone,
                  {"no_zone",
                   "No time zone has this name. Write its IANA name, such as Europe/Zurich."});
        return room;
    }

    void room_must_agree(const PlannedRoom& room) {
        const auto agree = [&](Field field, const std::string& before) {
            if (!text(field).empty() && text(field) != before)
                fault(field, {"differs_in_room",
                              "An earlier row of this room has another: {before}.",
                              {{"before", before}}});
        };
        agree(Field::room_name, room.name);
        agree(Field::time_zone, room.time_zone);
    }

    const std::optional<Zone>& zone(const std::string& name) {
        const auto known = zones_.find(name);
        return known != zones_.end() ? known->second
                                     : zones_.emplace(name, Zone::named(name)).first->second;
    }

    void read_state(PlannedMeeting& plan) {
        if (text(Field::state).empty()) return fault(Field::state, is_required());
        const auto state = state_of(text(Field::state));
        if (!state)
            return fault(
                Field::state,
                {"unknown_state",
                 "No State has this name. Write its ISO code, such as CU, or its name in a "
                 "language of the United Nations."});
        plan.state = *state;
    }

    void read_times(PlannedMeeting& plan, const RoomDraft& room) {
        // Without a time the meeting has no length, so that it overlaps no other.
        if (!room.meetings.empty()) plan.starts_at = room.meetings.back().plan.ends_at;
        plan.ends_at = plan.starts_at;
        const auto& its_zone = zone(room.plan.time_zone);
        const auto times = rostrum::wire::read_times(
            {text(Field::date), text(Field::start), text(Field::end), text(Field::hard_stop)},
            its_zone ? *its_zone : utc_, order_, defaults_.meeting_length,
            [this](Field field, Sentence reason) { fault(field, std::move(reason)); });
        if (!times || !its_zone) {
            for (const Field field : {Field::start, Field::end, Field::hard_stop})
                faults_.hide(row_, field);
            return;
        }
        plan.starts_at = times->starts_at;
        plan.ends_at = times->ends_at;
        plan.hard_stop = times->hard_stop;
    }

    Duration minutes(Field field, Duration otherwise) {
        if (text(field).empty()) return otherwise;
        const auto time = minutes_of(text(field));
        if (!time)
            fault(field, {"not_minutes",
                          "This is not a number of minutes. Write it as 5, 5:30 or 6 min."});
        return time.value_or(otherwise);
    }

    MeetingId meeting_id(const State& state, const RoomDraft& room) {
        const std::string& given = text(Field::meeting);
        if (!given.empty())
            return MeetingId{is_plain_id(given, limits::id_length)
                                 ? given
                                 : wire::id_of(given, limits::id_length)};
        const std::string made =
            wire::id_of(state.name.empty() ? "meeting" : state.name, limits::id_length - 4);
        std::string id = made;
        // A room with too many meetings already has a fault: skip the search.
        if (room.meetings.size() > limits::meetings_a_room) return MeetingId{id};
        const auto taken = [&](const MeetingDraft& meeting) { return meeting.plan.id.value == id; };
        for (std::size_t number = 2; std::any_of(room.meetings.begin(), room.meetings.end(), taken);
             ++number)
            id = made + '-' + std::to_string(number);
        return MeetingId{id};
    }

    void read_panellist() {
        if (std::all_of(texts_.begin() + meeting_field_count, texts_.end(),
                        [](const std::string& text) { return text.empty(); }))
            return;
        PlannedDelegation panellist;
        for (const Column& column : columns)
            if (column.text) panellist.*column.text = text(column.field);
        panellist.kind = kind();
        panellist.allotted = minutes(Field::minutes, defaults_.allotted);
        read_standing(panellist);
        panellist.represented_by = represented_by();
        panellist.id = DelegationId{text(Field::panellist_id)};
        if (panellist.id.empty()) panellist.id = new_plate_id();
        current_->plan.panel.push_back(std::move(panellist));
        current_->panel_rows.push_back(row_);
    }

    DelegationKind kind() {
        const auto kind = kind_of(text(Field::kind));
        if (!kind)
            fault(Field::kind,
                  text(Field::kind).empty()
                      ? is_required()
                      : Sentence{"kind_words",
                                 "This must be national CSO, international CSO or NHRI."});
        return kind.value_or(DelegationKind::national_cso);
    }

    /// An empty cell says nothing: the room's plate keeps what was marked there.
    void read_standing(PlannedDelegation& panellist) {
        if (text(Field::standing).empty()) return;
        const auto written = standing_of(text(Field::standing));
        if (!written) {
            fault(Field::standing, {"standing_words", "This must be present, expected or absent."});
            return faults_.hide(row_, Field::reason);
        }
        panellist.standing = written->standing;
        // The column of reasons may say the same.
        std::string& reason = panellist.absence_reason;
        if (folded(reason).find(folded(written->reason)) != std::string::npos) return;
        reason += (reason.empty() ? "" : "; ") + written->reason;
    }

    RepresentedBy represented_by() {
        if (text(Field::represented_by).empty()) return RepresentedBy::undeclared;
        const auto represented_by = represented_by_of(text(Field::represented_by), letter_m_);
        if (!represented_by)
            fault(Field::represented_by,
                  folded(text(Field::represented_by)) == "m"
                      ? Sentence{"m_two_ways",
                                 "M can be a man (masculino) or a woman (mujer): write man or "
                                 "woman."}
                      : Sentence{"represented_words",
                                 "This must be woman, man or other, or be left empty."});
        return represented_by.value_or(RepresentedBy::undeclared);
    }

    /// A sheet without ids does not say which plate a row means: it has none until it is matched.
    DelegationId new_plate_id() {
        return DelegationId{"new-" + std::to_string(current_->plan.panel.size() + 1)};
    }

    const Headings& headings_;
    const SheetDefaults& defaults_;
    const DateOrder order_;
    const LetterM letter_m_;
    const Zone utc_ = *Zone::named("UTC");
    SheetFaults faults_;
    std::size_t row_ = 0;
    /// Of the row, and of its meeting.
    std::array<std::string, field_count> texts_;
    std::array<std::string, meeting_field_count> meeting_texts_;
    std::vector<RoomDraft> rooms_;
    std::map<RoomId, std::size_t> index_;
    MeetingDraft* current_ = nullptr;
    std::map<std::string, std::optional<Zone>> zones_;
};

/// In reading order.
bool stands_before(const Finding& a, const Finding& b) {
    const auto key = [](const Finding& fault) {
        return std::tuple{fault.row, fault.column.size(), std::string_view{fault.column}};
    };
    return key(a) < key(b);
}

}  // namespace

Preview read_programme_sheet(const Table& table, const SheetDefaults& defaults) {
    Preview preview;
    preview.remarks = table.remarks;
    const auto headings = Headings::find(table, preview.faults, preview.remarks);
    // A missing column would be a fault in every row.
    if (!headings || !preview.faults.empty()) return preview;

    DatesOfFile dates = read_order(table, *headings, defaults.date_order);
    SheetReader reader{table, *headings, defaults, dates.order};
    std::vector<const Row*> left_out;
    for (std::size_t i = 0; i < table.rows.size() && reader.accepts_more(); ++i) {
        const Row& row = table.rows[i];
        if (row.number <= headings->row()) continue;
        if (reader.begins_day(row)) continue;
        if (is_note(table, *headings, i) || !reader.read(row)) left_out.push_back(&row);
    }
    remark_on_left_out(left_out, preview.remarks);
    if (!reader.accepts_more())
        preview.remarks.push_back(
            {0,
             "",
             "",
             {"rest_unread", "The rest of the sheet was not read: it has too many faults."}});
    remark_on_hidden(table, *headings, preview.remarks);
    preview.says_minutes = headings->has(Field::minutes);
    preview.rooms = reader.rooms();
    preview.faults = reader.faults();
    if (preview.rooms.empty())
        preview.faults.push_back(
            {headings->row(), "", "", {"no_rows", "There is no row below the headings."}});
    if (!dates.undecided.empty())
        preview.faults.push_back(two_ways(*headings, dates.undecided.front()));
    preview.dates = std::move(dates.undecided);
    std::stable_sort(preview.faults.begin(), preview.faults.end(), stands_before);
    return preview;
}

}  // namespace rostrum::wire
