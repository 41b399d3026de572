#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "floor/fixture.hpp"
#include "floor/limits.hpp"
#include "floor/match_plates.hpp"
#include "floor/random_picks.hpp"
#include "floor/room_programme.hpp"
#include "floor/text.hpp"

namespace rostrum::import_property_test {
namespace {

using namespace rostrum::test;

constexpr int steps = 120;

std::uint64_t number_of_seeds() {
    if (const char* seeds = std::getenv("ROSTRUM_SEEDS")) return std::stoull(seeds);
    return std::getenv("ROSTRUM_THOROUGH") != nullptr ? 200 : 20;
}

/// What has happened in all runs.
struct Figures {
    int imports = 0;
    int removed = 0;
    int added = 0;
    int kept = 0;
    int hidden = 0;
    int turns = 0;
};

/// A secretariat that edits its sheet and imports it again and again, while the meeting runs and
/// names are withheld and erased.
class Run {
public:
    Run(std::uint64_t seed, Figures& figures) : random_(seed), figures_(figures) {
        sheet_ = cuba_plan();
        sheet_.panel.clear();
        for (int i = 0; i < 6; ++i) sheet_.panel.push_back(row());
        PlannedRoom plan = room_plan();
        plan.meetings[0] = sheet_;
        // Somebody who sits in both meetings.
        plan.meetings[1].panel[0].speaker_name = sheet_.panel[0].speaker_name;
        later_ = plan.meetings[1];
        note_reasons();
        stage_.does(FoundRoom{plan}, secretariat);
    }

    void step() {
        stage_.later(1s);
        switch (random_.below(12)) {
            case 0:
                return tries(OpenMeeting{cuba});
            case 1:
            case 2:
                return tries(Next{stage_.ending(), std::nullopt});
            case 3:
                return marks_absent();
            case 4:
                return hides();
            case 5:
                if (!stage_.room.memory.empty()) stage_.undoes();
                return;
            case 6:
                return exports();
            default:
                edits_the_sheet();
                return imports();
        }
    }

    void check() const {
        for (const auto& [plate, name] : *stage_.room.names)
            if (hidden_.contains(comparable(name))) FAIL("shown: " << name);
        const Meeting& meeting = stage_.meeting();
        const auto title_of = [&](const InscriptionId& id) {
            return comparable(delegation_of(meeting, *find(meeting, id)).title);
        };
        for (const Turn& turn : meeting.turns)
            if (!titles_.at(turn.statement.value).contains(title_of(turn.inscription)))
                FAIL("a turn went to " << title_of(turn.inscription));
        if (meeting.statement && !titles_.at(meeting.statement->id.value)
                                      .contains(title_of(meeting.statement->inscription)))
            FAIL("the floor went to " << title_of(meeting.statement->inscription));
        for (const Delegation& plate : meeting.delegations)
            if (!plate.absence_reason.empty() &&
                !reasons_.at(plate.absence_reason).contains(comparable(plate.title)))
                FAIL("the absence " << plate.absence_reason << " went to " << plate.title);
    }

private:
    PlannedDelegation row() {
        static constexpr std::array kinds{DelegationKind::national_cso,
                                          DelegationKind::international_cso, DelegationKind::nhri};
        static constexpr std::array subjects{"", "", "Media", "Prisons"};
        const std::string number = std::to_string(++rows_);
        PlannedDelegation made = panellist("new-" + number, random_.one_of(kinds), "", 5min);
        // Some titles are the same for several plates.
        made.title = random_.one_in(3) ? "National CSO" : "Network " + number + ": réseau";
        made.subject = random_.one_of(subjects);
        if (!random_.one_in(5)) made.speaker_name = "Speaker " + number;
        if (random_.one_in(6) && !sheet_.panel.empty())
            made.speaker_name = random_.one_of(sheet_.panel).speaker_name;
        if (hidden_.contains(comparable(made.speaker_name))) made.speaker_name.clear();
        if (random_.one_in(4)) made = absent(made, "Reason " + number);
        return made;
    }

    void tries(const Command& command) {
        if (std::holds_alternative<Refusal>(decide(stage_.room, chair, command, stage_.now)))
            return;
        stage_.does(command);
        if (!stage_.meeting().statement) return;
        const Statement& now = *stage_.meeting().statement;
        if (titles_[now.id.value]
                .insert(comparable(
                    delegation_of(stage_.meeting(), stage_.inscription(now.inscription.value))
                        .title))
                .second)
            ++figures_.turns;
    }

    void marks_absent() {
        const Delegation& plate = random_.one_of(stage_.meeting().delegations);
        const std::string reason = "Stopped " + std::to_string(stage_.room.revision.value);
        reasons_[reason].insert(comparable(plate.title));
        tries(MarkAbsent{plate.id, reason});
    }

    /// Withholds a name at every plate that shows it, and possibly erases it.
    void hides() {
        if (stage_.room.names->empty()) return;
        auto chosen = stage_.room.names->begin();
        std::advance(chosen, static_cast<std::ptrdiff_t>(random_.below(stage_.room.names->size())));
        const std::string name = comparable(chosen->second);
        const bool for_good = random_.one_in(2);
        const SpeakerNames shown = *stage_.room.names;
        for (const auto& [plate, its_name] : shown) {
            if (comparable(its_name) != name) continue;
            stage_.does(WithholdName{plate.first, plate.second}, secretariat);
            if (for_good) stage_.does(EraseName{plate.first, plate.second}, secretariat);
        }
        hidden_.insert(name);
        ++figures_.hidden;
    }

    /// Goes on with the sheet that the room writes, which has ids.
    void exports() {
        sheet_.panel = plan_of(stage_.room).meetings[0].panel;
        deleted_.clear();
    }

    void edits_the_sheet() {
        auto& panel = sheet_.panel;
        for (std::uint64_t edits = 1 + random_.below(3); edits > 0; --edits) {
            const auto place = static_cast<std::ptrdiff_t>(random_.below(panel.size() + 1));
            switch (random_.below(6)) {
                case 0:
                    panel.insert(panel.begin() + place, row());
                    break;
                case 1:
                    if (panel.size() < 3 || place == std::ssize(panel)) break;
                    deleted_.push_back(panel[static_cast<std::size_t>(place)]);
                    panel.erase(panel.begin() + place);
                    break;
                case 2:
                    if (deleted_.empty()) break;
                    panel.insert(panel.begin() + place, deleted_.back());
                    deleted_.pop_back();
                    break;
                case 3:
                    std::stable_sort(panel.begin(), panel.end(), [](const auto& a, const auto& b) {
                        return a.title < b.title;
                    });
                    break;
                case 4:
                    std::shuffle(panel.begin(), panel.end(),
                                 std::mt19937_64{random_.below(1'000'000)});
                    break;
                default:
                    renames(panel[static_cast<std::size_t>(random_.below(panel.size()))]);
            }
        }
    }

    void renames(PlannedDelegation& row) {
        static const std::array<std::string, 3> other_words{"renamed", "National CSO",
                                                            "NETWORK 2:  RE\u0301SEAU"};
        row.title = random_.one_of(other_words);
        if (row.title == "renamed") row.title += ' ' + std::to_string(++rows_);
        if (random_.one_in(3)) row.subject = "Labour";
    }

    void note_reasons() {
        for (const PlannedDelegation& row : sheet_.panel)
            if (!row.absence_reason.empty())
                reasons_[row.absence_reason].insert(comparable(row.title));
    }

    /// A sheet without ids is numbered by its rows, as the reader of sheets does.
    [[nodiscard]] PlannedMeeting read_again() {
        PlannedMeeting read = sheet_;
        const bool has_ids = random_.one_in(2);
        std::set<DelegationId> ids;
        for (std::size_t i = 0; i < read.panel.size(); ++i) {
            DelegationId& id = read.panel[i].id;
            if (!has_ids || id.value.starts_with("new-") || !ids.insert(id).second)
                id.value = "new-" + std::to_string(i + 1);
        }
        return read;
    }

    void imports() {
        PlannedMeeting plan = read_again();
        note_reasons();
        PlannedMeeting other = later_;
        for (const PlateChange& change : match_plates(stage_.room, plan)) {
            if (change.fate == PlateFate::removed) ++figures_.removed;
            if (change.fate == PlateFate::added) ++figures_.added;
            if (change.fate == PlateFate::heard || change.fate == PlateFate::hidden)
                ++figures_.kept;
            // Somebody who keeps the id and changes the title means the same plate.
            if (change.fate == PlateFate::renamed) may_rename(change);
        }
        (void)match_plates(stage_.room, other);
        const PlanMeetings command{{plan, other}};
        const Decision decision = decide(stage_.room, secretariat, command, stage_.now);
        if (const auto* refusal = std::get_if<Refusal>(&decision)) {
            if (refusal->code == RefusalCode::already_so) return;
            // So many plates with a history: the sheet goes on from those that there are.
            if (plan.panel.size() < limits::delegations_a_meeting)
                FAIL("refused: " << refusal->text.english);
            return exports();
        }
        stage_.does(command, secretariat);
        ++figures_.imports;
    }

    void may_rename(const PlateChange& change) {
        const std::string before = comparable(change.former_title);
        const std::string after = comparable(change.title);
        if (before == after) return;
        const bool by_id = std::any_of(
            sheet_.panel.begin(), sheet_.panel.end(),
            [&](const auto& row) { return row.id == change.plate && row.title == change.title; });
        if (!by_id) FAIL(before << " became " << after << " without an id that says so");
        for (const Turn& turn : stage_.meeting().turns)
            if (find(stage_.meeting(), turn.inscription)->delegation == change.plate)
                titles_[turn.statement.value].insert(after);
        if (const auto& statement = stage_.meeting().statement;
            statement && find(stage_.meeting(), statement->inscription)->delegation == change.plate)
            titles_[statement->id.value].insert(after);
        for (auto& [reason, titles] : reasons_)
            if (titles.contains(before)) titles.insert(after);
    }

    RandomPicks random_;
    Figures& figures_;
    Stage stage_;
    PlannedMeeting sheet_;
    PlannedMeeting later_;
    std::vector<PlannedDelegation> deleted_;
    int rows_ = 0;
    /// Comparable names.
    std::set<std::string> hidden_;
    /// The comparable titles that a plate had since it was given the floor, by the statement.
    std::map<std::uint64_t, std::set<std::string>> titles_;
    std::map<std::string, std::set<std::string>> reasons_;
};

}  // namespace

// ROSTRUM_SEEDS=200, or ROSTRUM_THOROUGH=1, runs 200 of them; a failure prints its seed.
TEST_CASE("no import shows a hidden name, or moves a turn or an absence to another title") {
    Figures figures;
    const std::uint64_t seeds = number_of_seeds();
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        INFO("seed " << seed);
        Run run(seed, figures);
        for (int step = 0; step < steps; ++step) {
            run.step();
            run.check();
        }
    }
    WARN(seeds << " sequences: " << figures.imports << " imports, " << figures.added
               << " plates added, " << figures.removed << " removed, " << figures.kept << " kept, "
               << figures.hidden << " persons hidden, " << figures.turns << " turns");
    CHECK(figures.imports > 10 * static_cast<int>(seeds));
    CHECK(figures.kept > static_cast<int>(seeds));
    CHECK(figures.turns > 2 * static_cast<int>(seeds));
}

}  // namespace rostrum::import_property_test
