#include "net/token_guess_limiter.hpp"

#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace rostrum::net {
namespace {

constexpr Duration minute{60'000};

}  // namespace

std::string network_of(const std::string& address) {
    in6_addr six{};
    if (inet_pton(AF_INET6, address.c_str(), &six) != 1 || IN6_IS_ADDR_V4MAPPED(&six) != 0)
        return address;
    constexpr std::size_t network_bytes = 8;
    std::string network;
    for (std::size_t i = 0; i < network_bytes; ++i) network += static_cast<char>(six.s6_addr[i]);
    return network;
}

void TokenGuessLimiter::wrong(const std::string& address, Instant now, const Limits& limits,
                              Answer answer) {
    std::string network = network_of(address);
    // Addresses beyond the bound share one count.
    if (minutes_.size() >= limits.guessers && !minutes_.contains(network)) network.clear();
    Minute& current = minutes_.try_emplace(std::move(network), Minute{now}).first->second;
    if (now - current.began >= minute) current = {now};
    if (++current.wrong <= limits.wrong_tokens_a_minute) return answer();
    late_.push_back({now + limits.wrong_token_wait, std::move(answer)});
}

void TokenGuessLimiter::check_timeouts(Instant now) {
    std::erase_if(minutes_, [&](const auto& one) { return now - one.second.began >= minute; });
    while (!late_.empty() && late_.front().due <= now) {
        const Answer answer = std::move(late_.front().answer);
        late_.pop_front();
        answer();
    }
}

}  // namespace rostrum::net
