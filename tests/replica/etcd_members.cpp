#include "etcd_members.hpp"

#include <csignal>
#include <fcntl.h>
#include <stdexcept>
#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "replica/etcd_client.hpp"

namespace rostrum::replica {
namespace {

/// Ports that were free a moment ago.
std::vector<std::string> free_ports(std::size_t count) {
    using Tcp = asio::ip::tcp;
    asio::io_context io;
    std::vector<Tcp::acceptor> held;
    std::vector<std::string> ports;
    for (std::size_t i = 0; i < count; ++i) {
        held.emplace_back(io, Tcp::endpoint{asio::ip::address_v4::loopback(), 0});
        ports.push_back(std::to_string(held.back().local_endpoint().port()));
    }
    return ports;
}

}  // namespace

EtcdMembers::EtcdMembers(std::size_t count, const std::filesystem::path& certificate,
                         const std::filesystem::path& key)
    : members_(count) {
    const bool is_secure = !certificate.empty();
    if (is_secure) settings_.tls = {certificate, certificate, key};
    const auto ports = free_ports(2 * count);
    std::string cluster;
    const auto peer = [&](std::size_t i) { return "http://127.0.0.1:" + ports[count + i]; };
    for (std::size_t i = 0; i < count; ++i)
        cluster += (i == 0 ? "" : ",") + std::to_string(i) + "=" + peer(i);
    for (std::size_t i = 0; i < count; ++i) {
        settings_.members.push_back({is_secure, "127.0.0.1", ports[i]});
        const std::string client = text_of(settings_.members[i]);
        members_[i].arguments = {"etcd",
                                 "--name",
                                 std::to_string(i),
                                 "--data-dir",
                                 folder_.path / std::to_string(i),
                                 "--listen-client-urls",
                                 client,
                                 "--advertise-client-urls",
                                 client,
                                 "--listen-peer-urls",
                                 peer(i),
                                 "--initial-advertise-peer-urls",
                                 peer(i),
                                 "--initial-cluster",
                                 cluster,
                                 "--heartbeat-interval",
                                 "50",
                                 "--election-timeout",
                                 "500"};
        if (is_secure)
            for (const std::string& argument :
                 {std::string{"--client-cert-auth"}, std::string{"--trusted-ca-file"},
                  certificate.string(), std::string{"--cert-file"}, certificate.string(),
                  std::string{"--key-file"}, key.string()})
                members_[i].arguments.push_back(argument);
        start(i);
    }
    wait_for_all();
}

EtcdMembers::~EtcdMembers() {
    for (std::size_t i = 0; i < members_.size(); ++i) kill(i);
}

void EtcdMembers::start(std::size_t member) {
    std::vector<char*> argv;
    for (std::string& argument : members_[member].arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    const std::string log = folder_.path / (std::to_string(member) + ".log");
    members_[member].process = fork();
    if (members_[member].process != 0) return;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    execvp(argv[0], argv.data());
    _exit(127);
}

void EtcdMembers::send(std::size_t member, int signal) {
    Member& sent = members_[member];
    if (sent.process < 0) return;
    ::kill(sent.process, signal);
    if (signal != SIGKILL) return;
    waitpid(sent.process, nullptr, 0);
    sent.process = -1;
    sent.is_paused = false;
}

void EtcdMembers::pause(std::size_t member) {
    send(member, SIGSTOP);
    members_[member].is_paused = true;
}

void EtcdMembers::repair() {
    for (std::size_t i = 0; i < members_.size(); ++i) {
        if (members_[i].process < 0) start(i);
        if (members_[i].is_paused) send(i, SIGCONT);
        members_[i].is_paused = false;
    }
    wait_for_all();
}

EtcdStatus EtcdMembers::status() const {
    asio::io_context io;
    EtcdCluster cluster{io, settings_};
    EtcdStatus status;
    asio::co_spawn(io, read_etcd_status(cluster),
                   [&](const std::exception_ptr&, EtcdStatus read) { status = std::move(read); });
    io.run();
    return status;
}

void EtcdMembers::wait_for_all() const {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{300};
    for (std::size_t seeing = 0; seeing < members_.size();) {
        for (const Member& member : members_)
            if (waitpid(member.process, nullptr, WNOHANG) != 0)
                throw std::runtime_error("etcd does not start. Is its package installed?");
        if (std::chrono::steady_clock::now() > end) throw std::runtime_error("etcd is not ready.");
        seeing = 0;
        for (const EtcdMember& member : status()) seeing += member.sees_majority ? 1 : 0;
        usleep(20'000);
    }
}

std::size_t EtcdMembers::leader() const {
    while (true) {
        const EtcdStatus members = status();
        for (std::size_t i = 0; i < members_.size(); ++i)
            if (members[i].is_leader) return i;
    }
}

}  // namespace rostrum::replica
