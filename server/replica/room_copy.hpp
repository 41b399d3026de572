#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "replica/sequencer.hpp"
#include "store/local_log.hpp"

namespace rostrum::replica {

/// One room's acts on their way from the sequencer to the own log: takes them as they come, and
/// writes them in order, without a gap. All calls on the thread of the rooms.
class RoomCopy {
public:
    /// What a copy needs. `local` outlives it.
    struct Services {
        store::LocalLog& local;
        /// Fills in the persons' names that the row lacks; false if they are not here yet.
        std::function<bool(store::ActRow&)> complete;
        /// Gets the rows after this revision: of the sequencer, or of another server if names are
        /// missing. Calls take() with them, and read_ended() in any case.
        std::function<void(Revision after, bool names_are_missing)> read;
        /// Acts became durable in the own log.
        std::function<void(const std::vector<store::ActRow>&)> written;
        /// Reports a problem to the operator, in a sentence.
        std::function<void(const std::string&)> report;
    };
    /// @param end of the own log
    RoomCopy(RoomId room, RoomHead end, Services services);

    /// The durable end of the own log.
    [[nodiscard]] const RoomHead& end() const { return end_; }
    /// The last act that is known to be in order.
    [[nodiscard]] Revision known() const { return known_; }
    /// Why nothing more is written to the own log, as a sentence: it differs from the servers'
    /// record, or this version cannot read that.
    [[nodiscard]] const std::optional<std::string>& fault() const { return fault_; }

    /// The room has at least this revision.
    void know(Revision revision);
    /// A majority knows this end, of revision 0 if it has no such room: everything that the own log
    /// had at the previous call is in it.
    void compare(const RoomHead& head);
    /// A majority has this end, and the own log another: nothing is written to it any more.
    void differ_from(const RoomHead& head);
    void take(std::vector<store::ActRow> rows);
    void read_ended() { reading_ = false; }

    using Reached = std::function<void(const std::optional<std::string>& why_not)>;
    /// Ticks that a wait for other servers lasts.
    static constexpr int patience = 5;
    /// Calls `reached` once, possibly from within: when the own log has the revision; with a reason
    /// if writing it failed, or after so many ticks.
    void wait_for(Revision revision, std::optional<int> ticks, Reached reached);
    /// Tries again what failed; every second.
    void tick();
    /// Writes what can be written now.
    void advance();

private:
    struct Waiter {
        Revision revision;
        std::optional<int> ticks;
        Reached reached;
    };

    std::vector<store::ActRow> next_rows();
    void write(std::vector<store::ActRow> rows);
    void wrote(const std::vector<store::ActRow>& rows, const rooms::Appended& answer);
    void read_own_log();
    void adopt(const std::vector<store::ActRow>& rows);
    void stop(std::string sentence);
    template <class Concerned>
    void end_waits(const std::optional<std::string>& why_not, Concerned is_concerned);

    RoomId room_;
    RoomHead end_;
    Revision known_;
    Services services_;
    /// In order, but not in the own log yet.
    std::map<Revision, store::ActRow> pending_;
    std::vector<Waiter> waiters_;
    bool writing_ = false;
    bool reading_ = false;
    std::optional<std::string> fault_;
    /// `end_` at the previous comparison.
    Revision compared_;
    std::shared_ptr<RoomCopy*> self_ = std::make_shared<RoomCopy*>(this);
};

}  // namespace rostrum::replica
