#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include "../store/temporary_folder.hpp"
#include "replica/etcd_settings.hpp"
#include "replica/etcd_status.hpp"

namespace rostrum::replica {

/// Members of etcd of the test's own, on free ports. They end with the test, whatever ends it.
class EtcdMembers {
public:
    /// Returns when all of them see a majority.
    /// @param certificate of the members and of their clients, and their authority; without one,
    /// without TLS
    explicit EtcdMembers(std::size_t count, const std::filesystem::path& certificate = {},
                         const std::filesystem::path& key = {});
    ~EtcdMembers();
    EtcdMembers(const EtcdMembers&) = delete;
    EtcdMembers& operator=(const EtcdMembers&) = delete;

    [[nodiscard]] const EtcdSettings& settings() const { return settings_; }
    /// Asks all members.
    [[nodiscard]] EtcdStatus status() const;
    /// Waits until there is one.
    [[nodiscard]] std::size_t leader() const;

    void start(std::size_t member);
    void kill(std::size_t member) { send(member, 9); }
    void pause(std::size_t member);
    /// Starts, or continues, each member that is not running, and waits until it sees a majority.
    void repair();

private:
    void send(std::size_t member, int signal);
    void wait_for_all() const;

    struct Member {
        std::vector<std::string> arguments;
        pid_t process = -1;
        bool is_paused = false;
    };
    store::TemporaryFolder folder_;
    EtcdSettings settings_;
    std::vector<Member> members_;
};

}  // namespace rostrum::replica
