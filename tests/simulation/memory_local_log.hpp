#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "random_source.hpp"
#include "store/local_log.hpp"

namespace rostrum::simulation {

/// The log of one server and one room, in memory. It outlives crashes of the server.
class MemoryLocalLog final : public store::LocalLog {
public:
    [[nodiscard]] const std::vector<store::ActRow>& rows() const { return rows_; }
    [[nodiscard]] bool is_waiting() const { return !waiting_.empty(); }
    /// Does or fails the oldest thing that waits.
    void work(RandomSource& random);
    /// Does it.
    void work();
    /// Some of what waits is done, in order, and nothing of it is answered.
    void crash(RandomSource& random);

    void append(const RoomId&, Revision, std::vector<Act>, AppendDone) override;
    void append_sealed(std::vector<store::SealedActs> rooms, AppendDone done) override;
    void hold(std::vector<store::HeldName> names, AppendDone done) override;
    [[nodiscard]] std::vector<store::HeldName> held() override;
    [[nodiscard]] std::vector<Act> read(const RoomId&, Revision after) override;
    void fetch(const RoomId& room, Revision after, FetchDone done) override;
    void fetch_rows(const RoomId&, Revision after, std::size_t most, RowsDone done) override;
    void find(const RoomId&, std::vector<CommandId> commands, FindDone done) override;
    void follow(const RoomId&, Follower) override {}
    [[nodiscard]] std::vector<RoomId> rooms() override;
    [[nodiscard]] std::string id() const override { return "memory"; }
    [[nodiscard]] store::NotedHeads heads() override;

private:
    struct Waiting {
        /// What reaches the disk.
        std::function<rooms::Appended()> write;
        AppendDone done;
        /// Instead of both.
        std::function<void()> read;
    };
    rooms::Appended write(const store::SealedActs& acts);
    void erase(const NameErased& erased);

    std::vector<store::ActRow> rows_;
    std::vector<store::HeldName> held_;
    std::deque<Waiting> waiting_;
};

}  // namespace rostrum::simulation
