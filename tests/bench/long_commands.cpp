#include "bench/long_commands.hpp"

#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "bench/client_pool.hpp"
#include "bench/helper_process.hpp"
#include "bench/processors.hpp"
#include "bench/program.hpp"
#include "bench/quartiles.hpp"
#include "bench/tapping_chair.hpp"
#include "bench/temporary_folder.hpp"

namespace rostrum::bench {
namespace {

double milliseconds(std::chrono::microseconds time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// A command of this length that is costly to read, and refused.
std::string long_command(const Program& program, const LongCommandsPlan& plan) {
    std::string body = R"({"id":"long-command","planMeetings":{"meetings":[{})";
    while (body.size() + 6 <= plan.bytes) body += ",{}";
    body += "]}}";
    return "POST /api/v1/rooms/xxvii/commands HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
           "Bearer " +
           program.token(plan.heading) + "\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

HelperProcess::Numbers measure(const LongCommandsPlan& plan, const std::filesystem::path& data) {
    pin_to_processor(0);
    const Program program(plan.program, data, {"--demo"});
    pin_to_processor(1);
    const std::string command = long_command(program, plan);
    ClientPool clients(program.port());
    std::size_t answers = 0;
    clients.on_message = [&](std::size_t, std::string_view arrived) {
        if (arrived.starts_with("HTTP/1.1 ")) ++answers;
    };
    for (std::size_t i = 0; i < plan.connections; ++i) clients.begin({.joins = false});
    TappingChair chair(program.port(), program.token("Chair"), plan.between_taps);
    // The crowd shares this processor with the measured chair, whose tablet would have its own.
    lower_priority();
    const auto end = std::chrono::steady_clock::now() + plan.lasts;
    const auto is_over = [&] {
        for (std::size_t i = 0; i < plan.connections; ++i)
            if (clients.at(i).out.empty()) clients.send(i, command);
        return std::chrono::steady_clock::now() >= end;
    };
    if (!clients.run(is_over, 2 * plan.lasts) || clients.count(State::ended) > 0)
        throw std::runtime_error("The server has ended a connection.");
    const Waits waits = chair.waits();
    if (waits.lost > 0) throw std::runtime_error("The chair got no answer.");
    const double seconds = std::chrono::duration<double>(plan.lasts).count();
    return {static_cast<double>(answers) / seconds, milliseconds(waits.at(0.5)),
            milliseconds(waits.at(0.99))};
}

}  // namespace

LongCommandsFigures measure_long_commands(const LongCommandsPlan& plan) {
    const TemporaryFolder folder(plan.folder);
    const HelperProcess aside(
        [&] { return [&](int) { return measure(plan, folder.path() / "data"); }; });
    const HelperProcess::Numbers found = aside.ask(0);
    return {plan, found.at(0), found.at(1), found.at(2)};
}

void print(std::ostream& out, const LongCommandsFigures& figures) {
    const LongCommandsPlan& plan = figures.plan;
    out << plan.connections << " connections that send commands of " << plan.bytes << " bytes ("
        << plan.heading << ")\n"
        << "  answers a second           " << text(figures.answers_a_second, 0) << '\n'
        << "  the chair's Accepted       " << text(figures.accepted_median_ms, 2)
        << " ms, 99 % within " << text(figures.accepted_p99_ms, 2) << " ms\n";
}

}  // namespace rostrum::bench
