#include "bench/fan_out.hpp"

#include <memory>
#include <ostream>
#include <string>
#include <unistd.h>
#include <utility>

#include "bench/bare_append.hpp"
#include "bench/baseline_server.hpp"
#include "bench/helper_process.hpp"
#include "bench/listeners.hpp"
#include "bench/messages.hpp"
#include "bench/processors.hpp"
#include "bench/program.hpp"
#include "bench/temporary_folder.hpp"

namespace rostrum::bench {
namespace {

using std::chrono::nanoseconds;

double microseconds(nanoseconds time) {
    return std::chrono::duration<double, std::micro>(time).count();
}
double milliseconds(nanoseconds time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// The result of a round, as the helper process sends it.
struct Round {
    /// Processor time for each message; for the program, also of its loop thread alone.
    double all_us;
    double loop_us;
    double last_ms;

    [[nodiscard]] HelperProcess::Numbers numbers() const { return {all_us, loop_us, last_ms}; }
    static Round of(const HelperProcess::Numbers& numbers) {
        return {numbers.at(0), numbers.at(1), numbers.at(2)};
    }
};

enum Question : int { what_joining_cost, a_round };

/// Makes a round of taps: measures the server's processor time for each message, and the median
/// time until the last screen has the change.
template <class Server, class MakeFrame>
Round tap(const FanOutPlan& plan, Listeners& listeners, const Server& server,
          const MakeFrame& make_frame) {
    std::vector<double> last_ms;
    const nanoseconds all_before = server.processor_time();
    const nanoseconds loop_before = server.loop_time();
    for (int i = 0; i < plan.taps; ++i) {
        last_ms.push_back(milliseconds(listeners.broadcast(make_frame())));
        listeners.run_for(plan.between_taps);
    }
    const nanoseconds all = server.processor_time() - all_before;
    const nanoseconds loop = server.loop_time() - loop_before;
    const auto messages = static_cast<double>(listeners.count()) * plan.taps;
    return {microseconds(all) / messages, microseconds(loop) / messages,
            quartiles_of(std::move(last_ms)).median};
}

HelperProcess::Task baseline_task(const FanOutPlan& plan, double change) {
    const auto server = std::make_shared<BaselineServer>(static_cast<std::size_t>(change));
    pin_to_processor(1);
    const std::vector<ClientOptions> options(plan.screens + 1, {.joins = false});
    const auto listeners = std::make_shared<Listeners>(server->port(), options);
    return [=](int) { return tap(plan, *listeners, *server, [] { return notice(0); }).numbers(); };
}

HelperProcess::Task program_task(const FanOutPlan& plan, const std::filesystem::path& data) {
    pin_to_processor(0);
    const auto program =
        std::make_shared<Program>(plan.program, data, std::vector<std::string>{"--demo"});
    pin_to_processor(1);
    // The first clients cause one-off allocations.
    const Listeners first(program->port(), chair_and_screens(*program, 100));
    const std::size_t before = program->memory();
    const auto listeners =
        std::make_shared<Listeners>(program->port(), chair_and_screens(*program, plan.screens));
    const double bytes = (static_cast<double>(program->memory()) - static_cast<double>(before)) /
                         static_cast<double>(listeners->count());
    const auto taps = std::make_shared<std::uint64_t>(0);
    return [=](int what) -> HelperProcess::Numbers {
        const Round round = tap(plan, *listeners, *program, [&] { return notice(++*taps); });
        if (what == a_round) return round.numbers();
        return {milliseconds(listeners->joining_took()), bytes, listeners->mean_change()};
    };
}

}  // namespace

FanOutFigures measure_fan_out(const FanOutPlan& plan) {
    const TemporaryFolder folder(plan.folder);
    BareAppend file(folder.path() / "bare", bytes_an_act);
    const HelperProcess program([&] { return program_task(plan, folder.path() / "data"); });
    const HelperProcess::Numbers joined = program.ask(what_joining_cost);
    FanOutFigures figures{.plan = plan,
                          .change = joined.at(2),
                          .joining_ms = joined.at(0),
                          .bytes_a_connection = joined.at(1)};
    const HelperProcess baseline([&] { return baseline_task(plan, figures.change); });

    std::vector<Round> baselines;
    std::vector<Round> programs;
    std::vector<double> durable_ms;
    std::vector<double> durable_us;
    for (int i = 0; i < plan.rounds; ++i) {
        baselines.push_back(Round::of(baseline.ask(a_round)));
        const nanoseconds before = processor_time(::getpid());
        durable_ms.push_back(file.median_us(plan.taps) / 1000);
        durable_us.push_back(microseconds(processor_time(::getpid()) - before) / plan.taps);
        programs.push_back(Round::of(program.ask(a_round)));
    }
    const auto spread = [&](const auto& figure) {
        std::vector<double> values;
        for (std::size_t i = 0; i < baselines.size(); ++i)
            values.push_back(figure(baselines[i], programs[i], durable_ms[i]));
        return quartiles_of(std::move(values));
    };
    using R = const Round&;
    figures.baseline_us = spread([](R bare, R, double) { return bare.all_us; });
    figures.program_us = spread([](R, R real, double) { return real.all_us; });
    figures.loop_us = spread([](R, R real, double) { return real.loop_us; });
    figures.program_ratio =
        spread([](R bare, R real, double) { return real.all_us / bare.all_us; });
    figures.loop_ratio = spread([](R bare, R real, double) { return real.loop_us / bare.all_us; });
    figures.baseline_last_ms = spread([](R bare, R, double) { return bare.last_ms; });
    figures.program_last_ms = spread([](R, R real, double) { return real.last_ms; });
    figures.durable_ms = spread([](R, R, double durable) { return durable; });
    figures.durable_us = quartiles_of(std::move(durable_us));
    figures.last_ratio = spread(
        [](R bare, R real, double durable) { return (real.last_ms - durable) / bare.last_ms; });
    return figures;
}

void print(std::ostream& out, const FanOutFigures& figures) {
    const auto line = [&](const char* label, const Quartiles& spread) {
        out << label << text(spread, 2) << '\n';
    };
    out << figures.plan.screens << " screens, " << text(figures.change, 0)
        << " bytes a change, all there after " << text(figures.joining_ms, 0) << " ms, "
        << text(figures.bytes_a_connection, 0) << " bytes each while quiet\n";
    line("  processor time a message, µs: the baseline ", figures.baseline_us);
    line("    rostrum                                  ", figures.program_us);
    line("    its loop alone                           ", figures.loop_us);
    line("    rostrum, times the baseline              ", figures.program_ratio);
    line("    its loop alone                           ", figures.loop_ratio);
    line("    a bare append and fdatasync, a tap       ", figures.durable_us);
    line("  tap to last screen, ms: the baseline       ", figures.baseline_last_ms);
    line("    rostrum                                  ", figures.program_last_ms);
    line("    one fdatasync                            ", figures.durable_ms);
    line("    rostrum without it, times the baseline   ", figures.last_ratio);
}

}  // namespace rostrum::bench
