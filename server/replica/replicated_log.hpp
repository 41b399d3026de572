#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "replica/held_names.hpp"
#include "replica/peers.hpp"
#include "replica/room_copy.hpp"
#include "replica/sequencer.hpp"
#include "store/executor.hpp"
#include "store/local_log.hpp"
#include "store/sealer.hpp"

namespace rostrum::replica {

/// The log of one of several servers. A sequencer puts the acts of all servers in order, and every
/// server writes all of them to its own log. An act is durable when a majority of the sequencer's
/// disks and the own log have it.
///
/// All calls on the thread of the rooms.
class ReplicatedLog final : public rooms::EventLog, private SequenceFollower {
public:
    /// Reports a problem to the operator, in a sentence.
    using Report = std::function<void(const std::string&)>;
    /// All of them outlive this log.
    /// @param post runs a task later, on the thread of the rooms
    ReplicatedLog(store::LocalLog& local, Sequencer& sequencer, Peers& peers,
                  store::RandomBytes random_bytes, store::Executor post, Report report);

    /// Begins to follow the other servers. Calls `current` once the own log has every act that a
    /// majority had when it was asked.
    void start(std::function<void()> current);
    /// Tries again what failed, and gives up what waits for too long. To be called every second.
    void tick();
    /// Calls `appeared` for each room that another server founds, once its first acts are in the
    /// own log.
    void on_new_room(std::function<void(const RoomId&)> appeared) {
        appeared_ = std::move(appeared);
    }
    /// Why acts cannot be written, as a sentence; nullopt if they can, as far as is known.
    [[nodiscard]] std::optional<std::string> fault() const;
    /// Another server offers names: holds them until its act comes. Calls `done` with true once
    /// they are on the own disk.
    void hold(const std::vector<store::HeldName>& names, std::function<void(bool)> done);

    void append(const RoomId& room, Revision expected, std::vector<Act> acts,
                AppendDone done) override;
    void append_together(std::vector<rooms::RoomActs> rooms, AppendDone done) override;
    [[nodiscard]] std::size_t most_acts() const override { return most_acts_sequenced_at_once; }
    [[nodiscard]] bool others_write() const override { return true; }
    [[nodiscard]] std::vector<Act> read(const RoomId& room, Revision after) override {
        return local_.read(room, after);
    }
    void fetch(const RoomId& room, Revision after, FetchDone done) override {
        local_.fetch(room, after, std::move(done));
    }
    /// Waits for the acts that a majority has now.
    void find(const RoomId& room, std::vector<CommandId> commands, FindDone done) override;
    [[nodiscard]] std::optional<Room> snapshot(const RoomId& room) override {
        return local_.snapshot(room);
    }
    void save_snapshot(const Room& room) override { local_.save_snapshot(room); }
    void follow(const RoomId& room, Follower follower) override;
    [[nodiscard]] std::vector<RoomId> rooms() override { return local_.rooms(); }
    [[nodiscard]] std::string id() const override { return local_.id(); }

private:
    /// Acts on their way into the record.
    struct Writing;

    void sequenced(const RoomId& room, std::vector<SequencedAct> acts) override;
    void has_heads(const std::map<RoomId, RoomHead>& heads) override;

    RoomCopy& copy_of(const RoomId& room);
    RoomCopy& new_copy(const RoomId& room, const RoomHead& end);
    void written(const RoomId& room, const std::vector<store::ActRow>& rows);
    void read_missing(const RoomId& room, Revision after, bool names_are_missing);
    void read_from_peers(const RoomId& room, Revision after);

    void find_own(const std::shared_ptr<Writing>& writing, std::size_t next = 0);
    void hold_names(const std::shared_ptr<Writing>& writing);
    void offer_names(const std::shared_ptr<Writing>& writing);
    void put_in_order(const std::shared_ptr<Writing>& writing);
    void outcome(const std::shared_ptr<Writing>& writing, const SequenceOutcome& outcome);
    void write_to_own_log(const std::shared_ptr<Writing>& writing);
    void answer_conflict(const std::shared_ptr<Writing>& writing, const RoomId& room,
                         Revision actual);
    void answer_known(const std::shared_ptr<Writing>& writing, const KnownCommand& known);
    void answer(const std::shared_ptr<Writing>& writing, rooms::Appended answer);
    void catch_up(const RoomId& room, RoomCopy::Reached done);

    store::LocalLog& local_;
    Sequencer& sequencer_;
    Peers& peers_;
    store::Sealer sealer_;
    store::Executor post_;
    Report report_;
    std::function<void(const RoomId&)> appeared_ = [](const RoomId&) {};

    HeldNames names_;
    std::map<RoomId, RoomCopy> copies_;
    std::map<RoomId, Follower> followers_;
    std::function<void()> current_;
    /// Why the last append was not put in order; empty if it was.
    std::string unreachable_;
    std::shared_ptr<ReplicatedLog*> self_ = std::make_shared<ReplicatedLog*>(this);
};

}  // namespace rostrum::replica
