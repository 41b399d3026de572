#include "bench/tapping_chair.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <utility>

#include "bench/messages.hpp"

namespace rostrum::bench {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(std::chrono::microseconds time) {
    return static_cast<double>(time.count()) / 1000;
}

constexpr std::chrono::seconds patience{30};

}  // namespace

std::chrono::microseconds Waits::at(double share) const {
    const auto rank = std::ceil(share * static_cast<double>(sorted.size()));
    return sorted.at(static_cast<std::size_t>(std::max(1.0, rank)) - 1);
}

std::string Waits::text() const {
    std::string result(160, '\0');
    const int size = std::snprintf(
        result.data(), result.size(),
        "%zu commands: half within %.1f ms, 99 %% within %.1f ms, all within %.1f ms; %zu lost",
        sorted.size(), milliseconds(at(0.5)), milliseconds(at(0.99)), milliseconds(at(1)), lost);
    result.resize(static_cast<std::size_t>(size));
    return result;
}

TappingChair::TappingChair(std::uint16_t port, const std::string& token,
                           std::chrono::milliseconds between_taps)
    : thread_([=, this] {
          tap(port, {.token = token, .encoding = wire::Encoding::protobuf}, between_taps);
      }) {}

TappingChair::~TappingChair() {
    enough_ = true;
    if (thread_.joinable()) thread_.join();
}

Waits TappingChair::waits() {
    enough_ = true;
    thread_.join();
    std::sort(waits_.sorted.begin(), waits_.sorted.end());
    return std::move(waits_);
}

void TappingChair::tap(std::uint16_t port, const ClientOptions& chair,
                       std::chrono::milliseconds between_taps) {
    // Keeps its command numbers apart from those of a flood.
    constexpr std::uint64_t first = 50'000'000;
    bool is_accepted = false;
    ClientPool clients(port);
    clients.on_message = [&](std::size_t, std::string_view message) {
        is_accepted = is_accepted || revision_of_accepted(message) > 0;
    };
    clients.begin(chair);
    if (!clients.run([&] { return clients.count(State::welcomed) == 1; }, patience)) {
        ++waits_.lost;
        return;
    }
    while (!enough_) {
        is_accepted = false;
        const auto sent = Clock::now();
        clients.send(0, notice(first + taps_++));
        if (clients.run([&] { return is_accepted; }, patience))
            waits_.sorted.push_back(
                std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - sent));
        else
            ++waits_.lost;
        clients.run_for(between_taps);
    }
}

}  // namespace rostrum::bench
