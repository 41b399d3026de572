#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "replica/etcd_settings.hpp"

namespace boost::asio {
class io_context;
}

namespace rostrum::replica {

/// Small values that all servers of a record share, in etcd under `<prefix>n/`. No person's name
/// and no secret: what etcd was given, it keeps for good. All calls and callbacks happen on the
/// thread of `io`.
class EtcdNotes {
public:
    /// @throws UnusableSetting
    EtcdNotes(boost::asio::io_context& io, EtcdSettings settings);
    /// What waits is not called back any more.
    ~EtcdNotes();
    EtcdNotes(const EtcdNotes&) = delete;
    EtcdNotes& operator=(const EtcdNotes&) = delete;

    /// Replaces the value. If etcd does not answer, it may stay.
    void put(const std::string& key, const std::string& value);
    /// Calls `done` with whether it was done; never from within erase.
    void erase(const std::string& key, std::function<void(bool)> done);

    using Read = std::function<void(std::optional<std::map<std::string, std::string>>)>;
    /// Reads all, as a majority knows them; nullopt if there is no answer. Calls `done` once, never
    /// from within read.
    void read(Read done);

    using Settled = std::function<void(std::optional<std::string>)>;
    /// Sets the value of a new key, and calls `done` with the one that it has; nullopt if there is
    /// no answer. Never from within settle.
    void settle(const std::string& key, const std::string& value, Settled done);

private:
    struct Parts;
    std::shared_ptr<Parts> parts_;
};

}  // namespace rostrum::replica
