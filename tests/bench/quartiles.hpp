#pragma once

#include <string>
#include <vector>

namespace rostrum::bench {

/// The spread of repeated measurements: a quarter of the values is below `low`, a quarter above
/// `high`.
struct Quartiles {
    double low = 0;
    double median = 0;
    double high = 0;
};

/// Zeros for no values.
[[nodiscard]] Quartiles quartiles_of(std::vector<double> values);

/// `1.50`, with this many decimals.
[[nodiscard]] std::string text(double figure, int digits);
/// `1.50 (1.25 to 1.75)`
[[nodiscard]] std::string text(const Quartiles& spread, int digits);

}  // namespace rostrum::bench
