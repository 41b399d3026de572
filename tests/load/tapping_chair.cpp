#include "tapping_chair.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "../net/raw_client.hpp"

namespace rostrum::bench {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(std::chrono::microseconds time) {
    return static_cast<double>(time.count()) / 1000;
}

/// An id has at least eight characters.
constexpr std::size_t first_id = 10'000'000;

std::string notice(const std::string& id) {
    return R"({"command":{"id":")" + id + R"(","showNotice":{"text":"Notice )" + id + R"("}}})";
}

/// Whether the command with this id was accepted; whatever else is told is passed over.
bool hear_accepted(net::RawClient& client, const std::string& id) {
    const std::string accepted = R"({"accepted":{"id":")" + id + '"';
    const std::string refused = R"({"refused":{"id":")" + id + '"';
    while (true) {
        const std::string message = client.hear();
        if (message.starts_with(accepted)) return true;
        if (message.empty() || message.starts_with(refused)) return false;
    }
}

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

TappingChair::TappingChair(std::uint16_t port, std::string token,
                           std::chrono::milliseconds between_taps)
    : thread_([this, port, token = std::move(token), between_taps] {
          tap(port, token, between_taps);
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

void TappingChair::tap(std::uint16_t port, const std::string& token,
                       std::chrono::milliseconds between_taps) {
    net::RawClient client(port);
    if (client.join("xxvii", token).empty()) {
        ++waits_.lost;
        return;
    }
    while (!enough_) {
        const std::string id = std::to_string(first_id + ++taps_);
        const auto sent = Clock::now();
        client.say(notice(id));
        if (hear_accepted(client, id))
            waits_.sorted.push_back(
                std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - sent));
        else
            ++waits_.lost;
        // What it is told meanwhile is read with the next answer.
        std::this_thread::sleep_for(between_taps);
    }
}

}  // namespace rostrum::bench
