#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include <boost/asio/awaitable.hpp>

#include "replica/etcd_client.hpp"

namespace rostrum::replica {

/// Some connections, and the jobs that wait for one of them.
class EtcdLanes : public std::enable_shared_from_this<EtcdLanes> {
public:
    using Job = std::function<asio::awaitable<void>(EtcdConnection&)>;

    EtcdLanes(std::shared_ptr<EtcdCluster> cluster, std::size_t lanes, std::size_t most_waiting);
    /// Runs the job, later, on a connection of its own. False if too many wait.
    [[nodiscard]] bool add(Job job);
    /// Ends the jobs that run, and drops those that wait.
    void stop();

private:
    asio::awaitable<void> work(EtcdConnection& connection);

    std::shared_ptr<EtcdCluster> cluster_;
    std::size_t most_waiting_;
    std::vector<std::unique_ptr<EtcdConnection>> connections_;
    std::vector<EtcdConnection*> idle_;
    std::deque<Job> waiting_;
};

}  // namespace rostrum::replica
