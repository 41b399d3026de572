#include "bench/served_rooms.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include <boost/asio/io_context.hpp>

#include "store/random_bytes.hpp"

namespace rostrum::bench {
namespace {

using Time = std::chrono::steady_clock;

}  // namespace

void ServedRooms::NoPeers::offer(std::vector<store::HeldName> /*names*/,
                                 std::function<void(bool)> done) {
    loop_.post([done = std::move(done)] { done(true); });
}

void ServedRooms::NoPeers::rows(const RoomId& /*room*/, Revision /*after*/, std::size_t /*most*/,
                                RowsDone done) {
    loop_.post([done = std::move(done)] { done(std::nullopt); });
}

ServedRooms::ServedRooms(const std::filesystem::path& folder, int rooms,
                         const std::optional<replica::EtcdSettings>& etcd)
    : log_(
          folder, [this](auto answer) { loop_.post(std::move(answer)); },
          store::system_random_bytes()),
      clock_() {
    if (etcd) {
        sequencer_.emplace(loop_.context(), *etcd);
        replicated_.emplace(
            log_, *sequencer_, peers_, store::system_random_bytes(),
            [this](auto task) { loop_.post(std::move(task)); },
            [](const std::string& sentence) { throw std::runtime_error(sentence); });
        run([this] { replicated_->start([this] { loop_.stop(); }); });
    }
    rooms::EventLog& log = replicated_ ? static_cast<rooms::EventLog&>(*replicated_) : log_;
    for (int number = 1; number <= rooms; ++number)
        rooms_.emplace_back(RoomId{"room-" + std::to_string(number)}, clock_, log);
    run([this] {
        unanswered_ = rooms_.size();
        for (BusyRoom& room : rooms_)
            room.begin([this] {
                if (--unanswered_ == 0) loop_.stop();
            });
    });
}

/// Runs the task and then the loop, until something stops it.
void ServedRooms::run(const std::function<void()>& task) {
    loop_.post(task);
    loop_.run();
    loop_.context().restart();
}

std::vector<double> ServedRooms::one_at_a_time(int commands) {
    std::vector<double> times_us;
    std::function<void()> tap = [&] {
        rooms_.front().tap([&, start = Time::now()] {
            const std::chrono::duration<double, std::micro> taken = Time::now() - start;
            times_us.push_back(taken.count());
            if (times_us.size() < static_cast<std::size_t>(commands))
                loop_.post(tap);
            else
                loop_.stop();
        });
    };
    run(tap);
    return times_us;
}

Work ServedRooms::all_at_once(int waiting_in_each, std::chrono::milliseconds busy_for) {
    const Time::time_point end = Time::now() + busy_for;
    return tap_all(waiting_in_each, [end] { return Time::now() >= end; });
}

void ServedRooms::grow(int commands_in_each) {
    const int waiting_in_each = std::min(commands_in_each, 64);
    const auto commands = static_cast<std::uint64_t>(commands_in_each) * rooms_.size();
    static_cast<void>(tap_all(
        waiting_in_each, [this, commands] { return work_.commands + unanswered_ > commands; }));
}

Work ServedRooms::tap_all(int waiting_in_each, const IsOver& is_over) {
    const Time::time_point start = Time::now();
    const std::uint64_t commits_before = log_.commits();
    work_ = {};
    run([&] {
        unanswered_ = rooms_.size() * static_cast<std::size_t>(waiting_in_each);
        for (int i = 0; i < waiting_in_each; ++i)
            for (BusyRoom& room : rooms_) tap_on(room, is_over);
    });
    work_.commits = log_.commits() - commits_before;
    work_.seconds = std::chrono::duration<double>(Time::now() - start).count();
    return work_;
}

/// Submits one command after another.
void ServedRooms::tap_on(BusyRoom& room, const IsOver& is_over) {
    room.tap([this, &room, &is_over] {
        ++work_.commands;
        if (!is_over())
            tap_on(room, is_over);
        else if (--unanswered_ == 0)
            loop_.stop();
    });
}

}  // namespace rostrum::bench
