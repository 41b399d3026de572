#include "bench/client_pool.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace rostrum::bench {
namespace {

constexpr std::size_t clients_an_address = 800;
constexpr int text = 1;
constexpr int binary = 2;
constexpr int ping = 9;
constexpr int pong = 10;

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

sockaddr_in loopback(std::uint32_t address, std::uint16_t port) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    out.sin_port = htons(port);
    out.sin_addr.s_addr = htonl(address);
    return out;
}

/// 127.1.x.1; a client that reconnects keeps its address.
std::uint32_t address_of(std::size_t client) {
    const auto house = static_cast<std::uint32_t>(client / clients_an_address % 256);
    return 0x7f010001U + (house << 8U);
}

const sockaddr* plain(const sockaddr_in& address) {
    return reinterpret_cast<const sockaddr*>(&address);
}

std::string upgrade_request(const ClientOptions& options, std::uint16_t port) {
    return "GET /api/v1/rooms/" + options.room +
           "/live HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
           "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Protocol: rostrum.v1." +
           (options.encoding == wire::Encoding::json ? "json" : "protobuf") + "\r\n\r\n";
}

/// In Protocol Buffers it omits what the client holds, so the server sends the whole room again.
std::string hello(const Client& client) {
    const std::string& token = client.options.token;
    if (client.options.encoding == wire::Encoding::json)
        return client_frame(text, R"({"hello":{"token":")" + token + '"' + client.seen + "}}");
    // Field 1 of the message is hello, and field 1 of hello the token; both are shorter than 128
    // bytes.
    constexpr char field_1 = 0x0a;
    const std::string named = std::string{field_1, static_cast<char>(token.size())} + token;
    return client_frame(binary, std::string{field_1, static_cast<char>(named.size())} + named);
}

/// A field of a message, with its quotes.
std::string_view field(std::string_view json, std::string_view name) {
    const auto begin = json.find(name);
    if (begin == std::string_view::npos) return {};
    return json.substr(begin, json.find_first_of(",}", begin) - begin);
}

}  // namespace

std::string client_frame(int opcode, std::string_view payload) {
    std::string frame{static_cast<char>(0x80 | opcode)};
    if (payload.size() < 126) {
        frame += static_cast<char>(0x80U | payload.size());
    } else {
        frame += static_cast<char>(0x80 | 126);
        frame += static_cast<char>(payload.size() >> 8U & 0xffU);
        frame += static_cast<char>(payload.size() & 0xffU);
    }
    // A zero mask is valid and leaves the payload unchanged.
    frame.append(4, '\0');
    return frame.append(payload);
}

std::size_t raise_descriptor_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) fail("Cannot read the limit of descriptors");
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0) fail("Cannot raise the limit of descriptors");
    return limit.rlim_cur;
}

ClientPool::ClientPool(std::uint16_t port) : port_(port), epoll_(epoll_create1(EPOLL_CLOEXEC)) {
    if (epoll_ < 0) fail("No epoll");
}

ClientPool::~ClientPool() {
    for (std::size_t i = 0; i < clients_.size(); ++i) drop(i);
    close(epoll_);
}

std::size_t ClientPool::begin(ClientOptions options) {
    const std::size_t number = clients_.size();
    Client& client = clients_.emplace_back();
    client.options = std::move(options);
    ++counts_[static_cast<std::size_t>(State::connecting)];
    open(number);
    return number;
}

void ClientPool::begin_again(std::size_t number) {
    Client& client = clients_[number];
    client.in.clear();
    client.out.clear();
    move_to(client, State::connecting);
    open(number);
}

void ClientPool::open(std::size_t number) {
    Client& client = clients_[number];
    client.begun = std::chrono::steady_clock::now();
    client.socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (client.socket < 0) fail("No socket");
    const int yes = 1;
    setsockopt(client.socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
    const sockaddr_in from = loopback(address_of(number), 0);
    if (bind(client.socket, plain(from), sizeof from) != 0)
        fail("Cannot bind the client's address");
    const sockaddr_in to = loopback(INADDR_LOOPBACK, port_);
    // epoll reports an immediate failure too.
    static_cast<void>(connect(client.socket, plain(to), sizeof to));
    watch(client, number, EPOLL_CTL_ADD);
}

void ClientPool::watch(Client& client, std::size_t number, int how) const {
    const bool deaf = client.state == State::welcomed && !client.options.reads;
    const bool writes = client.state == State::connecting || !client.out.empty();
    epoll_event event{};
    event.events = (deaf ? 0U : EPOLLIN) | (writes ? EPOLLOUT : 0U);
    event.data.u64 = number;
    if (how == EPOLL_CTL_MOD && event.events == client.events) return;
    client.events = event.events;
    epoll_ctl(epoll_, how, client.socket, &event);
}

void ClientPool::send(std::size_t number, std::string_view bytes) {
    Client& client = clients_[number];
    const bool waits = !client.out.empty();
    client.out.append(bytes);
    if (!waits && client.state != State::connecting) flush(number);
}

void ClientPool::drop(std::size_t number, bool abruptly) {
    Client& client = clients_[number];
    if (client.socket < 0) return;
    const linger reset{.l_onoff = 1, .l_linger = 0};
    if (abruptly) setsockopt(client.socket, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    close(std::exchange(client.socket, -1));
    move_to(client, State::dropped);
}

bool ClientPool::run(const std::function<bool()>& enough, std::chrono::milliseconds patience) {
    const Moment end = std::chrono::steady_clock::now() + patience;
    std::array<epoll_event, 256> events{};
    while (!enough()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        if (left.count() <= 0) return false;
        // A short wait: `enough` may depend on the clock.
        const int wait = static_cast<int>(std::min<long>(left.count(), 10));
        const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), wait);
        for (int i = 0; i < count; ++i) {
            const epoll_event& event = events.at(static_cast<std::size_t>(i));
            happened(event.data.u64, event.events);
        }
    }
    return true;
}

void ClientPool::run_for(std::chrono::milliseconds time) {
    run([] { return false; }, time);
}

std::size_t ClientPool::count(State state) const {
    return counts_[static_cast<std::size_t>(state)];
}

void ClientPool::happened(std::size_t number, std::uint32_t events) {
    Client& client = clients_[number];
    // An earlier event of this batch dropped it or began it again.
    if (client.socket < 0) return;
    if (client.state == State::connecting && (events & (EPOLLOUT | EPOLLERR | EPOLLHUP)) != 0)
        connected(number);
    else if ((events & EPOLLOUT) != 0)
        flush(number);
    if (client.socket >= 0 && (events & (EPOLLIN | EPOLLERR | EPOLLHUP)) != 0) read(number);
}

void ClientPool::connected(std::size_t number) {
    Client& client = clients_[number];
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(client.socket, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0) return lose(number);
    move_to(client, State::connected);
    if (client.options.joins) client.out = upgrade_request(client.options, port_) + client.out;
    flush(number);
}

void ClientPool::flush(std::size_t number) {
    Client& client = clients_[number];
    if (client.socket < 0) return;
    const auto sent =
        ::send(client.socket, client.out.data(), client.out.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) client.out.erase(0, static_cast<std::size_t>(sent));
    if (sent < 0 && errno != EAGAIN) return lose(number);
    watch(client, number, EPOLL_CTL_MOD);
}

void ClientPool::read(std::size_t number) {
    std::array<char, 65536> bytes;
    Client& client = clients_[number];
    const auto got = recv(client.socket, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EAGAIN)) return lose(number);
    if (got < 0) return;
    bytes_received_ += static_cast<std::size_t>(got);
    client.in.append(bytes.data(), static_cast<std::size_t>(got));
    while (take(number)) {
    }
}

bool ClientPool::take(std::size_t number) {
    Client& client = clients_[number];
    std::string& in = client.in;
    if (client.options.asks) {
        const std::string answer = std::exchange(in, {});
        if (on_message && !answer.empty()) on_message(number, answer);
        return false;
    }
    if (client.state == State::connected && in.starts_with("HTTP/")) {
        const auto end = in.find("\r\n\r\n");
        if (end == std::string::npos) return false;
        in.erase(0, end + 4);
        // Sent only now: the server rejects messages before the upgrade.
        send(number, hello(client));
        return !in.empty();
    }
    if (in.size() < 2) return false;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(in[i]); };
    const int opcode = byte(0) & 0x0f;
    std::size_t head = 2;
    std::size_t size = byte(1);
    if (size >= 126) {
        const std::size_t digits = size == 126 ? 2 : 8;
        head += digits;
        if (in.size() < head) return false;
        size = 0;
        for (std::size_t i = 0; i < digits; ++i) size = size << 8U | byte(2 + i);
    }
    if (in.size() < head + size) return false;
    const std::string payload = in.substr(head, size);
    in.erase(0, head + size);
    if (in.empty()) in.shrink_to_fit();
    if (opcode == text || opcode == binary) receive(number, payload);
    if (opcode == ping) send(number, client_frame(pong, payload));
    return client.socket >= 0;
}

void ClientPool::receive(std::size_t number, std::string_view message) {
    Client& client = clients_[number];
    const bool is_welcome = message.starts_with(R"({"welcome":)") || message.starts_with('\x0a');
    if (client.state == State::connected && is_welcome) {
        client.welcomed = std::chrono::steady_clock::now();
        move_to(client, State::welcomed);
        client.seen = R"(,"seen":{)" + std::string{field(message, R"("logId":)")} + ',' +
                      std::string{field(message, R"("revision":)")} + ',' +
                      std::string{field(message, R"("actsHash":)")} + '}';
        watch(client, number, EPOLL_CTL_MOD);
    }
    if (on_message) on_message(number, message);
}

void ClientPool::lose(std::size_t number) {
    Client& client = clients_[number];
    close(std::exchange(client.socket, -1));
    move_to(client, State::ended);
    if (on_end) on_end(number);
}

void ClientPool::move_to(Client& client, State state) {
    --counts_[static_cast<std::size_t>(client.state)];
    client.state = state;
    ++counts_[static_cast<std::size_t>(state)];
}

}  // namespace rostrum::bench
