// network_simulator SOCKET COMMAND…
//
// Creates two network namespaces joined by a simulated wire: the server's side is 10.77.0.1, the
// other 10.77.0.2. Runs the command on the other side, with the path of the server's namespace (for
// `nsenter --net=`) in ROSTRUM_SERVER_NET, and ends with its exit status. Lines at the Unix socket
// control the wire: `conditions DELAY_MS JITTER_MS LOSS REORDER`, `down`, `up`, `move ADDRESS`; the
// answer to each is `CARRIED LOST REORDERED` so far.
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <poll.h>
#include <sstream>
#include <string>
#include <system_error>
#include <unistd.h>

#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

#include "packet_relay.hpp"
#include "side.hpp"

namespace rostrum::network {
namespace {

constexpr int cannot = 77;
constexpr std::uint64_t seed = 20180411;

int listen_at(const std::string& path) {
    unlink(path.c_str());
    const int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    if (bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        listen(listener, 1) != 0)
        throw std::system_error(errno, std::generic_category(), path);
    return listener;
}

pid_t run(char** command, const std::string& server_net) {
    const pid_t child = fork();
    if (child != 0) return child;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setenv("ROSTRUM_SERVER_NET", server_net.c_str(), 1);
    execvp(command[0], command);
    _exit(127);
}

void execute(const std::string& line, PacketRelay& wire, const Side& other) {
    std::istringstream words{line};
    std::string what;
    words >> what;
    if (what == "down") wire.conditions.down = true;
    if (what == "up") wire.conditions.down = false;
    if (what == "conditions") {
        long delay = 0;
        long jitter = 0;
        words >> delay >> jitter >> wire.conditions.loss >> wire.conditions.reorder;
        wire.conditions.delay = std::chrono::milliseconds{delay};
        wire.conditions.jitter = std::chrono::milliseconds{jitter};
    }
    std::string address;
    if (what == "move" && words >> address) other.move_to(address);
}

/// Serves one connection: one line.
void answer_line(int listener, PacketRelay& wire, const Side& other) {
    const int client = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) return;
    std::array<char, 256> bytes{};
    const auto size = read(client, bytes.data(), bytes.size());
    if (size > 0) execute({bytes.data(), static_cast<std::size_t>(size)}, wire, other);
    const Tally& tally = wire.tally();
    const std::string answer = std::to_string(tally.carried) + ' ' + std::to_string(tally.lost) +
                               ' ' + std::to_string(tally.reordered) + '\n';
    if (write(client, answer.data(), answer.size()) < 0)
        std::cerr << "The client left before its answer\n";
    close(client);
}

int carry(const std::string& socket, char** command) {
    const Side server{"10.77.0.1"};
    const Side other{"10.77.0.2"};
    const int listener = listen_at(socket);
    PacketRelay wire{{server.device(), other.device()}, seed};
    const pid_t child = run(command, server.path());
    for (;;) {
        std::array<pollfd, 3> polled{pollfd{server.device(), POLLIN, 0},
                                     pollfd{other.device(), POLLIN, 0},
                                     pollfd{listener, POLLIN, 0}};
        const auto wait = std::min(wire.next_due(), std::chrono::milliseconds{100});
        poll(polled.data(), polled.size(), static_cast<int>(wait.count()));
        wire.take(0);
        wire.take(1);
        wire.deliver();
        if ((polled[2].revents & POLLIN) != 0) answer_line(listener, wire, other);
        int status = 0;
        if (waitpid(child, &status, WNOHANG) == child)
            return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
    }
}

}  // namespace
}  // namespace rostrum::network

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    try {
        return rostrum::network::carry(argv[1], argv + 2);
    } catch (const std::exception& fault) {
        std::cerr << "network_simulator: " << fault.what() << '\n';
        return rostrum::network::cannot;
    }
}
