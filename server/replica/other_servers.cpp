#include "replica/other_servers.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "wire/log_encoding.hpp"

namespace rostrum::replica {
namespace {

using namespace std::chrono_literals;

constexpr auto names_path = "/names";
constexpr auto rows_path = "/rows";
constexpr auto access_path = "/access";

constexpr auto state_takes = 900ms;
constexpr auto names_take = 2000ms;
constexpr auto rows_take = 5000ms;
constexpr auto access_takes = 5000ms;
/// A server that is silent for so long is not waited for.
constexpr auto silence = 3s;
/// Ticks between two readings of the notes.
constexpr unsigned notes_read_every = 5;
/// Ticks between two notes of the ends that this server has.
constexpr unsigned noted_every = 60;
constexpr std::size_t most_samples = 8;
constexpr std::size_t most_rows = 1000;

std::optional<HttpAddress> address_of(const std::string& link) {
    try {
        return read_addresses(link).front();
    } catch (const UnusableSetting&) {
        return std::nullopt;
    }
}

std::vector<store::HeldName> held_names(const wire::Names& names) {
    std::vector<store::HeldName> held;
    for (const auto& [payload, salt] : names) held.push_back({payload, salt});
    return held;
}

}  // namespace

OtherServers::OtherServers(Services services) : services_(std::move(services)) {}

void OtherServers::serve(ReplicatedLog& log) {
    services_.server.on(names_path,
                        [&log](const std::string& body, const LinkServer::Reply& reply) {
                            log.hold(held_names(wire::read_names(body)), [reply](bool is_held) {
                                reply(is_held ? std::optional(std::string{}) : std::nullopt);
                            });
                        });
    services_.server.on(rows_path, [this](const std::string& body, const LinkServer::Reply& reply) {
        const wire::RowsQuestion asked = wire::read_rows_question(body);
        services_.log.fetch_rows(
            asked.room, asked.after, std::min(asked.most, most_rows), [reply](const auto& outcome) {
                const auto* rows = std::get_if<std::vector<store::ActRow>>(&outcome);
                reply(rows == nullptr ? std::nullopt : std::optional(wire::write_rows(*rows)));
            });
    });
    services_.server.on(
        access_path, [this](const std::string& body, const LinkServer::Reply& reply) {
            services_.access.answer(
                body, [reply](const std::optional<std::string>& answer) { reply(answer); });
        });
    services_.server.on(state_path, [this](const std::string& body,
                                           const LinkServer::Reply& reply) {
        // A server that has just begun is not in the notes that were read.
        const wire::ServerState theirs = wire::read_server_state(body);
        if (const auto address = address_of(theirs.link); address && !known_.contains(theirs.id)) {
            Known& known = known_[theirs.id];
            known.state = theirs;
            known.address = *address;
            ask_state(theirs.id);
        }
        reply(wire::write_server_state(services_.own_state()));
    });
}

void OtherServers::tick() {
    if (ticks_ % notes_read_every == 0) read_notes();
    wire::ServerState own = services_.own_state();
    own.unix_ms = 0;
    if (ticks_ % noted_every == 0 || own.link + own.public_url != noted_) {
        services_.notes.put(server_key + own.id, wire::write_server_state(own));
        noted_ = own.link + own.public_url;
    }
    ++ticks_;
    const auto now = std::chrono::steady_clock::now();
    for (auto& [id, server] : known_) {
        server.is_there = server.heard && now - *server.heard < silence;
        ask_state(id);
        ask_access(id);
    }
}

void OtherServers::read_notes() {
    services_.notes.read([self = std::weak_ptr(self_)](const auto& notes) {
        const auto servers = self.lock();
        if (!servers || !notes) return;
        OtherServers& others = **servers;
        const std::string own = others.services_.own_state().id;
        std::erase_if(others.known_, [&](const auto& known) {
            return !known.second.is_there && !notes->contains(server_key + known.first);
        });
        for (const auto& [key, value] : *notes) {
            if (!key.starts_with(server_key)) continue;
            try {
                wire::ServerState state = wire::read_server_state(value);
                const auto address = address_of(state.link);
                if (state.id == own || !address) continue;
                Known& known = others.known_[state.id];
                const bool is_new = known.state.id.empty();
                known.address = *address;
                if (is_new) known.state = state;
                if (is_new && !others.are_read_) {
                    ++others.answers_missing_;
                    others.ask_state(state.id);
                }
            } catch (const wire::DecodeError&) {
                continue;
            }
        }
        others.are_read_ = true;
    });
}

void OtherServers::ask_state(const std::string& id) {
    const auto began = std::chrono::steady_clock::now();
    services_.client.ask(
        known_.at(id).address, state_path, wire::write_server_state(services_.own_state()),
        state_takes, [self = std::weak_ptr(self_), id, began](const auto& answer) {
            const auto servers = self.lock();
            if (!servers) return;
            OtherServers& others = **servers;
            if (others.answers_missing_ > 0) --others.answers_missing_;
            if (!answer) return;
            try {
                wire::ServerState state = wire::read_server_state(*answer);
                const std::chrono::nanoseconds took = std::chrono::steady_clock::now() - began;
                const std::chrono::duration<double, std::milli> clock{state.unix_ms};
                const auto at = (began + took / 2).time_since_epoch();
                others.heard(id, std::move(state),
                             {took, std::chrono::round<std::chrono::nanoseconds>(clock) - at});
            } catch (const wire::DecodeError&) {
                return;
            }
        });
}

void OtherServers::heard(const std::string& id, wire::ServerState state, Sample sample) {
    // Another server may have taken the address.
    const auto known = known_.find(id);
    if (known == known_.end() || state.id != id) return;
    // One that starts again is still known by its address.
    if (state.public_url.empty()) state.public_url = known->second.state.public_url;
    known->second.state = std::move(state);
    known->second.heard = std::chrono::steady_clock::now();
    const bool is_new = !std::exchange(known->second.is_there, true);
    std::deque<Sample>& samples = samples_[id];
    samples.push_back(sample);
    if (samples.size() > most_samples) samples.pop_front();
    known->second.over_steady =
        std::min_element(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) {
            return a.took < b.took;
        })->over_steady;
    if (is_new) ask_access(id);
}

void OtherServers::ask_access(const std::string& id) {
    Known& server = known_.at(id);
    if (!server.is_there || std::exchange(server.is_asked_for_access, true)) return;
    services_.client.ask(server.address, access_path, services_.access.request(id), access_takes,
                         [self = std::weak_ptr(self_), id](const auto& answer) {
                             const auto servers = self.lock();
                             if (!servers || !(*servers)->known_.contains(id)) return;
                             if (answer) return (*servers)->take_access(id, *answer);
                             (*servers)->known_.at(id).is_asked_for_access = false;
                         });
}

void OtherServers::take_access(const std::string& id, std::string answer) {
    services_.access.take(id, std::move(answer),
                          [self = std::weak_ptr(self_), id](const auto& taken) {
                              const auto servers = self.lock();
                              if (!servers || !(*servers)->known_.contains(id)) return;
                              OtherServers& others = **servers;
                              others.known_.at(id).is_asked_for_access = false;
                              if (!taken) return;
                              if (!taken->reassigned.empty())
                                  others.services_.reassigned(taken->reassigned);
                              if (taken->is_more) return others.ask_access(id);
                              others.known_.at(id).gave_access = true;
                          });
}

bool OtherServers::all_are_asked() const {
    return are_read_ && answers_missing_ == 0 &&
           std::all_of(known_.begin(), known_.end(), [](const auto& known) {
               return !known.second.is_there || known.second.gave_access;
           });
}

bool OtherServers::all_gave_access() const {
    return std::all_of(known_.begin(), known_.end(),
                       [](const auto& known) { return known.second.gave_access; });
}

bool OtherServers::any_is_there() const {
    return std::any_of(known_.begin(), known_.end(),
                       [](const auto& known) { return known.second.is_there; });
}

std::vector<HttpAddress> OtherServers::there() const {
    std::vector<HttpAddress> servers;
    for (const auto& [id, server] : known_)
        if (server.is_there) servers.push_back(server.address);
    return servers;
}

void OtherServers::offer(std::vector<store::HeldName> names, std::function<void(bool)> done) {
    const std::vector<HttpAddress> servers = there();
    if (servers.empty()) return services_.post([done = std::move(done)] { done(true); });
    wire::Names written;
    for (store::HeldName& name : names)
        written.emplace_back(std::move(name.payload), std::move(name.salt));
    const std::string body = wire::write_names(written);
    struct Offer {
        std::size_t missing;
        std::function<void(bool)> done;
    };
    const auto offer = std::make_shared<Offer>(Offer{servers.size(), std::move(done)});
    for (const HttpAddress& server : servers)
        services_.client.ask(server, names_path, body, names_take, [offer](const auto& answer) {
            --offer->missing;
            if (!offer->done || (!answer && offer->missing > 0)) return;
            std::exchange(offer->done, {})(answer.has_value());
        });
}

void OtherServers::rows(const RoomId& room, Revision after, std::size_t most, RowsDone done) {
    rows_from(there(), wire::write_rows_question({room, after, most}), std::move(done));
}

/// Asks one after another, until one has some.
void OtherServers::rows_from(std::vector<HttpAddress> servers, const std::string& question,
                             RowsDone done) {
    if (servers.empty()) return services_.post([done = std::move(done)] { done(std::nullopt); });
    const HttpAddress server = std::move(servers.back());
    servers.pop_back();
    services_.client.ask(server, rows_path, question, rows_take,
                         [self = std::weak_ptr(self_), servers = std::move(servers), question,
                          done = std::move(done)](const auto& answer) mutable {
                             const auto others = self.lock();
                             if (!others) return;
                             try {
                                 std::vector<store::ActRow> rows;
                                 if (answer) rows = wire::read_rows(*answer);
                                 if (!rows.empty()) return done(std::move(rows));
                             } catch (const wire::DecodeError&) {
                                 // As if it had none.
                             }
                             (*others)->rows_from(std::move(servers), question, std::move(done));
                         });
}

}  // namespace rostrum::replica
