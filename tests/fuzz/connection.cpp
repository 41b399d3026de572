// Input of one socket: HTTP requests, an upgrade, frames. Each piece between `<!>` arrives after
// the answer to the one before, as from a client that waits. A piece that begins with `T:` or `B:`
// is framed as text or binary, because a fuzzer rarely gets a frame's length right.
#include <array>
#include <exception>
#include <memory>
#include <unistd.h>
#include <utility>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <sys/socket.h>

#include "../net/fakes.hpp"
#include "fuzz.hpp"
#include "net/client_connection.hpp"

using namespace rostrum;

namespace {

/// The zero mask leaves the payload readable.
std::string client_frame(char opcode, std::string_view payload) {
    std::string frame{static_cast<char>(0x80 | opcode)};
    frame.push_back(static_cast<char>(0xFE));
    frame.push_back(static_cast<char>(payload.size() >> 8U));
    frame.push_back(static_cast<char>(payload.size()));
    return frame.append(4, '\0').append(payload);
}

std::string sent(std::string_view piece) {
    if (piece.starts_with("T:")) return client_frame(1, piece.substr(2));
    if (piece.starts_with("B:")) return client_frame(2, piece.substr(2));
    return std::string{piece};
}

class Visit {
public:
    Visit() {
        std::array<int, 2> ends{};
        fuzz::expect(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) == 0,
                     "a socket pair can be created");
        client_ = ends[0];
        client_connection_ = std::make_shared<net::ClientConnection>(
            net::Socket{io_.get_executor(), net::asio::ip::tcp::v4(), ends[1]}, net::Address{},
            context_->address_quota->enter(net::Address{}, 1), context_);
        client_connection_->start(
            [this](const std::shared_ptr<net::ClientConnection>&, const std::exception_ptr& fault) {
                fuzz::expect(fault == nullptr, "no fault of the server ends a connection");
                done_ = true;
            });
        io_.poll();
    }
    ~Visit() {
        client_connection_->cut();
        ::close(client_);
        io_.poll();
        fuzz::expect(done_, "a connection that is cut ends");
        client_connection_.reset();
        fuzz::expect(context_->metrics->sockets == 0, "an ended connection leaves nothing behind");
    }
    Visit(const Visit&) = delete;
    Visit& operator=(const Visit&) = delete;

    void send(std::string_view bytes) {
        while (!bytes.empty() && !done_) {
            const auto taken = ::send(client_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            bytes.remove_prefix(taken > 0 ? static_cast<std::size_t>(taken) : 0);
            if (!settle() && taken <= 0) return;
        }
    }
    void shut() {
        ::shutdown(client_, SHUT_WR);
        settle();
    }

private:
    /// Runs the server while it has work and reads its answers. Returns whether anything happened.
    bool settle() {
        std::array<char, 16384> answers{};
        bool anything = false;
        while (io_.poll() > 0 || ::recv(client_, answers.data(), answers.size(), 0) > 0)
            anything = true;
        return anything;
    }

    net::asio::io_context io_{1};
    net::asio::executor_work_guard<net::Executor> work_{io_.get_executor()};
    net::World world_{
        [this](std::function<void()> task) { net::asio::post(io_, std::move(task)); }};
    std::shared_ptr<net::Context> context_ = std::make_shared<net::Context>(world_.context());
    std::shared_ptr<net::ClientConnection> client_connection_;
    int client_ = -1;
    bool done_ = false;
};

}  // namespace

FUZZ_TARGET(connection) {
    std::string_view rest = fuzz::text_of(data, size);
    Visit visit;
    while (!rest.empty()) visit.send(sent(fuzz::next_piece(rest, "<!>")));
    visit.shut();
    return 0;
}
