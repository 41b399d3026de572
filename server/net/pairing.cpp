#include "net/pairing.hpp"

#include <algorithm>
#include <utility>

#include "net/address.hpp"

namespace rostrum::net {
namespace {

/// No 0, O, 1 or I, which look alike across a room. 32 letters: five bits of a byte choose one, all
/// equally likely.
constexpr std::string_view alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::size_t code_length = 6;
/// 130 bits.
constexpr std::size_t secret_length = 26;

/// nullopt if it cannot be a code.
std::optional<std::string> read_code(std::string_view typed) {
    std::string code;
    for (const char character : typed) {
        if (character == ' ' || character == '-') continue;
        const bool lower = character >= 'a' && character <= 'z';
        code += lower ? static_cast<char>(character - 'a' + 'A') : character;
    }
    if (code.size() != code_length) return std::nullopt;
    return code;
}

}  // namespace

Pairings::Pairings(RandomBytes random_bytes, Hash hash, PairingLimits limits)
    : random_bytes_(std::move(random_bytes)), hash_(std::move(hash)), limits_(limits) {}

std::string Pairings::draw(std::size_t length) const {
    std::string text;
    for (const char byte : random_bytes_(length))
        text += alphabet[static_cast<unsigned char>(byte) & 31U];
    return text;
}

std::optional<wire::Pairing> Pairings::begin(const std::string& address, Instant now) {
    drop_expired(now);
    std::string network = network_of(address);
    if (!make_room(network, now)) return std::nullopt;
    std::string code = draw(code_length);
    while (open_.contains(code)) code = draw(code_length);
    std::string secret = draw(secret_length);
    const Instant expires_at = now + limits_.open;
    open_[code] = {.secret_hash = hash_(secret),
                   .network = std::move(network),
                   .expires_at = expires_at,
                   .asked_at = now,
                   .taken = false,
                   .paired = std::nullopt};
    return wire::Pairing{std::move(code), std::move(secret), expires_at};
}

Pairings::Entry Pairings::quietest(const std::string& network) {
    auto quiet = open_.end();
    for (auto entry = open_.begin(); entry != open_.end(); ++entry) {
        const Open& one = entry->second;
        if (one.taken || (!network.empty() && one.network != network)) continue;
        if (quiet == open_.end() || one.asked_at < quiet->second.asked_at) quiet = entry;
    }
    return quiet;
}

/// Whether there is a place for one more of this network, if need be that of another.
bool Pairings::make_room(const std::string& network, Instant now) {
    std::map<std::string, std::size_t> count;
    for (const auto& [code, open] : open_) ++count[open.network];
    const bool has_its_share = count[network] >= limits_.at_once_a_network;
    if (!has_its_share && open_.size() < limits_.at_once) return true;

    const auto most =
        std::ranges::max_element(count, {}, [](const auto& entry) { return entry.second; });
    const bool others_have_more = !has_its_share && most->second > count[network] + 1;
    const auto place = quietest(has_its_share      ? network
                                : others_have_more ? most->first
                                                   : std::string{});
    if (place == open_.end()) return false;
    if (!others_have_more && now - place->second.asked_at < limits_.abandoned) return false;
    open_.erase(place);
    return true;
}

std::variant<Pairings::Taken, Pairings::UnknownCode, Pairings::TooManyWrong> Pairings::take(
    std::string_view typed, Instant now) {
    drop_expired(now);
    if (wrong_codes_.size() >= limits_.wrong_codes_a_minute) return TooManyWrong{};
    const auto code = read_code(typed);
    const auto found = code ? open_.find(*code) : open_.end();
    if (found == open_.end() || found->second.taken) {
        wrong_codes_.push_back(now);
        return UnknownCode{};
    }
    found->second.taken = true;
    return Taken{found->first};
}

bool Pairings::let_in(const Taken& taken, wire::Paired paired, Instant now) {
    drop_expired(now);
    const auto found = open_.find(taken.code);
    if (found == open_.end()) return false;
    found->second.paired = std::move(paired);
    found->second.expires_at = std::max(found->second.expires_at, now + limits_.fetching);
    return true;
}

void Pairings::give_back(const Taken& taken) {
    const auto found = open_.find(taken.code);
    if (found != open_.end()) found->second.taken = false;
}

std::variant<Pairings::UnknownSecret, Pairings::Waiting, wire::Paired> Pairings::fetch(
    std::string_view secret, Instant now) {
    drop_expired(now);
    const std::string hash = hash_(secret);
    const auto found = std::ranges::find_if(
        open_, [&](const auto& entry) { return entry.second.secret_hash == hash; });
    if (found == open_.end()) return UnknownSecret{};
    found->second.asked_at = now;
    if (!found->second.paired) return Waiting{};
    wire::Paired paired = std::move(*found->second.paired);
    open_.erase(found);
    return paired;
}

void Pairings::drop_expired(Instant now) {
    // The clock may have been set back: no code lives longer for that.
    for (auto& [code, open] : open_) {
        open.expires_at = std::min(open.expires_at, now + std::max(limits_.open, limits_.fetching));
        open.asked_at = std::min(open.asked_at, now);
    }
    std::erase_if(wrong_codes_, [&](Instant wrong) { return wrong > now; });
    std::erase_if(open_, [&](const auto& entry) { return entry.second.expires_at <= now; });
    const Instant a_minute_ago = now - std::chrono::minutes{1};
    while (!wrong_codes_.empty() && wrong_codes_.front() <= a_minute_ago) wrong_codes_.pop_front();
}

}  // namespace rostrum::net
