#include "bench/quartiles.hpp"

#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <sstream>

namespace rostrum::bench {

Quartiles quartiles_of(std::vector<double> values) {
    if (values.empty()) return {};
    std::sort(values.begin(), values.end());
    const auto at = [&](std::size_t quarters) {
        return values[(values.size() - 1) * quarters / 4];
    };
    return {at(1), at(2), at(3)};
}

std::string text(double figure, int digits) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(digits) << figure;
    return out.str();
}

std::string text(const Quartiles& spread, int digits) {
    return text(spread.median, digits) + " (" + text(spread.low, digits) + " to " +
           text(spread.high, digits) + ')';
}

}  // namespace rostrum::bench
