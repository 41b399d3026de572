#include "health.hpp"

#include <array>
#include <string_view>
#include <unistd.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace rostrum::endurance {

bool is_well(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    constexpr std::string_view request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    constexpr std::string_view well = "HTTP/1.1 200";
    std::array<char, well.size()> answer{};
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): required by the kernel's
    // interface
    const auto* target = reinterpret_cast<const sockaddr*>(&address);
    const bool is_answered = ::connect(socket, target, sizeof address) == 0 &&
                             ::send(socket, request.data(), request.size(), MSG_NOSIGNAL) > 0 &&
                             ::recv(socket, answer.data(), answer.size(), MSG_WAITALL) ==
                                 static_cast<ssize_t>(answer.size());
    ::close(socket);
    return is_answered && std::string_view{answer.data(), answer.size()} == well;
}

}  // namespace rostrum::endurance
