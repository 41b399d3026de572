#include "rooms/steady_clock.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

namespace rostrum::rooms {
namespace {

std::chrono::nanoseconds read(clockid_t clock) {
    timespec time{};
    if (clock_gettime(clock, &time) != 0)
        throw std::system_error(errno, std::generic_category(),
                                "The machine's clock cannot be read");
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

std::string this_boot() {
    std::ifstream file{"/proc/sys/kernel/random/boot_id"};
    std::string id;
    file >> id;
    return id;
}

}  // namespace

SteadyClock::Machine SteadyClock::this_machine() {
    return {[] { return read(CLOCK_REALTIME); }, [] { return read(CLOCK_BOOTTIME); }, this_boot()};
}

SteadyClock::SteadyClock(Machine machine)
    : machine_(std::move(machine)), anchor_(machine_.wall() - machine_.since_boot()) {}

void SteadyClock::resume(Instant not_before, const std::optional<ClockMark>& mark) {
    const std::chrono::nanoseconds since_boot = machine_.since_boot();
    const bool continues = mark && !mark->boot.empty();
    if (continues) not_before = std::max(not_before, mark->at);
    std::chrono::nanoseconds start = machine_.wall();
    if (continues && mark->boot == machine_.boot && mark->since_boot <= since_boot)
        start = mark->at.time_since_epoch() + (since_boot - mark->since_boot);
    anchor_ = std::max<std::chrono::nanoseconds>(start, not_before.time_since_epoch()) - since_boot;
}

// The two clocks are read at different instants: what that costs is no correction.
void SteadyClock::follow_wall() {
    constexpr std::chrono::milliseconds negligible{100};
    const std::chrono::nanoseconds wall = machine_.wall() - machine_.since_boot();
    if (std::chrono::abs(wall - anchor_) >= negligible) anchor_ = wall;
}

void SteadyClock::approach(std::chrono::nanoseconds ahead, bool at_once) {
    constexpr std::chrono::milliseconds step{5};
    constexpr std::chrono::milliseconds jump{50};
    if (!at_once && ahead < jump) ahead = std::clamp<std::chrono::nanoseconds>(ahead, -step, step);
    anchor_ += ahead;
}

ClockMark SteadyClock::mark() {
    const std::chrono::nanoseconds since_boot = machine_.since_boot();
    return {Instant{std::chrono::floor<Duration>(anchor_ + since_boot)}, since_boot, machine_.boot};
}

std::chrono::nanoseconds SteadyClock::since_epoch() const {
    return anchor_ + machine_.since_boot();
}

Instant SteadyClock::now() {
    return Instant{std::chrono::floor<Duration>(since_epoch())};
}

double SteadyClock::unix_ms_now() {
    return std::chrono::duration<double, std::milli>(since_epoch()).count();
}

}  // namespace rostrum::rooms
