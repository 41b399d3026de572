#include "bench/listeners.hpp"

#include <array>
#include <stdexcept>

#include "bench/messages.hpp"
#include "bench/program.hpp"

namespace rostrum::bench {

using Clock = std::chrono::steady_clock;

Listeners::Listeners(std::uint16_t port, const std::vector<ClientOptions>& options)
    : clients_(port) {
    clients_.on_message = [this](std::size_t, std::string_view message) { note_change(message); };
    // Few at a time: the server drops clients whose Hello waits too long.
    constexpr std::size_t joining_at_once = 500;
    const auto begin = Clock::now();
    const State there = options.front().joins ? State::welcomed : State::connected;
    for (const ClientOptions& client : options) {
        clients_.begin(client);
        const auto are_few = [&] {
            return clients_.size() - clients_.count(there) < joining_at_once;
        };
        if (!clients_.run(are_few, std::chrono::minutes{1}))
            throw std::runtime_error("Not all clients have joined.");
    }
    const auto are_all_in = [&] { return clients_.count(there) == clients_.size(); };
    if (!clients_.run(are_all_in, std::chrono::minutes{1}))
        throw std::runtime_error("Not all clients have joined.");
    joining_took_ = Clock::now() - begin;
}

std::chrono::nanoseconds Listeners::broadcast(std::string_view frame) {
    const std::size_t enough = changes_ + clients_.size();
    const auto begin = Clock::now();
    clients_.send(0, frame);
    if (!clients_.run([&] { return changes_ >= enough; }, std::chrono::seconds{30}))
        throw std::runtime_error("Not all clients received the change.");
    return Clock::now() - begin;
}

double Listeners::mean_change() const {
    return static_cast<double>(bytes_of_changes_) / static_cast<double>(changes_);
}

void Listeners::note_change(std::string_view message) {
    if (!is_change(message)) return;
    ++changes_;
    bytes_of_changes_ += message.size();
}

std::vector<ClientOptions> chair_and_screens(const Program& program, std::size_t screens) {
    const std::array tokens{program.token("Room display"), program.token("Observer"),
                            program.token("Lectern"), program.token("Missions"),
                            program.token("Interpreters")};
    std::vector<ClientOptions> options{
        {.token = program.token("Chair"), .encoding = wire::Encoding::protobuf}};
    for (std::size_t i = 0; i < screens; ++i) {
        const bool is_json = i % 2 == 0;
        options.push_back({.token = tokens.at(i / 2 % tokens.size()),
                           .encoding = is_json ? wire::Encoding::json : wire::Encoding::protobuf});
    }
    return options;
}

}  // namespace rostrum::bench
