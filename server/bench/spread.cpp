#include "bench/spread.hpp"

#include <algorithm>
#include <cstddef>

namespace rostrum::bench {

Spread spread_of(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto at = [&](std::size_t quarters) {
        return values[(values.size() - 1) * quarters / 4];
    };
    return {at(1), at(2), at(3)};
}

}  // namespace rostrum::bench
