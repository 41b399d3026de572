#include "net/metrics.hpp"

#include <array>
#include <string_view>
#include <variant>

#include "wire/http.hpp"

namespace rostrum::net {
namespace {

constexpr std::array all_roles{Role::chair,    Role::secretariat, Role::display,    Role::speaker,
                               Role::observer, Role::delegation,  Role::interpreter};

void describe(std::string& out, std::string_view name, std::string_view type,
              std::string_view help) {
    out.append("# HELP ").append(name).append(" ").append(help).append("\n");
    out.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

void single(std::string& out, std::string_view name, std::string_view type, std::string_view help,
            std::string_view value) {
    describe(out, name, type, help);
    out.append(name).append(" ").append(value).append("\n");
}

void labelled(std::string& out, std::string_view name, std::string_view label,
              std::string_view label_value, std::uint64_t value) {
    out.append(name).append("{").append(label).append("=\"").append(label_value).append("\"} ");
    out.append(std::to_string(value)).append("\n");
}

}  // namespace

void Metrics::count(const rooms::Answer& answer) {
    if (const auto* refusal = std::get_if<Refusal>(&answer))
        ++commands_refused[refusal->code];
    else
        ++commands_accepted;
}

std::string write_metrics(const Metrics& metrics, std::size_t rooms, std::uint64_t published,
                          double uptime_seconds) {
    std::string out;
    describe(out, "rostrum_connections", "gauge", "Live connections, by role.");
    for (Role role : all_roles) {
        const auto found = metrics.connections.find(role);
        labelled(out, "rostrum_connections", "role", wire::role_name(role),
                 found == metrics.connections.end() ? 0 : found->second);
    }
    single(out, "rostrum_sockets", "gauge", "Open sockets of any kind.",
           std::to_string(metrics.sockets));
    single(out, "rostrum_rooms", "gauge", "Rooms served.", std::to_string(rooms));
    single(out, "rostrum_commands_accepted_total", "counter", "Accepted commands.",
           std::to_string(metrics.commands_accepted));
    describe(out, "rostrum_commands_refused_total", "counter", "Refused commands, by code.");
    for (const auto& [code, count] : metrics.commands_refused)
        labelled(out, "rostrum_commands_refused_total", "code", wire::refusal_code_name(code),
                 count);
    single(out, "rostrum_published_total", "counter", "Changes published to the screens of a room.",
           std::to_string(published));
    single(out, "rostrum_frames_sent_total", "counter", "Frames sent to clients.",
           std::to_string(metrics.frames_sent));
    single(out, "rostrum_lags_total", "counter",
           "Changes that a client was too slow for: it got them later, merged.",
           std::to_string(metrics.lags));
    single(out, "rostrum_not_admitted_total", "counter", "Rejected tokens.",
           std::to_string(metrics.not_admitted));
    single(out, "rostrum_wrong_tokens_waiting", "gauge",
           "Rejected tokens whose answer is delayed, because too many came from one address.",
           std::to_string(metrics.wrong_tokens_waiting));
    single(out, "rostrum_faults_total", "counter",
           "Connections ended by an internal error of the server.", std::to_string(metrics.faults));
    single(out, "rostrum_uptime_seconds", "gauge", "Time since the server started.",
           std::to_string(uptime_seconds));
    return out;
}

}  // namespace rostrum::net
