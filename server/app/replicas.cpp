#include <algorithm>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <CLI/CLI.hpp>
#include <boost/asio/io_context.hpp>

#include "app/program.hpp"
#include "app/replica.hpp"
#include "store/hexadecimal.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::app {

namespace {

constexpr std::chrono::seconds patience{6};
constexpr std::chrono::milliseconds server_takes{900};

struct ReplicasOptions {
    ReplicaSettings settings;
    std::string forgotten;
    std::filesystem::path data = "data";
};

replica::EtcdSettings settings_of(const ReplicasOptions& options) {
    if (options.settings.etcd.empty())
        throw Failure(ExitCode::usage, "--replicate is missing: the addresses of etcd's members.");
    return etcd_settings(options.settings);
}

/// Runs until the answer is there.
template <class Answer>
const Answer& await_answer(boost::asio::io_context& io, const std::optional<Answer>& answer) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!answer && std::chrono::steady_clock::now() < end) {
        io.restart();
        io.run_one_until(end);
    }
    if (!answer) throw Failure(ExitCode::unreachable, "No member of etcd answers.");
    return *answer;
}

void print_members(const replica::EtcdStatus& members) {
    std::cout << "Members of etcd\n";
    for (const replica::EtcdMember& member : members) {
        std::cout << "  " << (member.address.empty() ? member.name : member.address) << "  ";
        if (!member.fault.empty()) {
            std::cout << member.fault << '\n';
            continue;
        }
        constexpr double mebibyte = 1024.0 * 1024.0;
        std::cout << (member.is_leader ? "leader, " : "") << (member.is_learner ? "learner, " : "")
                  << (member.sees_majority ? "" : "sees no majority, ") << member.version << ", "
                  << std::fixed << std::setprecision(1)
                  << static_cast<double>(member.used_size) / mebibyte << " of "
                  << static_cast<double>(member.file_size) / mebibyte << " MiB in use\n";
        for (const std::string& alarm : member.alarms) std::cout << "    alarm: " << alarm << '\n';
    }
}

struct Server {
    wire::ServerState state;
    bool is_there = false;
};
using Servers = std::map<std::string, Server>;

Servers read_servers(boost::asio::io_context& io, const ReplicasOptions& options) {
    using Notes = std::map<std::string, std::string>;
    replica::EtcdNotes notes{io, settings_of(options)};
    std::optional<std::optional<Notes>> read;
    notes.read([&](auto found) { read = std::move(found); });
    const std::optional<Notes>& found = await_answer(io, read);
    if (!found) throw Failure(ExitCode::unreachable, "No majority of etcd's members answers.");

    Servers servers;
    replica::LinkClient client{io, settings_of(options).tls};
    std::size_t missing = 0;
    for (const auto& [key, value] : *found) {
        if (!key.starts_with(replica::server_key)) continue;
        const wire::ServerState noted = wire::read_server_state(value);
        servers[noted.id].state = noted;
        ++missing;
        client.ask(replica::read_addresses(noted.link).front(), replica::state_path,
                   wire::write_server_state({}), server_takes,
                   [&servers, &missing, id = noted.id](const auto& answer) {
                       --missing;
                       if (!answer) return;
                       wire::ServerState state = wire::read_server_state(*answer);
                       if (state.id == id) servers[id] = {std::move(state), true};
                   });
    }
    while (missing > 0) {
        io.restart();
        io.run_one();
    }
    return servers;
}

/// Acts that others have and this one lacks.
std::uint64_t behind(const Server& server, const Servers& servers) {
    std::map<RoomId, Revision> ends;
    for (const auto& [id, other] : servers)
        for (const auto& [room, revision] : other.state.revisions)
            ends[room] = std::max(ends[room], revision);
    std::uint64_t missing = 0;
    for (const auto& [room, end] : ends) {
        const auto own = server.state.revisions.find(room);
        missing += end.value - (own == server.state.revisions.end() ? 0 : own->second.value);
    }
    return missing;
}

void print_servers(const Servers& servers) {
    std::cout << "Servers\n";
    for (const auto& [id, server] : servers) {
        std::cout << "  " << id << "  " << server.state.link << "  ";
        if (!server.is_there)
            std::cout << "away";
        else if (server.state.serving_since_unix_ms == 0)
            std::cout << "begins";
        else
            std::cout << "serves " << server.state.public_url;
        std::cout << ", " << server.state.version;
        if (const std::uint64_t acts = behind(server, servers); acts > 0)
            // One that is away noted its ends up to a minute before.
            std::cout << (server.is_there ? ", lacks " : ", lacks at most ") << acts
                      << (acts == 1 ? " act" : " acts");
        std::cout << '\n';
    }
}

ExitCode show(const ReplicasOptions& options) {
    boost::asio::io_context io;
    std::optional<replica::EtcdStatus> status;
    replica::EtcdSequencer sequencer{io, settings_of(options)};
    sequencer.status([&](auto members) { status = std::move(members); });
    print_members(await_answer(io, status));
    const auto fault = replica::etcd_fault(*status);
    if (fault) std::cout << *fault << '\n';
    const Servers servers = read_servers(io, options);
    print_servers(servers);
    const bool all_there = std::all_of(servers.begin(), servers.end(),
                                       [](const auto& one) { return one.second.is_there; });
    return fault || !all_there ? ExitCode::failed : ExitCode::done;
}

ExitCode forget(const ReplicasOptions& options) {
    boost::asio::io_context io;
    const Servers servers = read_servers(io, options);
    const auto found = servers.find(options.forgotten);
    if (found == servers.end())
        throw Failure(ExitCode::usage, "There is no server " + options.forgotten + ".");
    if (found->second.is_there)
        throw Failure(ExitCode::usage, "The server " + options.forgotten + " is there: stop it.");
    replica::EtcdNotes notes{io, settings_of(options)};
    std::optional<bool> is_gone;
    notes.erase(replica::server_key + options.forgotten,
                [&](bool is_erased) { is_gone = is_erased; });
    if (!await_answer(io, is_gone))
        throw Failure(ExitCode::unreachable, "No majority of etcd's members answers.");
    std::cout << "The server " << options.forgotten << " is forgotten.\n";
    return ExitCode::done;
}

ExitCode adopt(const ReplicasOptions& options) {
    if (!std::filesystem::exists(options.data))
        throw Failure(ExitCode::data, "There is no folder " + options.data.string() + ".");
    boost::asio::io_context io;
    // Opening checks the log, and fails while a server uses the folder.
    store::SqliteLog log{options.data, [](auto) {}, store::system_random_bytes()};
    std::map<RoomId, replica::RoomHead> ends;
    for (const store::Head& head : log.heads().heads)
        ends[head.room] = {head.revision, store::from_hexadecimal(head.hash)};
    replica::EtcdSequencer sequencer{io, settings_of(options)};
    std::optional<std::optional<std::string>> done;
    sequencer.begin(ends, [&](auto fault) { done = std::move(fault); });
    if (const auto& fault = await_answer(io, done)) throw Failure(ExitCode::refused, *fault);
    std::cout << options.data.string() << " is in the servers' record, with " << ends.size()
              << (ends.size() == 1 ? " room" : " rooms")
              << ". Serve it with --replicate; the others fetch it.\n";
    return ExitCode::done;
}

}  // namespace

void add_replicas(CLI::App& program, Run& run) {
    auto options = std::make_shared<ReplicasOptions>();
    CLI::App* app = program.add_subcommand(
        "replicas", "Shows the servers that share a record, and the members of etcd");
    add_replica_settings(*app, options->settings);
    app->add_option("--forget", options->forgotten, "Forgets a server that never returns")
        ->type_name("ID");
    CLI::App* adopting =
        app->add_subcommand("adopt", "Moves the rooms of a data folder into the servers' record");
    add_replica_settings(*adopting, options->settings);
    add_data(*adopting, options->data, "The folder; no server may use it");
    app->callback([&run, options, adopting] {
        run = [options, is_adopting = adopting->parsed()] {
            if (is_adopting) return adopt(*options);
            return options->forgotten.empty() ? show(*options) : forget(*options);
        };
    });
}

}  // namespace rostrum::app
