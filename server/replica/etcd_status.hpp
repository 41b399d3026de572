#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/asio/awaitable.hpp>

namespace rostrum::replica {

class EtcdCluster;

/// A member of etcd, as an operator wants to know it.
struct EtcdMember {
    /// As this server knows it; empty for a member that no address leads to.
    std::string address;
    /// As the cluster knows it; empty if the member does not answer.
    std::string name;
    std::uint64_t id = 0;
    std::uint64_t cluster = 0;
    std::string version;
    std::uint64_t revision = 0;
    bool is_leader = false;
    /// It follows and has no vote.
    bool is_learner = false;
    /// It sees a leader.
    bool sees_majority = false;
    /// Bytes of its file, and of them those in use.
    std::uint64_t file_size = 0;
    std::uint64_t used_size = 0;
    /// Such as `NOSPACE` and `CORRUPT`.
    std::vector<std::string> alarms;
    /// Why it does not answer: a sentence; empty if it does.
    std::string fault;
};

/// The members that addresses lead to, in their order, then the others of the cluster.
using EtcdStatus = std::vector<EtcdMember>;

/// Asks each address, one after another: some milliseconds, or a second for one that is away.
/// @param cluster outlives the question
[[nodiscard]] boost::asio::awaitable<EtcdStatus> read_etcd_status(EtcdCluster& cluster);

/// Why rooms cannot, or should not, be served with this etcd: a sentence; nullopt if they can.
[[nodiscard]] std::optional<std::string> etcd_fault(const EtcdStatus& members);

}  // namespace rostrum::replica
