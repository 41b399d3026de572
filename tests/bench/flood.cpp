#include "bench/flood.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <ostream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "bench/client_pool.hpp"
#include "bench/helper_process.hpp"
#include "bench/listeners.hpp"
#include "bench/messages.hpp"
#include "bench/processors.hpp"
#include "bench/program.hpp"
#include "bench/quartiles.hpp"
#include "bench/tapping_chair.hpp"
#include "bench/temporary_folder.hpp"

namespace rostrum::bench {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds patience{30};

double milliseconds(std::chrono::microseconds time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// First the chairs, then the screens.
class Flooded {
public:
    Flooded(const FloodPlan& plan, const Program& program)
        : chairs_(plan.chairs),
          between_taps_(plan.between_taps),
          clients_(program.port()),
          held_(plan.chairs + plan.screens, 0) {
        const std::vector<ClientOptions> options = chair_and_screens(program, plan.screens);
        for (std::size_t i = 0; i < plan.chairs; ++i) clients_.begin(options.front());
        for (std::size_t i = 1; i < options.size(); ++i) clients_.begin(options[i]);
        clients_.on_message = [this](std::size_t client, std::string_view message) {
            receive(client, message);
        };
        expect([this] { return clients_.count(State::welcomed) == clients_.size(); },
               "Not all clients have joined.");
        // This gives every client a known revision.
        clients_.send(0, notice(commands_++));
        expect_all_hold_the_newest();
    }

    struct Counts {
        std::uint64_t commands;
        std::uint64_t updates;
        std::uint64_t frames;
    };
    Counts flood(std::chrono::milliseconds time) {
        const std::uint64_t before = newest_;
        frames_ = updates_ = 0;
        is_flooding_ = true;
        const auto end = Clock::now() + time;
        for (std::size_t i = 0; i < chairs_; ++i)
            taps_.emplace_back(Clock::now() + between_taps_ * i / chairs_, i);
        const auto is_over = [&] {
            const auto now = Clock::now();
            for (; !taps_.empty() && taps_.front().first <= now; taps_.pop_front())
                clients_.send(taps_.front().second, notice(commands_++));
            return now >= end;
        };
        static_cast<void>(clients_.run(is_over, time + patience));
        is_flooding_ = false;
        const Counts counts{newest_ - before, updates_, frames_};
        expect_all_hold_the_newest();
        return counts;
    }

private:
    template <class Condition>
    void expect(const Condition& condition, const char* otherwise) {
        if (!clients_.run(condition, patience)) throw std::runtime_error(otherwise);
    }
    void expect_all_hold_the_newest() {
        const auto all_hold = [this] {
            return newest_ > 0 && std::all_of(held_.begin(), held_.end(), [this](auto revision) {
                       return revision >= newest_;
                   });
        };
        expect(all_hold, "Not every screen has the newest revision at the end.");
    }
    void receive(std::size_t client, std::string_view message) {
        if (const auto revision = revision_of_accepted(message); revision > 0) {
            newest_ = std::max(newest_, revision);
            if (is_flooding_) taps_.emplace_back(Clock::now() + between_taps_, client);
        } else if (is_change(message)) {
            const auto [from, to] = step_of_change(message);
            if (held_[client] != 0 && from != 0 && from != held_[client])
                throw std::runtime_error(
                    "A screen received a change that does not follow its revision.");
            if (client >= chairs_) {
                ++frames_;
                updates_ += to - held_[client];
            }
            held_[client] = to;
        }
    }

    std::size_t chairs_;
    std::chrono::milliseconds between_taps_;
    ClientPool clients_;
    std::vector<std::uint64_t> held_;
    /// When each chair's next command is due, in order of time.
    std::deque<std::pair<Clock::time_point, std::size_t>> taps_;
    std::uint64_t commands_ = 0;
    std::uint64_t newest_ = 0;
    std::uint64_t updates_ = 0;
    std::uint64_t frames_ = 0;
    bool is_flooding_ = false;
};

HelperProcess::Numbers flood(const FloodPlan& plan, const std::filesystem::path& data) {
    pin_to_processor(0);
    const Program program(plan.program, data, {"--demo"});
    pin_to_processor(1);
    Flooded room(plan, program);
    TappingChair onlooker(program.port(), program.token("Chair"), plan.between_taps);
    // The flood shares this processor with the measured chair, whose tablet would have its own.
    lower_priority();
    const Flooded::Counts counts = room.flood(plan.lasts);
    const Waits waits = onlooker.waits();
    if (waits.lost > 0) throw std::runtime_error("The chair got no answer.");
    const double seconds = std::chrono::duration<double>(plan.lasts).count();
    return {static_cast<double>(counts.commands) / seconds,
            static_cast<double>(counts.updates) / seconds,
            static_cast<double>(counts.frames) / seconds, milliseconds(waits.at(0.5)),
            milliseconds(waits.at(0.99))};
}

}  // namespace

FloodFigures measure_flood(const FloodPlan& plan) {
    const TemporaryFolder folder(plan.folder);
    const HelperProcess aside(
        [&] { return [&](int) { return flood(plan, folder.path() / "data"); }; });
    const HelperProcess::Numbers found = aside.ask(0);
    return {plan, found.at(0), found.at(1), found.at(2), found.at(3), found.at(4)};
}

void print(std::ostream& out, const FloodFigures& figures) {
    out << figures.plan.chairs << " chairs who tap 50 times a second, " << figures.plan.screens
        << " screens\n"
        << "  commands a second          " << text(figures.commands_a_second, 0) << '\n'
        << "  updates a second, merged   " << text(figures.updates_a_second, 0) << '\n'
        << "  frames a second            " << text(figures.frames_a_second, 0) << '\n'
        << "  one more chair's Accepted  " << text(figures.accepted_median_ms, 2)
        << " ms, 99 % within " << text(figures.accepted_p99_ms, 2) << " ms\n";
}

}  // namespace rostrum::bench
