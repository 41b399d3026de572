#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include "replica/etcd_client.hpp"
#include "replica/etcd_settings.hpp"

namespace rostrum::replica {

/// Listens like a member of etcd, and answers what the test wants.
class FakeMember {
public:
    struct Reply {
        std::string bytes;
        bool closes = false;
        /// Between one byte and the next.
        std::chrono::milliseconds a_byte{0};
    };
    /// Given the body of a request that is not for the status.
    using Answer = std::function<Reply(const std::string& path, const std::string& body)>;

    FakeMember(asio::io_context& io, Answer answer, std::string status = healthy)
        : parts_(std::make_shared<Parts>(io, std::move(answer), http_answer(200, status))) {
        asio::co_spawn(io, accept(parts_), asio::detached);
    }
    ~FakeMember() { parts_->acceptor.close(); }

    [[nodiscard]] HttpAddress address() const { return {false, "127.0.0.1", parts_->port}; }
    /// The bodies of the requests, but for those for the status.
    [[nodiscard]] const std::vector<std::string>& received() const { return parts_->received; }

    static std::string http_answer(int status, const std::string& body) {
        return "HTTP/1.1 " + std::to_string(status) +
               " Said\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }
    static constexpr auto healthy =
        R"({"header":{"cluster_id":"7","member_id":"1"},"version":"3.4.23","leader":"1"})";

private:
    using Tcp = asio::ip::tcp;
    struct Parts {
        Parts(asio::io_context& io, Answer answers, std::string of_status)
            : acceptor(io, Tcp::endpoint{asio::ip::address_v4::loopback(), 0}),
              port(std::to_string(acceptor.local_endpoint().port())),
              answer(std::move(answers)),
              status(std::move(of_status)) {}
        Tcp::acceptor acceptor;
        std::string port;
        Answer answer;
        std::string status;
        std::vector<std::string> received;
    };

    static asio::awaitable<void> accept(std::shared_ptr<Parts> parts) {
        boost::system::error_code error;
        while (parts->acceptor.is_open()) {
            Tcp::socket socket{parts->acceptor.get_executor()};
            co_await parts->acceptor.async_accept(socket,
                                                  asio::redirect_error(asio::use_awaitable, error));
            if (error) co_return;
            asio::co_spawn(parts->acceptor.get_executor(), serve(parts, std::move(socket)),
                           asio::detached);
        }
    }

    static asio::awaitable<void> serve(std::shared_ptr<Parts> parts, Tcp::socket socket) {
        beast::flat_buffer buffer;
        boost::system::error_code error;
        while (true) {
            beast::http::request<beast::http::string_body> request;
            co_await beast::http::async_read(socket, buffer, request,
                                             asio::redirect_error(asio::use_awaitable, error));
            if (error) co_return;
            const std::string path = request.target();
            Reply reply{parts->status};
            if (path != "/v3/maintenance/status") {
                parts->received.push_back(request.body());
                reply = parts->answer(path, request.body());
            }
            const std::size_t step = reply.a_byte.count() > 0 ? 1 : reply.bytes.size();
            asio::steady_timer pause{socket.get_executor()};
            for (std::size_t at = 0; at < reply.bytes.size(); at += step) {
                co_await asio::async_write(socket, asio::buffer(reply.bytes.data() + at, step),
                                           asio::redirect_error(asio::use_awaitable, error));
                if (error) co_return;
                pause.expires_after(reply.a_byte);
                co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
            }
            if (reply.closes) co_return;
        }
    }

    std::shared_ptr<Parts> parts_;
};

}  // namespace rostrum::replica
