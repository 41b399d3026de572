#include "floor/match_plates.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "floor/new_plates.hpp"
#include "floor/text.hpp"

namespace rostrum {

namespace {

/// What a row or a plate says, in comparable texts.
struct Said {
    DelegationId id;
    DelegationKind kind{};
    std::string title;
    std::string subject;
    /// Empty where it is not known: not given, or erased.
    std::string name;

    [[nodiscard]] auto all() const { return std::tie(kind, title, subject, name); }
};

Said said_by(const PlannedDelegation& row) {
    return {row.id, row.kind, comparable(row.title), comparable(row.subject),
            comparable(row.speaker_name)};
}

std::string name_at(const Room& room, const PlateOfMeeting& plate) {
    for (const SpeakerNames* names : {&*room.names, &*room.hidden_names})
        if (const auto name = names->find(plate); name != names->end())
            return comparable(name->second);
    return {};
}

Said said_by(const Room& room, const MeetingId& meeting, const Delegation& plate) {
    return {plate.id, plate.kind, comparable(plate.title), comparable(plate.subject),
            name_at(room, {meeting, plate.id})};
}

bool contradict(const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty() && a != b;
}

/// A row that leaves it empty says nothing.
bool says_another(const std::string& row, const std::string& plate) {
    return !row.empty() && row != plate;
}

bool agree(const std::string& a, const std::string& b) {
    return !a.empty() && a == b;
}

/// Pairs rows and plates of one meeting, by their places.
class Pairs {
public:
    Pairs(std::vector<Said> rows, std::vector<Said> plates)
        : rows_(std::move(rows)),
          plates_(std::move(plates)),
          plate_of_(rows_.size()),
          is_taken_(plates_.size()) {}

    /// For each row the plate that it means.
    std::vector<std::optional<std::size_t>> take() {
        pair_by_ids();
        pair_certain([](const Said& a, const Said& b) { return a.all() == b.all(); });
        pair_certain([](const Said& a, const Said& b) {
            return same_plate_text(a, b) && agree(a.subject, b.subject);
        });
        pair_certain([](const Said& a, const Said& b) {
            return same_plate_text(a, b) && agree(a.name, b.name);
        });
        pair_certain([this](const Said& a, const Said& b) {
            return a.title == b.title && is_alone(a.title) &&
                   !(says_another(a.subject, b.subject) && says_another(a.name, b.name));
        });
        pair_in_order();
        return std::move(plate_of_);
    }

    /// Whether the rows had ids that say nothing.
    [[nodiscard]] bool by_place() const { return by_place_; }

private:
    static bool same_plate_text(const Said& a, const Said& b) {
        return a.title == b.title && a.kind == b.kind;
    }

    /// Whether one row and one plate have this title.
    [[nodiscard]] bool is_alone(const std::string& title) const {
        const auto with_title = [&](const Said& one) { return one.title == title; };
        return std::count_if(rows_.begin(), rows_.end(), with_title) == 1 &&
               std::count_if(plates_.begin(), plates_.end(), with_title) == 1;
    }

    void pair(std::size_t row, std::size_t plate) {
        plate_of_[row] = plate;
        is_taken_[plate] = true;
    }

    void pair_by_ids() {
        for (std::size_t row = 0; row < rows_.size(); ++row)
            for (std::size_t plate = 0; plate < plates_.size(); ++plate)
                if (rows_[row].id == plates_[plate].id) pair(row, plate);
        if (!ids_go_by_place()) return;
        by_place_ = true;
        plate_of_.assign(rows_.size(), std::nullopt);
        is_taken_.assign(plates_.size(), false);
    }

    /// Ids that were counted out again for each sheet follow the place of a row, not the plate:
    /// then another row than the one with its id says what the plate says.
    [[nodiscard]] bool ids_go_by_place() const {
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (!plate_of_[row]) continue;
            const Said& plate = plates_[*plate_of_[row]];
            const bool says_another = rows_[row].title != plate.title;
            for (std::size_t other = 0; other < rows_.size(); ++other) {
                if (other == row) continue;
                if (says_another && rows_[other].title == plate.title) return true;
                if (!plate.name.empty() && contradict(rows_[row].name, plate.name) &&
                    rows_[other].all() == plate.all())
                    return true;
            }
        }
        return false;
    }

    /// Pairs where the condition holds for one row and one plate only, among those left.
    template <class Condition>
    void pair_certain(const Condition& holds) {
        const auto rows_of = [&](std::size_t plate) {
            std::vector<std::size_t> found;
            for (std::size_t row = 0; row < rows_.size(); ++row)
                if (!plate_of_[row] && holds(rows_[row], plates_[plate])) found.push_back(row);
            return found;
        };
        std::vector<std::vector<std::size_t>> plates_of(rows_.size());
        for (std::size_t plate = 0; plate < plates_.size(); ++plate)
            if (!is_taken_[plate])
                for (const std::size_t row : rows_of(plate)) plates_of[row].push_back(plate);
        for (std::size_t row = 0; row < rows_.size(); ++row)
            if (plates_of[row].size() == 1 && rows_of(plates_of[row].front()).size() == 1)
                pair(row, plates_of[row].front());
    }

    /// Rows that say the same, as many as plates that say it: only the order distinguishes
    /// them.
    void pair_in_order() {
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            if (plate_of_[row]) continue;
            const auto said = rows_[row].all();
            std::vector<std::size_t> rows;
            std::vector<std::size_t> plates;
            for (std::size_t i = 0; i < rows_.size(); ++i)
                if (!plate_of_[i] && rows_[i].all() == said) rows.push_back(i);
            for (std::size_t i = 0; i < plates_.size(); ++i)
                if (!is_taken_[i] && plates_[i].all() == said) plates.push_back(i);
            if (rows.size() != plates.size()) continue;
            for (std::size_t i = 0; i < rows.size(); ++i) pair(rows[i], plates[i]);
        }
    }

    std::vector<Said> rows_;
    std::vector<Said> plates_;
    std::vector<std::optional<std::size_t>> plate_of_;
    std::vector<bool> is_taken_;
    bool by_place_ = false;
};

/// The plates of the panel, without the State under Review.
std::vector<const Delegation*> panel_of(const Meeting& meeting) {
    std::vector<const Delegation*> panel;
    for (const Delegation& plate : meeting.delegations)
        if (plate.kind != DelegationKind::state_under_review) panel.push_back(&plate);
    return panel;
}

/// Gives the rows the ids of their plates, and `new-…` to those whose id another plate has.
/// @returns whether the ids that the rows had before are those of plates
bool set_ids(const Room& room, const Meeting& meeting, PlannedMeeting& plan) {
    const auto panel = panel_of(meeting);
    std::vector<Said> rows;
    std::vector<Said> plates;
    rows.reserve(plan.panel.size());
    plates.reserve(panel.size());
    for (const PlannedDelegation& row : plan.panel) rows.push_back(said_by(row));
    for (const Delegation* plate : panel) plates.push_back(said_by(room, meeting.id, *plate));
    Pairs pairs{std::move(rows), std::move(plates)};
    const auto plate_of = pairs.take();
    std::size_t number = 0;
    for (std::size_t row = 0; row < plan.panel.size(); ++row) {
        DelegationId& id = plan.panel[row].id;
        if (plate_of[row])
            id = panel[*plate_of[row]]->id;
        else if (is_new_plate(id) || find(meeting, id) != nullptr)
            id.value = "new-" + std::to_string(++number);
    }
    return !pairs.by_place();
}

void keep_what_is_unsaid(const Meeting& meeting, PlannedMeeting& plan, bool says_minutes) {
    for (const PlannedDelegation& there : plan_of(meeting).panel) {
        const auto row = std::find_if(plan.panel.begin(), plan.panel.end(),
                                      [&](const auto& one) { return one.id == there.id; });
        if (row == plan.panel.end()) continue;
        for (const PlateText& text : plate_texts)
            if (((*row).*text.planned).empty()) (*row).*text.planned = there.*text.planned;
        if (row->represented_by == RepresentedBy::undeclared)
            row->represented_by = there.represented_by;
        if (!says_minutes) row->allotted = there.allotted;
    }
}

bool is_hidden(const Room& room, const PlateOfMeeting& plate) {
    const auto standing = room.withheld.find(plate);
    return standing != room.withheld.end() && standing->second != NameStanding::removed;
}

/// Without what becomes of its name.
PlateChange change_of(const Meeting* meeting, const MeetingId& id, const PlannedDelegation& row) {
    PlateChange change{id,
                       row.id,
                       PlateFate::added,
                       row.title,
                       {},
                       {},
                       row.standing.value_or(Standing::present),
                       row.absence_reason};
    const Delegation* there = meeting == nullptr ? nullptr : find(*meeting, row.id);
    if (there != nullptr) {
        change.stands_otherwise = changes_standing(*there, row);
        change.standing = there->standing;
        change.absence_reason = there->absence_reason;
        change.fate = there->title == row.title ? PlateFate::stays : PlateFate::renamed;
        if (change.fate == PlateFate::renamed) change.former_title = there->title;
    }
    return change;
}

bool takes(NameOutcome outcome) {
    return outcome == NameOutcome::unchanged || outcome == NameOutcome::given;
}

/// Adds the plates that stay without a row to the end of the panel.
void add_those_who_stay(const Room& room, const Meeting& meeting, PlannedMeeting& plan,
                        std::vector<PlateChange>& changes) {
    const PlannedMeeting now = plan_of(meeting);
    for (const PlannedDelegation& plate : now.panel) {
        if (has_plate(plan.panel, plate.id)) continue;
        PlateChange change = change_of(&meeting, plan.id, plate);
        change.fate = fate_without_a_row(room, meeting, plate.id);
        if (change.fate != PlateFate::removed) plan.panel.push_back(plate);
        changes.push_back(std::move(change));
    }
}

}  // namespace

PlateFate fate_without_a_row(const Room& room, const Meeting& meeting, const DelegationId& plate) {
    if (!can_be_taken_down(meeting, plate)) return PlateFate::heard;
    return is_open_or_suspended(meeting) && is_hidden(room, {meeting.id, plate})
               ? PlateFate::hidden
               : PlateFate::removed;
}

std::vector<PlateChange> match_plates(const Room& room, PlannedMeeting& plan, bool says_minutes) {
    std::vector<PlateChange> changes;
    const Meeting* meeting = find(room, plan.id);
    if (meeting != nullptr && meeting->course == Course::closed) return changes;
    // Only an id says which row means the plate of an erased name: the name itself is not known.
    bool missing = lacks_an_erased_plate(room, plan.id, plan.panel);
    if (meeting != nullptr && !set_ids(room, *meeting, plan))
        missing = lacks_an_erased_plate(room, plan.id, {});
    if (meeting != nullptr) keep_what_is_unsaid(*meeting, plan, says_minutes);

    const PlannedNames names{room};
    for (PlannedDelegation& row : plan.panel) {
        // Who has the floor is there, whatever the file says.
        if (meeting != nullptr && is_heard(*meeting, row.id)) {
            row.standing.reset();
            row.absence_reason.clear();
        }
        PlateChange change = change_of(meeting, plan.id, row);
        change.name = names.outcome(plan.id, row, missing);
        if (!takes(change.name) && change.name != NameOutcome::withheld_too)
            row.speaker_name.clear();
        // The plates of a new meeting are all new.
        const bool stands_out =
            meeting != nullptr && (change.fate != PlateFate::stays || change.stands_otherwise);
        if (stands_out || !takes(change.name)) changes.push_back(std::move(change));
    }
    if (meeting != nullptr) add_those_who_stay(room, *meeting, plan, changes);
    return changes;
}

}  // namespace rostrum
