#include "bench/flood.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <deque>
#include <iomanip>
#include <ostream>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "bench/aside.hpp"
#include "bench/listeners.hpp"
#include "bench/messages.hpp"
#include "bench/processors.hpp"
#include "bench/program.hpp"
#include "bench/swarm.hpp"
#include "bench/temporary_folder.hpp"

namespace rostrum::bench {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds patience{30};

/// Gives a command every now and then, in a thread of its own, and takes the time of each answer.
class Onlooker {
public:
    Onlooker(std::uint16_t port, const Manner& chair, std::chrono::milliseconds between_taps)
        : thread_([=, this] { tap(port, chair, between_taps); }) {}
    ~Onlooker() {
        if (thread_.joinable()) static_cast<void>(waits_ms());
    }
    Onlooker(const Onlooker&) = delete;
    Onlooker& operator=(const Onlooker&) = delete;

    /// In their order. Ends the tapping.
    [[nodiscard]] std::vector<double> waits_ms() {
        enough_ = true;
        thread_.join();
        std::sort(waits_ms_.begin(), waits_ms_.end());
        return std::move(waits_ms_);
    }

private:
    void tap(std::uint16_t port, const Manner& chair, std::chrono::milliseconds between_taps) {
        // Its numbers are not those of the others.
        std::uint64_t number = 50'000'000;
        bool is_answered = false;
        Swarm swarm(port);
        swarm.on_message = [&](std::size_t, std::string_view message) {
            if (revision_of_accepted(message) > 0) is_answered = true;
        };
        swarm.begin(chair);
        swarm.run([&] { return swarm.count(State::welcomed) == 1; }, patience);
        while (!enough_) {
            is_answered = false;
            const auto begin = Clock::now();
            swarm.send(0, notice(number++));
            if (!swarm.run([&] { return is_answered; }, patience)) return;
            waits_ms_.push_back(
                std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
            swarm.run_for(between_taps);
        }
    }

    std::atomic<bool> enough_ = false;
    std::vector<double> waits_ms_;
    std::thread thread_;
};

/// The chairs, and after them the screens.
class Flooded {
public:
    Flooded(const FloodPlan& plan, const Program& program)
        : chairs_(plan.chairs),
          between_taps_(plan.between_taps),
          swarm_(program.port()),
          held_(plan.chairs + plan.screens, 0) {
        const std::vector<Manner> manners = chair_and_screens(program, plan.screens);
        for (std::size_t i = 0; i < plan.chairs; ++i) swarm_.begin(manners.front());
        for (std::size_t i = 1; i < manners.size(); ++i) swarm_.begin(manners[i]);
        swarm_.on_message = [this](std::size_t client, std::string_view message) {
            hear(client, message);
        };
        expect([this] { return swarm_.count(State::welcomed) == swarm_.size(); },
               "Not everybody is let in.");
        // From here on everybody holds a revision that is known.
        swarm_.send(0, notice(commands_++));
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
                swarm_.send(taps_.front().second, notice(commands_++));
            return now >= end;
        };
        static_cast<void>(swarm_.run(is_over, time + patience));
        is_flooding_ = false;
        const Counts counts{newest_ - before, updates_, frames_};
        expect_all_hold_the_newest();
        return counts;
    }

private:
    template <class Condition>
    void expect(const Condition& condition, const char* otherwise) {
        if (!swarm_.run(condition, patience)) throw std::runtime_error(otherwise);
    }
    void expect_all_hold_the_newest() {
        const auto all_hold = [this] {
            return newest_ > 0 && std::all_of(held_.begin(), held_.end(), [this](auto revision) {
                       return revision >= newest_;
                   });
        };
        expect(all_hold, "Not every screen holds the newest in the end.");
    }
    void hear(std::size_t client, std::string_view message) {
        if (const auto revision = revision_of_accepted(message); revision > 0) {
            newest_ = std::max(newest_, revision);
            if (is_flooding_) taps_.emplace_back(Clock::now() + between_taps_, client);
        } else if (is_change(message)) {
            const auto [from, to] = step_of_change(message);
            if (held_[client] != 0 && from != 0 && from != held_[client])
                throw std::runtime_error("A screen was told a change that does not follow.");
            if (client >= chairs_) {
                ++frames_;
                updates_ += to - held_[client];
            }
            held_[client] = to;
        }
    }

    std::size_t chairs_;
    std::chrono::milliseconds between_taps_;
    Swarm swarm_;
    std::vector<std::uint64_t> held_;
    /// Whose next command is due when, in that order.
    std::deque<std::pair<Clock::time_point, std::size_t>> taps_;
    std::uint64_t commands_ = 0;
    std::uint64_t newest_ = 0;
    std::uint64_t updates_ = 0;
    std::uint64_t frames_ = 0;
    bool is_flooding_ = false;
};

Aside::Numbers flood(const FloodPlan& plan, const std::filesystem::path& data) {
    keep_to_processor(0);
    const Program program(plan.program, data, {"--demo"});
    keep_to_processor(1);
    Flooded room(plan, program);
    Onlooker onlooker(program.port(), chair_and_screens(program, 0).front(), plan.between_taps);
    // Both share a processor, and a tablet does not wait for a thousand screens to read.
    step_back();
    const Flooded::Counts counts = room.flood(plan.lasts);
    const std::vector<double> waits = onlooker.waits_ms();
    if (waits.empty()) throw std::runtime_error("The chair is not answered.");
    const double seconds = std::chrono::duration<double>(plan.lasts).count();
    return {static_cast<double>(counts.commands) / seconds,
            static_cast<double>(counts.updates) / seconds,
            static_cast<double>(counts.frames) / seconds, waits[waits.size() / 2],
            waits[waits.size() * 99 / 100]};
}

}  // namespace

FloodFigures measure_flood(const FloodPlan& plan) {
    const TemporaryFolder folder(plan.folder);
    const Aside aside([&] { return [&](int) { return flood(plan, folder.path() / "data"); }; });
    const Aside::Numbers found = aside.ask(0);
    return {plan, found.at(0), found.at(1), found.at(2), found.at(3), found.at(4)};
}

void print(std::ostream& out, const FloodFigures& figures) {
    const auto flags = out.flags();
    const auto precision = out.precision();
    out << std::fixed << std::setprecision(0) << figures.plan.chairs
        << " chairs who tap 50 times a second, " << figures.plan.screens << " screens\n"
        << "  commands a second          " << figures.commands_a_second << '\n'
        << "  updates a second, merged   " << figures.updates_a_second << '\n'
        << "  frames a second            " << figures.frames_a_second << '\n'
        << std::setprecision(2)  //
        << "  one more chair's Accepted  " << figures.accepted_median_ms << " ms, 99 % within "
        << figures.accepted_p99_ms << " ms\n";
    out.flags(flags);
    out.precision(precision);
}

}  // namespace rostrum::bench
