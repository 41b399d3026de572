#include "replica/etcd_lanes.hpp"

#include <exception>
#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

namespace rostrum::replica {

EtcdLanes::EtcdLanes(std::shared_ptr<EtcdCluster> cluster, std::size_t lanes,
                     std::size_t most_waiting)
    : cluster_(std::move(cluster)), most_waiting_(most_waiting) {
    for (std::size_t i = 0; i < lanes; ++i) {
        connections_.push_back(std::make_unique<EtcdConnection>(*cluster_));
        idle_.push_back(connections_.back().get());
    }
}

bool EtcdLanes::add(Job job) {
    if (waiting_.size() >= most_waiting_) return false;
    waiting_.push_back(std::move(job));
    if (idle_.empty()) return true;
    EtcdConnection* const connection = idle_.back();
    idle_.pop_back();
    asio::post(cluster_->io(), [self = shared_from_this(), connection] {
        asio::co_spawn(self->cluster_->io(), self->work(*connection),
                       [self](const std::exception_ptr& fault) {
                           if (fault) std::rethrow_exception(fault);
                       });
    });
    return true;
}

asio::awaitable<void> EtcdLanes::work(EtcdConnection& connection) {
    while (!waiting_.empty()) {
        const Job job = std::move(waiting_.front());
        waiting_.pop_front();
        co_await job(connection);
    }
    idle_.push_back(&connection);
}

void EtcdLanes::stop() {
    waiting_.clear();
    for (const auto& connection : connections_) connection->stop();
}

}  // namespace rostrum::replica
