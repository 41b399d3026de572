#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <queue>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace rostrum::network {

/// How a wire treats packets. Probabilities are from 0 to 1.
struct Conditions {
    std::chrono::milliseconds delay{0};
    /// A random part of this is added to the delay. Packets keep their order.
    std::chrono::milliseconds jitter{0};
    double loss = 0;
    /// The probability that a packet overtakes those in flight.
    double reorder = 0;
    /// Drops all packets silently.
    bool down = false;
};

struct Tally {
    std::uint64_t carried = 0;
    std::uint64_t lost = 0;
    std::uint64_t reordered = 0;
};

/// Carries packets between two devices with seeded random delay, loss and reordering.
class PacketRelay {
public:
    using Moment = std::chrono::steady_clock::time_point;

    PacketRelay(std::array<int, 2> devices, std::uint64_t seed)
        : devices_(devices), generator_(seed) {}

    Conditions conditions;
    [[nodiscard]] const Tally& tally() const { return tally_; }

    /// Reads the packets that arrived at one end.
    void take(std::size_t end);
    /// Delivers the packets that are due.
    void deliver();
    /// The time until the next packet is due, at most a second.
    [[nodiscard]] std::chrono::milliseconds next_due() const;

private:
    struct Packet {
        Moment due;
        std::uint64_t number;
        std::size_t to;
        std::string bytes;
        friend bool operator>(const Packet& a, const Packet& b) {
            return std::tie(a.due, a.number) > std::tie(b.due, b.number);
        }
    };
    bool happens(double chance);

    std::array<int, 2> devices_;
    std::mt19937_64 generator_;
    std::priority_queue<Packet, std::vector<Packet>, std::greater<>> under_way_;
    std::array<Moment, 2> last_due_{};
    std::uint64_t packets_ = 0;
    Tally tally_;
};

}  // namespace rostrum::network
