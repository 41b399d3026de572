#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include "replica/etcd_client.hpp"
#include "replica/sequencer.hpp"

namespace rostrum::replica {

/// Passes a follower what is put in order, from one member after another.
///
/// A member that is cut off keeps its watch open, and is silent as if nothing happened. So a watch
/// that is silent is held against the heads, which only a majority can answer.
class EtcdWatch : public std::enable_shared_from_this<EtcdWatch> {
public:
    EtcdWatch(std::shared_ptr<EtcdCluster> cluster, SequenceFollower& follower);
    void start();
    /// The follower is not called any more.
    void stop();

private:
    asio::awaitable<void> run();
    asio::awaitable<bool> pass_heads();
    asio::awaitable<void> watch();
    asio::awaitable<void> pass_acts();
    void receive(const std::string& line);
    [[nodiscard]] const std::string& prefix() const { return cluster_->settings().prefix; }

    std::shared_ptr<EtcdCluster> cluster_;
    SequenceFollower& follower_;
    EtcdConnection questions_;
    EtcdConnection stream_;
    asio::steady_timer silence_;
    /// Revisions of etcd's: what the next watch begins with; of the last act that the follower was
    /// passed, or did not need; of the last head that moved.
    std::uint64_t next_ = 0;
    std::uint64_t passed_ = 0;
    std::uint64_t newest_ = 0;
    Moment heard_;
    bool is_watching_ = false;
};

}  // namespace rostrum::replica
