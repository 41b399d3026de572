#include "bench/idle.hpp"

#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/aside.hpp"
#include "bench/listeners.hpp"
#include "bench/messages.hpp"
#include "bench/processors.hpp"
#include "bench/program.hpp"
#include "bench/spread.hpp"
#include "bench/swarm.hpp"
#include "bench/temporary_folder.hpp"

namespace rostrum::bench {
namespace {

constexpr std::chrono::seconds patience{30};

/// A meeting is opened and the first speaker has the floor.
void let_somebody_speak(Swarm& swarm) {
    std::size_t answers = 0;
    swarm.on_message = [&](std::size_t, std::string_view message) {
        if (revision_of_accepted(message) > 0) ++answers;
    };
    swarm.send(0, open_meeting(1, "cuba"));
    if (!swarm.run([&] { return answers == 1; }, patience))
        throw std::runtime_error("The meeting is not opened.");
    swarm.send(0, next(2));
    if (!swarm.run([&] { return answers == 2; }, patience))
        throw std::runtime_error("Nobody has the floor.");
}

Aside::Numbers be_idle(const IdlePlan& plan, const std::filesystem::path& data) {
    const Program program(plan.program, data, {"--demo"});
    Swarm swarm(program.port());
    for (const Manner& manner : chair_and_screens(program, plan.screens)) swarm.begin(manner);
    if (!swarm.run([&] { return swarm.count(State::welcomed) == swarm.size(); }, patience))
        throw std::runtime_error("Not everybody is let in.");
    let_somebody_speak(swarm);
    // What is still on its way is not of the silence.
    swarm.run_for(std::chrono::seconds{1});

    std::size_t messages = 0;
    swarm.on_message = [&](std::size_t, std::string_view) { ++messages; };
    const std::size_t bytes = swarm.bytes_received();
    const auto worked = program.processor_time();
    swarm.run_for(plan.lasts);
    if (messages > 0) throw std::runtime_error("Somebody was told something.");
    const double seconds = std::chrono::duration<double>(plan.lasts).count();
    const auto received = static_cast<double>(swarm.bytes_received() - bytes);
    return {
        std::chrono::duration<double>(program.processor_time() - worked).count() / seconds * 100,
        received / static_cast<double>(swarm.size()) / seconds * 3600};
}

}  // namespace

IdleFigures measure_idle(const IdlePlan& plan) {
    const TemporaryFolder folder(plan.folder);
    const Aside aside([&] { return [&](int) { return be_idle(plan, folder.path() / "data"); }; });
    const Aside::Numbers found = aside.ask(0);
    return {plan, found.at(0), found.at(1)};
}

void print(std::ostream& out, const IdleFigures& figures) {
    out << "a statement runs, " << figures.plan.screens << " screens, nobody touches anything\n"
        << "  of one processor           " << text(figures.processor_percent, 3) << " %\n"
        << "  to each screen, an hour    " << text(figures.bytes_an_hour, 0) << " bytes\n";
}

}  // namespace rostrum::bench
