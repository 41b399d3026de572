#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "wire/sheet/headings.hpp"
#include "wire/sheet/preview.hpp"
#include "wire/sheet/zone.hpp"

namespace rostrum::wire {

/// How the dates of a file are meant.
struct DatesOfFile {
    DateOrder order = DateOrder::day_first;
    /// The different dates of which nobody knows that, in their order.
    std::vector<TwoWays> undecided;
};

/// A date that can be read in one way only, such as 13/4/2017, decides for the whole file. If there
/// is none, or there are such dates of both kinds, `asked` does.
[[nodiscard]] DatesOfFile read_order(const Table& table, const Headings& headings,
                                     std::optional<DateOrder> asked);

/// The cells that say when a meeting is.
struct TimeCells {
    std::string date;
    std::string start;
    std::string end;
    std::string hard_stop;
};

struct MeetingTimes {
    Instant starts_at;
    Instant ends_at;
    std::optional<Instant> hard_stop;
};

/// What takes the faults of a row.
using FaultAt = std::function<void(Field, Sentence)>;

/// Reads the cells of a row in the time zone of its room. A meeting that ends earlier in the day
/// than it starts ends on the next day, or when the same hour comes again.
/// @param length of a meeting without an end.
/// @return nullopt, with a fault, if it is not known when the meeting starts.
[[nodiscard]] std::optional<MeetingTimes> read_times(const TimeCells& cells, const Zone& zone,
                                                     DateOrder order, Duration length,
                                                     const FaultAt& fault);

}  // namespace rostrum::wire
