#include "replica/held_names.hpp"

#include <utility>

#include "wire/log_encoding.hpp"

namespace rostrum::replica {
namespace {

/// Whether the event holds a person's name. An empty name is one too: it must look the same.
bool holds_a_name(const store::EventRow& event) {
    static const int number = wire::event_number(SpeakerNamed{});
    return event.number == number && !event.erased;
}

}  // namespace

std::vector<store::HeldName> take_names(store::ActRow& row) {
    std::vector<store::HeldName> names;
    for (store::EventRow& event : row.events)
        if (holds_a_name(event))
            names.push_back({std::exchange(event.payload, {}), std::exchange(event.salt, {})});
    return names;
}

void HeldNames::hold(std::vector<store::HeldName> names) {
    for (store::HeldName& name : names) {
        std::string hash = store::payload_hash(name.salt, name.payload);
        if (names_.emplace(hash, std::move(name)).second) by_age_.push_back(std::move(hash));
    }
    for (; by_age_.size() > most; by_age_.pop_front()) names_.erase(by_age_.front());
}

bool HeldNames::complete(store::ActRow& row) const {
    for (store::EventRow& event : row.events) {
        if (!holds_a_name(event) || !event.payload.empty()) continue;
        const auto name = names_.find(event.payload_hash);
        if (name == names_.end()) return false;
        event.payload = name->second.payload;
        event.salt = name->second.salt;
    }
    return true;
}

void HeldNames::drop(const store::ActRow& row) {
    for (const store::EventRow& event : row.events)
        if (holds_a_name(event)) names_.erase(event.payload_hash);
}

}  // namespace rostrum::replica
