#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "rooms/ports.hpp"

/// A log of one room in memory, which several servers may share. The test decides the fate of each
/// write, and when its writer and the followers learn of it.
namespace rostrum::rooms {

/// The acts, shared by all servers.
class MemoryLog {
public:
    [[nodiscard]] const std::vector<Act>& acts() const { return acts_; }
    [[nodiscard]] Revision head() const { return Revision{acts_.size()}; }

    /// Answers as a log does: Duplicate before Conflict, if both apply.
    Appended write(Revision expected, const std::vector<Act>& acts) {
        for (const Act& act : acts)
            if (const auto holder = find(act.command)) return *holder;
        if (expected != head()) return Conflict{head()};
        acts_.insert(acts_.end(), acts.begin(), acts.end());
        return Durable{};
    }

    [[nodiscard]] std::optional<Duplicate> find(const CommandId& command) const {
        const auto act = std::find_if(acts_.rbegin(), acts_.rend(),
                                      [&](const Act& one) { return one.command == command; });
        if (act == acts_.rend()) return std::nullopt;
        return Duplicate{act->command, act->revision, act->actor, act->kind};
    }

    std::optional<Room> kept;

private:
    std::vector<Act> acts_;
};

/// One server's access to the log.
class LogPort : public EventLog {
public:
    explicit LogPort(MemoryLog& log) : log_(log) {}

    void append(const RoomId&, Revision expected, std::vector<Act> acts, AppendDone done) override {
        if (pending_) throw std::logic_error("A second append while the first is in flight.");
        pending_ = Pending{expected, std::move(acts), std::move(done)};
    }
    std::vector<Act> read(const RoomId&, Revision after) override {
        ++reads;
        if (unreadable || after.value < forget_before) throw std::runtime_error("the disk fails");
        const auto from = std::min(after.value, log_.head().value);
        return {log_.acts().begin() + static_cast<std::ptrdiff_t>(from), log_.acts().end()};
    }
    void fetch(const RoomId& room, Revision after, FetchDone done) override {
        reading_.emplace_back([this, room, after, done = std::move(done)] {
            std::variant<std::vector<Act>, Unavailable> outcome;
            try {
                outcome = read(room, after);
            } catch (const std::runtime_error& fault) {
                outcome = Unavailable{fault.what()};
            }
            done(std::move(outcome));
        });
        if (!reads_wait) answer_reads();
    }
    void find(const RoomId&, std::vector<CommandId> commands, FindDone done) override {
        ++finds;
        reading_.emplace_back([this, commands = std::move(commands), done = std::move(done)] {
            if (unreadable) return done(Unavailable{"the disk fails"});
            std::vector<Duplicate> found;
            for (const CommandId& command : commands)
                if (auto act = log_.find(command)) found.push_back(*std::move(act));
            done(std::move(found));
        });
        if (!reads_wait) answer_reads();
    }
    std::optional<Room> snapshot(const RoomId&) override { return log_.kept; }
    void save_snapshot(const Room& room) override {
        ++keeps;
        log_.kept = room;
    }
    void follow(const RoomId&, Follower follower) override {
        follower_ = std::move(follower);
        notified_ = log_.acts().size();
    }
    std::vector<RoomId> rooms() override { return {}; }
    std::string id() const override { return "memory"; }

    [[nodiscard]] bool is_reading() const { return !reading_.empty(); }
    /// Performs the pending reads now, and answers in their order.
    void answer_reads() {
        for (const auto& answer : std::exchange(reading_, {})) answer();
    }

    [[nodiscard]] bool is_followed() const { return static_cast<bool>(follower_); }
    [[nodiscard]] bool is_writing() const { return pending_.has_value(); }
    [[nodiscard]] const std::vector<Act>& writing() const { return pending_->acts; }

    /// Writes the pending acts and answers.
    void write() {
        const Pending pending = take();
        pending.done(log_.write(pending.expected, pending.acts));
    }
    /// Writes the pending acts; the answer is lost.
    void write_and_fail(const std::string& reason) {
        const Pending pending = take();
        log_.write(pending.expected, pending.acts);
        pending.done(Unavailable{reason, true});
    }
    /// Writes the pending acts without an answer: the server is gone.
    void write_unanswered() {
        const Pending pending = take();
        log_.write(pending.expected, pending.acts);
    }
    /// Drops the pending acts without an answer: the server is gone.
    void lose() { pending_.reset(); }
    void fail(const std::string& reason) { take().done(Unavailable{reason}); }
    void answer(const Appended& answer) { take().done(answer); }

    [[nodiscard]] bool has_news() const { return follower_ && notified_ < log_.acts().size(); }
    /// Passes the follower the acts that it does not have yet.
    void notify() {
        const std::vector<Act> news(log_.acts().begin() + static_cast<std::ptrdiff_t>(notified_),
                                    log_.acts().end());
        notified_ = log_.acts().size();
        if (follower_ && !news.empty()) follower_(news);
    }
    /// Passes the follower only the last act, as if the others had been lost.
    void notify_of_last() {
        if (!has_news()) return;
        notified_ = log_.acts().size() - 1;
        notify();
    }
    /// Passes the follower exactly these acts.
    void notify(const std::vector<Act>& acts) const { follower_(acts); }

    [[nodiscard]] bool others_write() const override { return shared; }

    bool unreadable = false;
    /// Other servers write to the log.
    bool shared = false;
    /// fetch and find wait for answer_reads.
    bool reads_wait = false;
    /// Acts up to this revision cannot be read.
    std::uint64_t forget_before = 0;
    int reads = 0;
    int finds = 0;
    int keeps = 0;

private:
    struct Pending {
        Revision expected;
        std::vector<Act> acts;
        AppendDone done;
    };
    Pending take() { return *std::exchange(pending_, std::nullopt); }

    MemoryLog& log_;
    std::optional<Pending> pending_;
    std::vector<std::function<void()>> reading_;
    Follower follower_;
    std::size_t notified_ = 0;
};

}  // namespace rostrum::rooms
