#include <iomanip>
#include <ostream>

#include "bench/fan_out.hpp"

namespace rostrum::bench {
namespace {

struct Line {
    const char* label;
    const Spread& spread;
};

std::ostream& operator<<(std::ostream& out, const Line& line) {
    return out << line.label << std::setw(8) << line.spread.median << " (" << line.spread.low
               << " to " << line.spread.high << ")\n";
}

}  // namespace

void print(std::ostream& out, const FanOutFigures& figures) {
    const auto flags = out.flags();
    const auto precision = out.precision();
    out << std::fixed << std::setprecision(0) << figures.plan.screens << " screens, "
        << figures.change << " bytes a change, all there after " << figures.joining_ms << " ms, "
        << figures.bytes_a_connection << " bytes each while quiet\n"
        << std::setprecision(2)
        << Line{"  processor time a message, µs: the floor  ", figures.floor_us}
        << Line{"    rostrum                                ", figures.program_us}
        << Line{"    its loop alone                         ", figures.loop_us}
        << Line{"    rostrum, times the floor               ", figures.program_ratio}
        << Line{"    its loop alone                         ", figures.loop_ratio}
        << Line{"    a bare append and fdatasync, a tap     ", figures.durable_us}
        << Line{"  tap to last screen, ms: the floor        ", figures.floor_last_ms}
        << Line{"    rostrum                                ", figures.program_last_ms}
        << Line{"    one fdatasync                          ", figures.durable_ms}
        << Line{"    rostrum without it, times the floor    ", figures.last_ratio};
    out.flags(flags);
    out.precision(precision);
}

}  // namespace rostrum::bench
