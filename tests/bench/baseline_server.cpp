#include "bench/baseline_server.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <set>
#include <string>
#include <system_error>
#include <unistd.h>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "bench/processors.hpp"
#include "net/frame.hpp"

namespace rostrum::bench {
namespace {

constexpr char changed = '\x12';

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

int listen_on_loopback(sockaddr_in& address) {
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (listener < 0 || bind(listener, plain, size) != 0 || listen(listener, SOMAXCONN) != 0 ||
        getsockname(listener, plain, &size) != 0)
        fail("The baseline server cannot listen");
    return listener;
}

class Baseline {
public:
    Baseline(int listener, std::string frame)
        : listener_(listener), frame_(std::move(frame)), epoll_(epoll_create1(EPOLL_CLOEXEC)) {
        watch(listener);
    }

    void serve_one_turn() {
        std::array<epoll_event, 256> events{};
        const int count = epoll_wait(epoll_, events.data(), events.size(), -1);
        bool is_asked = false;
        for (int i = 0; i < count; ++i) {
            const int socket = events.at(static_cast<std::size_t>(i)).data.fd;
            if (socket == listener_)
                accept_all();
            else
                is_asked |= read(socket);
        }
        if (!is_asked) return;
        for (const int client : clients_)
            send(client, frame_.data(), frame_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    }

private:
    void watch(int socket) const {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = socket;
        epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event);
    }
    void accept_all() {
        const int yes = 1;
        for (int client = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK); client >= 0;
             client = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK)) {
            setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            clients_.insert(client);
            watch(client);
        }
    }
    bool read(int client) {
        std::array<char, 4096> bytes;
        if (recv(client, bytes.data(), bytes.size(), MSG_DONTWAIT) > 0) return true;
        clients_.erase(client);
        close(client);
        return false;
    }

    int listener_;
    std::string frame_;
    int epoll_;
    std::set<int> clients_;
};

}  // namespace

BaselineServer::BaselineServer(std::size_t payload) {
    sockaddr_in address{};
    const int listener = listen_on_loopback(address);
    port_ = ntohs(address.sin_port);
    std::string message(payload, '.');
    message.front() = changed;
    pid_ = fork();
    if (pid_ < 0) fail("Cannot start the baseline server");
    if (pid_ == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        pin_to_processor(0);
        Baseline baseline(listener, *net::message_frame(wire::Encoding::protobuf, message));
        while (true) baseline.serve_one_turn();
    }
    close(listener);
}

BaselineServer::~BaselineServer() {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
}

std::chrono::nanoseconds BaselineServer::processor_time() const {
    return bench::processor_time(pid_);
}

}  // namespace rostrum::bench
