#include "net/card_guesses.hpp"

#include <algorithm>

#include "net/address.hpp"

namespace rostrum::net {

void CardGuesses::wait(const std::string& address, Instant now, Turn turn) {
    waiting_.push_back({network_of(address), std::move(turn)});
    if (!is_checking_) next(now);
}

bool CardGuesses::done(bool was_wrong, Instant now) {
    is_checking_ = false;
    if (was_wrong) wrong_.emplace_back(now, checked_);
    next(now);
    return was_wrong && wrong_.size() == limits_.wrong_in_all;
}

void CardGuesses::next(Instant now) {
    while (!is_checking_ && !waiting_.empty()) {
        const auto [network, turn] = std::move(waiting_.front());
        waiting_.pop_front();
        is_checking_ = may_try(network, now);
        checked_ = network;
        turn(is_checking_);
    }
}

bool CardGuesses::may_try(const std::string& network, Instant now) {
    // The clock may have been set back: no wrong guess counts longer for that.
    for (auto& [at, from] : wrong_) at = std::min(at, now);
    while (!wrong_.empty() && now - wrong_.front().first >= limits_.a_day) wrong_.pop_front();
    const auto from_there = std::count_if(wrong_.begin(), wrong_.end(), [&](const auto& one) {
        return one.second == network && now - one.first < limits_.an_hour;
    });
    return wrong_.size() < limits_.wrong_in_all &&
           from_there < static_cast<std::ptrdiff_t>(limits_.wrong_an_address);
}

}  // namespace rostrum::net
