#include "bench/idle.hpp"

#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/client_pool.hpp"
#include "bench/helper_process.hpp"
#include "bench/listeners.hpp"
#include "bench/messages.hpp"
#include "bench/processors.hpp"
#include "bench/program.hpp"
#include "bench/quartiles.hpp"
#include "bench/temporary_folder.hpp"

namespace rostrum::bench {
namespace {

constexpr std::chrono::seconds patience{30};

/// Opens a meeting and gives the floor to the first speaker.
void start_statement(ClientPool& clients) {
    std::size_t answers = 0;
    clients.on_message = [&](std::size_t, std::string_view message) {
        if (revision_of_accepted(message) > 0) ++answers;
    };
    clients.send(0, open_meeting(1, "cuba"));
    if (!clients.run([&] { return answers == 1; }, patience))
        throw std::runtime_error("The meeting did not open.");
    clients.send(0, next(2));
    if (!clients.run([&] { return answers == 2; }, patience))
        throw std::runtime_error("Nobody has the floor.");
}

HelperProcess::Numbers idle(const IdlePlan& plan, const std::filesystem::path& data) {
    const Program program(plan.program, data, {"--demo"});
    ClientPool clients(program.port());
    for (const ClientOptions& options : chair_and_screens(program, plan.screens))
        clients.begin(options);
    if (!clients.run([&] { return clients.count(State::welcomed) == clients.size(); }, patience))
        throw std::runtime_error("Not all clients have joined.");
    start_statement(clients);
    // Let messages in flight arrive first.
    clients.run_for(std::chrono::seconds{1});

    std::size_t messages = 0;
    clients.on_message = [&](std::size_t, std::string_view) { ++messages; };
    const std::size_t bytes = clients.bytes_received();
    const auto worked = program.processor_time();
    clients.run_for(plan.lasts);
    if (messages > 0) throw std::runtime_error("The server sent a message to a quiet room.");
    const double seconds = std::chrono::duration<double>(plan.lasts).count();
    const auto received = static_cast<double>(clients.bytes_received() - bytes);
    return {
        std::chrono::duration<double>(program.processor_time() - worked).count() / seconds * 100,
        received / static_cast<double>(clients.size()) / seconds * 3600};
}

}  // namespace

IdleFigures measure_idle(const IdlePlan& plan) {
    const TemporaryFolder folder(plan.folder);
    const HelperProcess aside(
        [&] { return [&](int) { return idle(plan, folder.path() / "data"); }; });
    const HelperProcess::Numbers found = aside.ask(0);
    return {plan, found.at(0), found.at(1)};
}

void print(std::ostream& out, const IdleFigures& figures) {
    out << "a statement runs, " << figures.plan.screens << " screens, nobody touches anything\n"
        << "  of one processor           " << text(figures.processor_percent, 3) << " %\n"
        << "  to each screen, an hour    " << text(figures.bytes_an_hour, 0) << " bytes\n";
}

}  // namespace rostrum::bench
