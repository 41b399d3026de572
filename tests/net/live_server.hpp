#pragma once

#include <future>
#include <string>
#include <thread>
#include <utility>

#include "fakes.hpp"
#include "net/loop.hpp"
#include "net/server.hpp"

namespace rostrum::net {

/// A server on a free port of 127.0.0.1, in its own thread, with two rooms: `xx` and `yy`.
class LiveServer {
public:
    /// @param tls enables TLS with this identity.
    /// @param proxies are trusted.
    /// @param request_link is called in the server's thread.
    explicit LiveServer(Limits limits = {}, std::shared_ptr<const TlsIdentity> tls = {},
                        TrustedProxies proxies = {},
                        decltype(Context::request_link) request_link = {},
                        decltype(Context::server_addresses) server_addresses = {})
        : world_([this](const std::function<void()>& task) { loop_.post(task); }),
          server_(std::in_place, loop_, Listen{.address = "127.0.0.1", .port = 0},
                  with(world_.context(limits), std::move(tls), std::move(proxies),
                       std::move(request_link), std::move(server_addresses))),
          thread_([this] { loop_.run(); }) {}
    ~LiveServer() {
        loop_.stop();
        thread_.join();
    }
    LiveServer(const LiveServer&) = delete;
    LiveServer& operator=(const LiveServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return server_->port(); }

    /// Runs a task in the server's thread and waits for it.
    template <class Task>
    auto in_loop(Task task) {
        std::promise<decltype(task(std::declval<World&>(), std::declval<Server&>()))> promise;
        loop_.post([&] {
            if constexpr (std::is_void_v<decltype(task(world_, *server_))>) {
                task(world_, *server_);
                promise.set_value();
            } else {
                promise.set_value(task(world_, *server_));
            }
        });
        return promise.get_future().get();
    }

    /// Shows a notice in room xx, which makes one revision.
    void show(const std::string& text) {
        in_loop([&](World& world, Server&) {
            world.xx.submit("notice-" + std::to_string(++notices_), ShowNotice{text});
        });
    }

    [[nodiscard]] Metrics metrics() {
        return in_loop([](World&, Server& server) { return server.metrics(); });
    }

    /// Asks the server to stop; the future is ready when it has.
    std::future<void> stop() {
        auto done = std::make_shared<std::promise<void>>();
        loop_.post([this, done] { server_->stop([done] { done->set_value(); }); });
        return done->get_future();
    }

private:
    static Context with(Context context, std::shared_ptr<const TlsIdentity> tls,
                        TrustedProxies proxies, decltype(Context::request_link) request_link,
                        decltype(Context::server_addresses) server_addresses) {
        context.request_link = std::move(request_link);
        context.tls = std::move(tls);
        context.proxies = std::move(proxies);
        context.server_addresses = std::move(server_addresses);
        return context;
    }

    Loop loop_;
    World world_;
    std::optional<Server> server_;
    int notices_ = 0;
    std::thread thread_;
};

/// Drops no client for being slow.
inline Limits patient() {
    Limits limits;
    limits.ping_after = limits.dead_after = limits.stuck = std::chrono::minutes{30};
    limits.check_timeouts_every = std::chrono::milliseconds{20};
    return limits;
}

/// Drops only a client that nothing more can be written to.
inline Limits patient_unless_stuck() {
    Limits limits = patient();
    limits.stuck = std::chrono::milliseconds{500};
    return limits;
}

/// Timeouts short enough to wait for in a test: for clients that are to be dropped. A slow machine
/// can exceed them, so a client that must stay needs `patient()` or a longer limit of its own.
inline Limits impatient() {
    using std::chrono::milliseconds;
    return {.request = milliseconds{300},
            .idle_between_requests = milliseconds{600},
            .hello = milliseconds{300},
            .ping_after = milliseconds{200},
            .dead_after = milliseconds{500},
            .stuck = milliseconds{500},
            .closing = milliseconds{300},
            .check_timeouts_every = milliseconds{20}};
}

}  // namespace rostrum::net
