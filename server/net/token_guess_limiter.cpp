#include "net/token_guess_limiter.hpp"

#include <utility>

#include "net/address.hpp"

namespace rostrum::net {
namespace {

constexpr Duration minute{60'000};

}  // namespace

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
    // Nobody waits for a clock that was set back to get here again.
    const bool was_set_back = now < std::exchange(checked_, now);
    std::erase_if(minutes_, [&](const auto& one) {
        return was_set_back || now - one.second.began >= minute;
    });
    while (!late_.empty() && (was_set_back || late_.front().due <= now)) {
        const Answer answer = std::move(late_.front().answer);
        late_.pop_front();
        answer();
    }
}

}  // namespace rostrum::net
