#pragma once

#include <vector>

#include "wire/sheet/headings.hpp"
#include "wire/sheet/preview.hpp"

/// What an author should know of a sheet that was read.
namespace rostrum::wire {

/// Rows that are no meeting and no panellist.
void remark_on_left_out(const std::vector<const Row*>& rows, std::vector<Finding>& remarks);

/// A fault: nobody knows how the dates are meant.
[[nodiscard]] Finding two_ways(const Headings& headings, const TwoWays& date);

/// Hidden rows and columns are read like the others.
void remark_on_hidden(const Table& table, const Headings& headings, std::vector<Finding>& remarks);

}  // namespace rostrum::wire
