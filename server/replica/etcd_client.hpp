#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/json/object.hpp>

#include "replica/etcd_messages.hpp"
#include "replica/etcd_settings.hpp"
#include "replica/http_client.hpp"

/// etcd over its JSON gateway: HTTP/1.1, one request at a time on each connection.
namespace rostrum::replica {

/// What came of a request.
struct EtcdAnswer {
    enum class Kind {
        /// A member has done it.
        answered,
        /// It was never done, and never will be.
        refused,
        /// It may be done now, or later, or never.
        unknown,
        /// A member has done it, but the answer is too large.
        too_large,
    };
    Kind kind = Kind::unknown;
    /// If it was answered.
    boost::json::object body;
    /// If not: a sentence.
    std::string reason;
};

/// What a member's answer says of the request.
/// @param final_refusal set to whether every other member would refuse it too
[[nodiscard]] EtcdAnswer read_answer(unsigned status, std::string_view body, bool& final_refusal);

/// The members, as all connections see them.
class EtcdCluster {
public:
    /// @throws UnusableSetting if there is no member, or a file of TLS is unusable
    EtcdCluster(asio::io_context& io, EtcdSettings settings);

    [[nodiscard]] asio::io_context& io() const { return io_; }
    [[nodiscard]] asio::ssl::context& tls() { return tls_; }
    [[nodiscard]] const EtcdSettings& settings() const { return settings_; }
    [[nodiscard]] const EtcdTimes& times() const { return settings_.times; }

    /// The member to connect to.
    [[nodiscard]] std::size_t chosen() const { return chosen_; }
    /// This member fails: others connect to the next one.
    void avoid(std::size_t member);
    /// Whether the member is of our cluster.
    [[nodiscard]] bool is_ours(std::uint64_t cluster);

private:
    asio::io_context& io_;
    asio::ssl::context tls_;
    EtcdSettings settings_;
    std::size_t chosen_ = 0;
    std::uint64_t cluster_;
};

/// A connection to one member after another. The caller keeps it until what it waits for is over.
class EtcdConnection {
public:
    explicit EtcdConnection(EtcdCluster& cluster);
    EtcdConnection(const EtcdConnection&) = delete;
    EtcdConnection& operator=(const EtcdConnection&) = delete;

    /// Sends the same request to one member after another until one answers or refuses it, or the
    /// time is over. It must be harmless to do it twice.
    asio::awaitable<EtcdAnswer> ask(EtcdRequest request, Moment until);
    /// Asks this member alone, once, even if it has no leader.
    asio::awaitable<EtcdAnswer> ask_member(std::size_t member, EtcdRequest request);

    /// Opens a stream of lines. False if the member that was tried does not.
    asio::awaitable<bool> open_stream(EtcdRequest request);
    /// The next line of the stream; nullopt at its end.
    asio::awaitable<std::optional<std::string>> next_line() { return http_.next_line(); }

    /// What waits ends with an error. The next connection leads to another member.
    void cut();
    /// The same, and there is no next one.
    void stop();
    [[nodiscard]] bool is_stopped() const { return is_stopped_; }
    /// Returns early if the connection is stopped.
    asio::awaitable<void> wait(std::chrono::milliseconds time);

private:
    struct Try;

    asio::awaitable<Try> try_once(const EtcdRequest& request, Moment deadline);
    asio::awaitable<std::string> connect(Moment deadline);
    asio::awaitable<std::string> open_socket(std::size_t member, Moment deadline);
    asio::awaitable<Try> exchange(const EtcdRequest& request, Moment deadline);

    EtcdCluster& cluster_;
    std::size_t member_ = 0;
    HttpConnection http_;
    asio::steady_timer pause_;
    bool is_stopped_ = false;
};

}  // namespace rostrum::replica
