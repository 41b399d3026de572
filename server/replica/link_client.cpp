#include "replica/link_client.hpp"

#include <cstddef>
#include <exception>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include <boost/asio/co_spawn.hpp>

#include "replica/http_client.hpp"

namespace rostrum::replica {
namespace {

using Connection = std::unique_ptr<HttpConnection>;

/// Idle connections to a server that are kept.
constexpr std::size_t most_idle = 4;

}  // namespace

struct LinkClient::Parts : std::enable_shared_from_this<LinkClient::Parts> {
    Parts(asio::io_context& context, const TlsFiles& files) : io(context), tls(client_tls(files)) {}

    asio::awaitable<std::optional<std::string>> ask(HttpAddress server, HttpRequest request,
                                                    Moment until);
    asio::awaitable<HttpAnswer> ask_by(HttpConnection& connection, const HttpAddress& server,
                                       const HttpRequest& request, Moment until);

    asio::io_context& io;
    asio::ssl::context tls;
    std::map<std::string, std::vector<Connection>> idle;
    std::set<HttpConnection*> busy;
    bool is_stopped = false;
};

asio::awaitable<HttpAnswer> LinkClient::Parts::ask_by(HttpConnection& connection,
                                                      const HttpAddress& server,
                                                      const HttpRequest& request, Moment until) {
    // The other side may have closed a connection that was idle.
    if (connection.is_open()) {
        HttpAnswer answer = co_await connection.exchange(request, until);
        if (answer.status != 0 || is_stopped) co_return answer;
    }
    std::string fault = co_await connection.open(server, until);
    if (!fault.empty() || is_stopped) co_return HttpAnswer{0, {}, std::move(fault), false};
    co_return co_await connection.exchange(request, until);
}

asio::awaitable<std::optional<std::string>> LinkClient::Parts::ask(HttpAddress server,
                                                                   HttpRequest request,
                                                                   Moment until) {
    std::vector<Connection>& kept = idle[text_of(server)];
    Connection connection;
    if (kept.empty()) {
        connection = std::make_unique<HttpConnection>(io, tls);
    } else {
        connection = std::move(kept.back());
        kept.pop_back();
    }
    busy.insert(connection.get());
    HttpAnswer answer = co_await ask_by(*connection, server, request, until);
    busy.erase(connection.get());
    if (connection->is_open() && kept.size() < most_idle && !is_stopped)
        kept.push_back(std::move(connection));
    if (answer.status == 200) co_return std::move(answer.body);
    co_return std::nullopt;
}

LinkClient::LinkClient(asio::io_context& io, const TlsFiles& files)
    : parts_(std::make_shared<Parts>(io, files)) {}

LinkClient::~LinkClient() {
    parts_->is_stopped = true;
    for (HttpConnection* connection : parts_->busy) connection->cut();
}

void LinkClient::ask(const HttpAddress& server, std::string path, std::string body,
                     std::chrono::milliseconds patience, Done done) {
    HttpRequest request{std::move(path), std::move(body), "application/octet-stream"};
    const Moment until = std::chrono::steady_clock::now() + patience;
    asio::co_spawn(parts_->io, parts_->ask(server, std::move(request), until),
                   [parts = parts_, done = std::move(done)](const std::exception_ptr& fault,
                                                            std::optional<std::string> answer) {
                       if (fault) std::rethrow_exception(fault);
                       if (!parts->is_stopped) done(std::move(answer));
                   });
}

}  // namespace rostrum::replica
