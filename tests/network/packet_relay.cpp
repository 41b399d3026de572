#include "packet_relay.hpp"

#include <algorithm>
#include <tuple>
#include <unistd.h>

namespace rostrum::network {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

bool PacketRelay::happens(double chance) {
    return std::uniform_real_distribution<>{0, 1}(generator_) < chance;
}

void PacketRelay::take(std::size_t end) {
    std::array<char, 65536> bytes{};
    for (;;) {
        const auto size = read(devices_.at(end), bytes.data(), bytes.size());
        if (size <= 0) return;
        if (conditions.down || happens(conditions.loss)) {
            ++tally_.lost;
            continue;
        }
        const std::size_t to = 1 - end;
        Moment& last = last_due_.at(to);
        Moment due = steady_clock::now() + conditions.delay;
        if (happens(conditions.reorder) && last > steady_clock::now()) {
            due = steady_clock::now();
            ++tally_.reordered;
        } else {
            due += milliseconds{
                std::uniform_int_distribution<long>{0, conditions.jitter.count()}(generator_)};
            due = last = std::max(last, due);
        }
        under_way_.push({due, packets_++, to, {bytes.data(), static_cast<std::size_t>(size)}});
    }
}

void PacketRelay::deliver() {
    while (!under_way_.empty() && under_way_.top().due <= steady_clock::now()) {
        const Packet& packet = under_way_.top();
        // Packets in flight when the wire is cut are lost.
        const bool arrives = !conditions.down && write(devices_.at(packet.to), packet.bytes.data(),
                                                       packet.bytes.size()) >= 0;
        ++(arrives ? tally_.carried : tally_.lost);
        under_way_.pop();
    }
}

milliseconds PacketRelay::next_due() const {
    if (under_way_.empty()) return milliseconds{1000};
    const auto left = std::chrono::ceil<milliseconds>(under_way_.top().due - steady_clock::now());
    return std::clamp(left, milliseconds{0}, milliseconds{1000});
}

}  // namespace rostrum::network
