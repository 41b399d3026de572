#include "chamber/steady_clock.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <system_error>
#include <utility>

namespace rostrum::chamber {
namespace {

std::chrono::nanoseconds read(clockid_t clock) {
    timespec time{};
    if (clock_gettime(clock, &time) != 0)
        throw std::system_error(errno, std::generic_category(),
                                "The machine's clock cannot be read");
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

}  // namespace

SteadyClock::Machine SteadyClock::this_machine() {
    return {[] { return read(CLOCK_REALTIME); }, [] { return read(CLOCK_BOOTTIME); }};
}

SteadyClock::SteadyClock(Instant not_before, Machine machine)
    : machine_(std::move(machine)),
      anchor_(std::max<std::chrono::nanoseconds>(machine_.wall(), not_before.time_since_epoch()) -
              machine_.since_boot()) {}

std::chrono::nanoseconds SteadyClock::since_epoch() const {
    return anchor_ + machine_.since_boot();
}

Instant SteadyClock::now() {
    return Instant{std::chrono::floor<Duration>(since_epoch())};
}

double SteadyClock::unix_ms_now() {
    return std::chrono::duration<double, std::milli>(since_epoch()).count();
}

}  // namespace rostrum::chamber
