#pragma once

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "floor/programme.hpp"
#include "wire/sheet/headings.hpp"
#include "wire/sheet/preview.hpp"

namespace rostrum::wire {

/// The faults of a sheet, only the first of each cell: the others follow from it.
class SheetFaults {
public:
    explicit SheetFaults(const Headings& headings) : headings_(headings) {}

    void add(std::size_t row, Field field, Sentence reason);
    /// Suppresses the faults of this cell: they follow from a fault elsewhere.
    void hide(std::size_t row, Field field) { reported_.insert({row, field}); }
    [[nodiscard]] std::size_t size() const { return faults_.size(); }
    [[nodiscard]] std::vector<Finding> take() { return std::move(faults_); }

private:
    const Headings& headings_;
    std::set<std::pair<std::size_t, Field>> reported_;
    std::vector<Finding> faults_;
};

/// A meeting while its rows are read, with their numbers.
struct MeetingDraft {
    PlannedMeeting plan;
    std::size_t row = 0;
    std::vector<std::size_t> panel_rows;
};

struct RoomDraft {
    PlannedRoom plan;
    std::size_t row = 0;
    std::vector<MeetingDraft> meetings;
};

/// Sorts the meetings by time, checks all rooms against the rules of the floor, and adds the faults
/// at their cells.
[[nodiscard]] std::vector<PlannedRoom> checked(std::vector<RoomDraft> drafts, SheetFaults& faults);

}  // namespace rostrum::wire
