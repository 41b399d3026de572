#include "shared_log.hpp"

namespace rostrum::simulation {
namespace {

class SharedSide final : public LogSide {
public:
    explicit SharedSide(rooms::MemoryLog& log) : port_(log) {}

    rooms::EventLog& log() override { return port_; }
    bool is_ready() const override { return !port_.unreadable; }

    void crash(RandomSource& random) override {
        if (!port_.is_writing()) return;
        if (random.one_in(2))
            port_.write_unanswered();
        else
            port_.lose();
    }

    bool work(RandomSource& random) override {
        const std::uint64_t share = random.up_to(99);
        if (share < 25)
            port_.notify();
        else if (share < 30)
            port_.notify_of_last();
        else if (share < 65)
            port_.answer_reads();
        else if (port_.is_writing())
            return write(random);
        return true;
    }

    void disturb(RandomSource& random) override {
        if (random.one_in(2))
            port_.unreadable = random.one_in(8);
        else
            port_.reads_wait = random.one_in(2);
    }

    bool repair() override {
        bool something = false;
        port_.unreadable = false;
        port_.reads_wait = false;
        port_.answer_reads();
        while (port_.is_writing()) {
            port_.write();
            something = true;
        }
        port_.notify();
        return something;
    }

private:
    bool write(RandomSource& random) {
        const std::uint64_t share = random.up_to(99);
        if (share < 92) {
            port_.write();
        } else if (share < 95) {
            port_.fail("The disk is full.");
        } else if (share < 98) {
            port_.write_and_fail("The disk fails.");
        } else {
            // Between the append and the publication.
            port_.write_unanswered();
            return false;
        }
        return true;
    }

    rooms::LogPort port_;
};

}  // namespace

std::unique_ptr<LogSide> SharedLog::new_side() {
    return std::make_unique<SharedSide>(log_);
}

}  // namespace rostrum::simulation
