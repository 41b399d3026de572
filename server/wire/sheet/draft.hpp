#pragma once

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "floor/programme.hpp"
#include "wire/sheet/headings.hpp"
#include "wire/sheet/preview.hpp"

namespace rostrum::wire {

/// The faults of a sheet, each cell's first alone: what follows from it is not told.
class SheetFaults {
public:
    explicit SheetFaults(const Headings& headings) : headings_(headings) {}

    void add(std::size_t row, Field field, std::string reason);
    /// Whatever would be told of this cell follows from a fault elsewhere.
    void hide(std::size_t row, Field field) { told_.insert({row, field}); }
    [[nodiscard]] std::size_t size() const { return faults_.size(); }
    [[nodiscard]] std::vector<RowFault> take() { return std::move(faults_); }

private:
    const Headings& headings_;
    std::set<std::pair<std::size_t, Field>> told_;
    std::vector<RowFault> faults_;
};

/// A meeting as its rows are read, with the rows.
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

/// Puts the meetings into the order of time, asks the rules of the floor about all rooms, and adds
/// their faults at the cells that they are about.
[[nodiscard]] std::vector<PlannedRoom> checked(std::vector<RoomDraft> drafts, SheetFaults& faults);

}  // namespace rostrum::wire
