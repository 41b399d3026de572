#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "replica/etcd_settings.hpp"
#include "replica/etcd_status.hpp"
#include "replica/sequencer.hpp"

namespace boost::asio {
class io_context;
}

namespace rostrum::replica {

/// Puts acts in order by etcd. Each append is one transaction (etcd_messages.hpp), which may be
/// sent again and again: it is done once. So a member that does not answer within a second costs a
/// second, and no act.
class EtcdSequencer final : public Sequencer {
public:
    /// Connects when it is needed. Calls back on the thread of `io`.
    /// @throws UnusableSetting
    EtcdSequencer(boost::asio::io_context& io, EtcdSettings settings);
    /// What waits is not called back any more.
    ~EtcdSequencer() override;
    EtcdSequencer(const EtcdSequencer&) = delete;
    EtcdSequencer& operator=(const EtcdSequencer&) = delete;

    void append(std::vector<RoomBatch> batches, Done done) override;
    void follow(SequenceFollower& follower) override;
    void read(const RoomId& room, Revision after, std::size_t most, ReadDone done) override;
    void drop(const RoomId& room, Revision up_to) override;

    /// Begins rooms whose acts no sequencer had, with these ends: the servers fetch the acts from
    /// the one that has them. Calls `done` once, never from within begin: with a sentence if a room
    /// has another end already, or etcd does not answer. May be repeated.
    void begin(std::map<RoomId, RoomHead> rooms,
               const std::function<void(std::optional<std::string>)>& done);

    /// Calls `done` once, never from within status.
    void status(std::function<void(EtcdStatus)> done);

private:
    struct Parts;
    std::shared_ptr<Parts> parts_;
};

}  // namespace rostrum::replica
