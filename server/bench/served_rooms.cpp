#include "bench/served_rooms.hpp"

#include <exception>
#include <string>
#include <utility>

#include "store/chance.hpp"

namespace rostrum::bench {
namespace {

using Time = std::chrono::steady_clock;

}  // namespace

ServedRooms::Running::Running(net::Loop& loop, std::promise<void>& failed)
    : loop_(loop), thread_([&loop, &failed] {
          try {
              loop.run();
          } catch (...) {
              failed.set_exception(std::current_exception());
          }
      }) {}

ServedRooms::Running::~Running() {
    loop_.stop();
    thread_.join();
}

ServedRooms::ServedRooms(const std::filesystem::path& folder, int rooms)
    : log_(
          folder, [this](auto answers) { bring(std::move(answers)); }, store::system_chance()),
      clock_(log_.latest()),
      running_(loop_, done_) {
    run([this, rooms] {
        for (int number = 1; number <= rooms; ++number)
            rooms_.emplace_back(RoomId{"room-" + std::to_string(number)}, clock_, log_);
        waiting_ = rooms_.size();
        for (TappedRoom& room : rooms_)
            room.begin([this] {
                if (--waiting_ == 0) done_.set_value();
            });
    });
}

/// In a turn of the loop; waits until `done_` is told.
void ServedRooms::run(const std::function<void()>& task) {
    done_ = {};
    auto done = done_.get_future();
    loop_.post(task);
    done.get();
}

/// What a commit has to tell comes in one turn.
void ServedRooms::bring(std::function<void()> answers) {
    loop_.post([this, answers = std::move(answers)] {
        const std::uint64_t before = work_.commands;
        answers();
        if (work_.commands != before) ++work_.commits;
    });
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
                done_.set_value();
        });
    };
    run(tap);
    return times_us;
}

Work ServedRooms::all_at_once(int waiting_in_each, std::chrono::milliseconds busy_for) {
    const Time::time_point start = Time::now();
    run([&] {
        work_ = {};
        end_ = start + busy_for;
        waiting_ = rooms_.size() * static_cast<std::size_t>(waiting_in_each);
        for (int i = 0; i < waiting_in_each; ++i)
            for (TappedRoom& room : rooms_) tap_on(room);
    });
    work_.seconds = std::chrono::duration<double>(Time::now() - start).count();
    return work_;
}

/// One command after another, until the time is over and the last is answered.
void ServedRooms::tap_on(TappedRoom& room) {
    room.tap([this, &room] {
        ++work_.commands;
        if (Time::now() < end_)
            tap_on(room);
        else if (--waiting_ == 0)
            done_.set_value();
    });
}

}  // namespace rostrum::bench
