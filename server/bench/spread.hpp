#pragma once

#include <vector>

namespace rostrum::bench {

/// How a figure lies that was measured several times: a quarter of the values is below `low`, and a
/// quarter above `high`.
struct Spread {
    double low = 0;
    double median = 0;
    double high = 0;
};

/// @pre at least one value
[[nodiscard]] Spread spread_of(std::vector<double> values);

}  // namespace rostrum::bench
