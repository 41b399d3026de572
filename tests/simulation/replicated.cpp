#include "replicated.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>

#include "expect.hpp"
#include "memory_local_log.hpp"
#include "replica/replicated_log.hpp"

namespace rostrum::simulation {

using replica::KnownCommand;
using replica::OtherHead;
using replica::OutcomeUnknown;
using replica::RoomBatch;
using replica::RoomHead;
using replica::SequencedAct;
using replica::SequenceOutcome;
using replica::Sequencer;
using store::ActRow;
using store::HeldName;

/// What all servers share.
struct SharedSequence {
    /// Of room xx; those up to `dropped` are gone.
    std::vector<SequencedAct> acts;
    std::size_t dropped = 0;
    /// Appends of servers that were not answered: they may land later.
    std::deque<RoomBatch> late;
    std::vector<ReplicatedSide*> sides;

    [[nodiscard]] RoomHead head() const {
        if (acts.empty()) return {};
        return {acts.back().revision, acts.back().chain};
    }
    SequenceOutcome append(const RoomBatch& batch) {
        for (const SequencedAct& act : batch.acts)
            for (std::size_t i = dropped; i < acts.size(); ++i)
                if (acts[i].command == act.command) {
                    // The very same acts again, because an answer was lost.
                    if (acts[i] == act) return replica::Sequenced{};
                    return KnownCommand{batch.room, act.command, acts[i].revision};
                }
        if (batch.expected != head()) return OtherHead{batch.room, head()};
        acts.insert(acts.end(), batch.acts.begin(), batch.acts.end());
        return replica::Sequenced{};
    }
    [[nodiscard]] Sequencer::Acts read(Revision after, std::size_t most) const {
        const std::size_t from = std::max<std::size_t>(after.value, dropped);
        if (from >= acts.size()) return {{}, from > after.value};
        const std::size_t end = std::min(from + most, acts.size());
        return {{acts.begin() + static_cast<std::ptrdiff_t>(from),
                 acts.begin() + static_cast<std::ptrdiff_t>(end)},
                from > after.value};
    }
};

/// One server's sequencer. Dies with the server.
class ModelSequencer final : public Sequencer {
public:
    explicit ModelSequencer(SharedSequence& shared) : shared_(shared) {}

    void append(std::vector<RoomBatch> batches, Done done) override {
        expect(batches.size() == 1, "a simulated append has one room");
        for (const SequencedAct& act : batches.front().acts)
            for (const store::EventRow& event : wire::read_act_row(act.bytes).events)
                expect(event.number != 3 || event.erased || event.payload.empty(),
                       "the sequencer was given a name");
        appends_.push_back({std::move(batches.front()), std::move(done), {}});
    }
    void follow(replica::SequenceFollower& follower) override {
        follower_ = &follower;
        passed_ = shared_.acts.size();
        asked_ = shared_.head();
    }
    void read(const RoomId&, Revision after, std::size_t most, ReadDone done) override {
        reads_.push_back([this, after, most, done = std::move(done)](bool fails) {
            if (fails) return done(OutcomeUnknown{"No majority answers."});
            done(shared_.read(after, most));
        });
    }
    void drop(const RoomId&, Revision) override {}

    [[nodiscard]] bool is_waiting() const { return !appends_.empty() || !reads_.empty(); }

    void work(RandomSource& random) {
        const std::uint64_t share = random.up_to(99);
        if (share < 40)
            work_on_append(random);
        else if (share < 60)
            work_on_read(random.one_in(15));
        else if (share < 90)
            pass_acts(random);
        else
            pass_heads();
    }
    void settle() {
        while (is_waiting()) {
            if (!appends_.empty()) finish(take_append());
            if (!reads_.empty()) work_on_read(false);
        }
        pass_heads();
        pass_heads();
    }
    void crash(RandomSource& random) {
        for (Append& one : appends_)
            if (!one.outcome && random.one_in(2)) shared_.late.push_back(std::move(one.batch));
    }

private:
    struct Append {
        RoomBatch batch;
        Done done;
        /// It has landed.
        std::optional<SequenceOutcome> outcome;
    };

    Append take_append() {
        Append one = std::move(appends_.front());
        appends_.pop_front();
        return one;
    }
    void finish(Append one) {
        if (!one.outcome) one.outcome = shared_.append(one.batch);
        one.done(*one.outcome);
    }
    void work_on_append(RandomSource& random) {
        if (appends_.empty()) return;
        const std::uint64_t share = random.up_to(99);
        if (share < 12) {
            Append& one = appends_.front();
            // The answer is lost, and the same append is sent again.
            if (!one.outcome || random.one_in(4)) one.outcome = shared_.append(one.batch);
        } else if (share < 20) {
            Append one = take_append();
            if (!one.outcome && random.one_in(2)) shared_.late.push_back(one.batch);
            one.done(OutcomeUnknown{"No majority answers."});
        } else if (share < 23 && !appends_.front().outcome) {
            take_append().done(replica::NotSequenced{"The cluster is full."});
        } else {
            finish(take_append());
        }
    }
    void work_on_read(bool fails) {
        if (reads_.empty()) return;
        const auto read = std::move(reads_.front());
        reads_.pop_front();
        read(fails);
    }
    void pass_acts(RandomSource& random) {
        if (follower_ == nullptr) return;
        // Some again, or some left out.
        if (random.one_in(10)) passed_ -= std::min<std::size_t>(passed_, random.up_to(3));
        if (random.one_in(20)) passed_ = std::min(passed_ + random.up_to(2), shared_.acts.size());
        const std::size_t end =
            std::min<std::size_t>(passed_ + 1 + random.up_to(4), shared_.acts.size());
        const std::size_t from = std::max(passed_, shared_.dropped);
        if (from >= end) return;
        std::vector<SequencedAct> acts(shared_.acts.begin() + static_cast<std::ptrdiff_t>(from),
                                       shared_.acts.begin() + static_cast<std::ptrdiff_t>(end));
        passed_ = end;
        follower_->sequenced(RoomId{"xx"}, std::move(acts));
    }
    /// Asked at the previous call: they are as old as that.
    void pass_heads() {
        if (follower_ == nullptr) return;
        const RoomHead head = std::exchange(asked_, shared_.head());
        if (head.revision == Revision{})
            follower_->has_heads({});
        else
            follower_->has_heads({{RoomId{"xx"}, head}});
    }

    SharedSequence& shared_;
    std::deque<Append> appends_;
    std::deque<std::function<void(bool fails)>> reads_;
    replica::SequenceFollower* follower_ = nullptr;
    std::size_t passed_ = 0;
    RoomHead asked_;
};

class ReplicatedSide final : public LogSide, public replica::Peers {
public:
    explicit ReplicatedSide(SharedSequence& shared)
        : shared_(shared), salts_(static_cast<unsigned>(shared.sides.size()) + 1) {}

    rooms::EventLog& log() override { return *log_; }
    bool is_ready() const override { return true; }
    [[nodiscard]] bool is_up() const { return log_.has_value(); }
    [[nodiscard]] const std::vector<ActRow>& rows() const { return local_.rows(); }

    void start() override {
        sequencer_.emplace(shared_);
        log_.emplace(
            local_, *sequencer_, *this,
            [this](std::size_t size) {
                std::string bytes(size, '\0');
                for (char& byte : bytes) byte = static_cast<char>(salts_());
                return bytes;
            },
            [this](auto task) { tasks_.push_back(std::move(task)); },
            [](const std::string& sentence) {
                expect(sentence.find("copies of different times") == std::string::npos &&
                           sentence.find("changed by another program") == std::string::npos,
                       "a server stops writing");
            });
        log_->start([] {});
    }
    void crash(RandomSource& random) override {
        local_.crash(random);
        sequencer_->crash(random);
        log_.reset();
        sequencer_.reset();
        tasks_.clear();
        awaited_.clear();
        ++life_;
    }
    bool work(RandomSource& random) override {
        const std::uint64_t share = random.up_to(99);
        if (share < 5 && !shared_.late.empty()) land_late(random);
        if (!log_) return true;
        if (share < 35)
            sequencer_->work(random);
        else if (share < 65)
            local_.work(random);
        else if (share < 95)
            work_on_task();
        else if (share < 97)
            log_->tick();
        else if (share < 98)
            no_longer_await();
        else
            return !random.one_in(10);
        return true;
    }
    /// Old acts are dropped once every server has them.
    void disturb(RandomSource& random) override {
        std::size_t all = shared_.acts.size();
        for (const ReplicatedSide* side : shared_.sides) all = std::min(all, side->rows().size());
        if (all > shared_.dropped) shared_.dropped += random.up_to(all - shared_.dropped);
    }
    bool repair() override {
        while (!shared_.late.empty()) {
            shared_.append(shared_.late.front());
            shared_.late.pop_front();
        }
        if (!log_) return false;
        const auto before = std::pair{local_.rows().size(), shared_.acts.size()};
        bool something = sequencer_->is_waiting() || local_.is_waiting() || !tasks_.empty();
        sequencer_->settle();
        // Others answer what this one asks.
        for (bool busy = true; busy;) {
            busy = false;
            for (ReplicatedSide* side : shared_.sides) {
                busy = busy || !side->tasks_.empty() || side->local_.is_waiting();
                side->work_on_task();
                side->local_.work();
            }
        }
        no_longer_await();
        log_->tick();
        something = something || before != std::pair{local_.rows().size(), shared_.acts.size()};
        return something || local_.rows().size() < shared_.acts.size();
    }

private:
    void land_late(RandomSource& random) {
        if (random.one_in(2)) shared_.append(shared_.late.front());
        shared_.late.pop_front();
    }
    void work_on_task() {
        if (tasks_.empty()) return;
        const auto task = std::move(tasks_.front());
        tasks_.pop_front();
        task();
    }

    /// What other servers were asked: answered once, at the latest when the time for it is over.
    template <class Answer>
    std::function<void(Answer)> awaited(std::function<void(Answer)> done, Answer too_late) {
        const auto open = std::make_shared<std::function<void(Answer)>>(std::move(done));
        const auto once = [this, open, life = life_](Answer answer) {
            if (life == life_ && *open)
                tasks_.push_back([done = std::exchange(*open, {}), answer] { done(answer); });
        };
        awaited_.emplace_back([once, too_late] { once(too_late); });
        return once;
    }
    void no_longer_await() {
        for (const auto& too_late : std::exchange(awaited_, {})) too_late();
    }

    void offer(std::vector<HeldName> names, std::function<void(bool)> done) override {
        const auto answered = awaited<bool>(std::move(done), false);
        bool any = false;
        for (ReplicatedSide* other : shared_.sides) {
            if (other == this || !other->is_up()) continue;
            any = true;
            other->tasks_.emplace_back([other, names, answered] {
                other->log_->hold(names, [answered](bool is_held) {
                    if (is_held) answered(true);
                });
            });
        }
        if (!any) answered(true);
    }
    void rows(const RoomId& room, Revision after, std::size_t most, RowsDone done) override {
        using Rows = std::optional<std::vector<ActRow>>;
        const auto answered = awaited<Rows>(std::move(done), std::nullopt);
        ReplicatedSide* asked = nullptr;
        for (ReplicatedSide* other : shared_.sides)
            if (other != this && other->is_up() &&
                (asked == nullptr || other->rows().size() > asked->rows().size()))
                asked = other;
        if (asked == nullptr) return answered(std::nullopt);
        asked->local_.fetch_rows(room, after, most, [answered](const auto& outcome) {
            if (const auto* rows = std::get_if<std::vector<ActRow>>(&outcome)) answered(*rows);
        });
    }

    SharedSequence& shared_;
    MemoryLocalLog local_;
    std::optional<ModelSequencer> sequencer_;
    std::optional<replica::ReplicatedLog> log_;
    std::deque<std::function<void()>> tasks_;
    std::mt19937 salts_;
    std::vector<std::function<void()>> awaited_;
    /// Crashes so far: what an earlier life asked is not answered.
    int life_ = 0;
};

Replicated::Replicated() : shared_(std::make_unique<SharedSequence>()) {}
Replicated::~Replicated() = default;

std::unique_ptr<LogSide> Replicated::new_side() {
    auto side = std::make_unique<ReplicatedSide>(*shared_);
    shared_->sides.push_back(side.get());
    return side;
}

const std::vector<Act>& Replicated::acts() {
    for (const ReplicatedSide* side : shared_->sides)
        while (side->rows().size() > acts_.size()) {
            const ActRow& row = side->rows()[acts_.size()];
            expect(row.chain == shared_->acts[acts_.size()].chain,
                   "a server's log differs from the sequence");
            acts_.push_back(store::read_act(row));
        }
    return acts_;
}

}  // namespace rostrum::simulation
