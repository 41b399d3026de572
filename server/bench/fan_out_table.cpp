#include <iomanip>
#include <ostream>

#include "bench/fan_out.hpp"

namespace rostrum::bench {
namespace {

void print(std::ostream& out, const Spread& spread, int digits) {
    out << std::setprecision(digits) << std::setw(8) << spread.median << " (" << spread.low
        << " to " << spread.high << ")\n";
}

}  // namespace

void print(std::ostream& out, const FanOutFigures& figures) {
    const auto flags = out.flags();
    const auto precision = out.precision();
    out << std::fixed << std::setprecision(0) << figures.plan.screens << " screens, "
        << figures.change << " bytes a change, all there after " << figures.joining_ms << " ms, "
        << figures.bytes_a_connection << " bytes each while quiet\n"
        << "  processor time a message, µs: the floor  ";
    print(out, figures.floor_us, 2);
    out << "    rostrum                                ";
    print(out, figures.program_us, 2);
    out << "    its loop alone                         ";
    print(out, figures.loop_us, 2);
    out << "    rostrum, times the floor               ";
    print(out, figures.program_ratio, 2);
    out << "    its loop alone                         ";
    print(out, figures.loop_ratio, 2);
    out << "  tap to last screen, ms: the floor        ";
    print(out, figures.floor_last_ms, 2);
    out << "    rostrum                                ";
    print(out, figures.program_last_ms, 2);
    out << "    one fdatasync                          ";
    print(out, figures.durable_ms, 2);
    out << "    rostrum without it, times the floor    ";
    print(out, figures.last_ratio, 2);
    out.flags(flags);
    out.precision(precision);
}

}  // namespace rostrum::bench
