#include "server.hpp"

#include "expect.hpp"

namespace rostrum::simulation {

void Server::start_up() {
    if (!side->is_ready()) return;
    side->start();
    screens_.emplace();
    writer_.emplace(RoomId{"xx"}, clock, side->log(), *screens_, [](const std::string& sentence) {
        expect(sentence.find("broken room") == std::string::npos,
               "a decision would have broken the room");
    });
    if (!crashed_at_) return;
    const ReportOutage outage{*crashed_at_, clock.time};
    submit({Role::secretariat, "rostrum serve"},
           CommandId{"outage-" + std::to_string(unix_ms(outage.from))}, outage,
           [](const CommandId&, const rooms::Answer&) {});
}

void Server::crash(RandomSource& random) {
    crashed_at_ = clock.time;
    writer_.reset();
    side->crash(random);
    owed_.clear();
    screens_.reset();
}

void Server::submit(const Actor& actor, const CommandId& id, const Command& command,
                    const AnswerCallback& on_answer) {
    const int number = ++submissions_;
    owed_.insert(number);
    writer_->submit(actor, id, command, [this, number, id, on_answer](const rooms::Answer& answer) {
        expect(owed_.erase(number) == 1, "a command was answered twice");
        on_answer(id, answer);
    });
}

}  // namespace rostrum::simulation
