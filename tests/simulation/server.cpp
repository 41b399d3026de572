#include "server.hpp"

#include <algorithm>

#include "expect.hpp"
#include "floor/invariants.hpp"

namespace rostrum::simulation {

void Server::start_up() {
    if (port.unreadable) return;
    chamber_.emplace(RoomId{"xx"}, clock, port, *this, [](const std::string& trouble) {
        expect(trouble.find("broken room") == std::string::npos,
               "a command was decided that would have broken the room");
    });
    published_ = room().revision;
    if (!crashed_at_) return;
    const ReportOutage outage{*crashed_at_, clock.time};
    submit({Role::secretariat, "rostrum serve"},
           CommandId{"outage-" + std::to_string(unix_ms(outage.from))}, outage,
           [](const CommandId&, const chamber::Answer&) {});
}

void Server::crash() {
    crashed_at_ = clock.time;
    chamber_.reset();
    owed_.clear();
    for (Screen* screen : screens_) screen->leave();
    screens_.clear();
}

void Server::submit(const Actor& actor, const CommandId& id, const Command& command,
                    const Told& told) {
    const int number = ++submissions_;
    owed_.insert(number);
    chamber_->submit(actor, id, command, [this, number, id, told](const chamber::Answer& answer) {
        expect(owed_.erase(number) == 1, "a command was answered twice");
        told(id, answer);
    });
}

void Server::connect(Screen& screen) {
    screens_.push_back(&screen);
    screen.join(std::make_shared<const Shown>(room()));
}

void Server::disconnect(Screen& screen) {
    std::erase(screens_, &screen);
    screen.leave();
}

void Server::publish(const Room& room, Revision previous, Sections changed) {
    expect(previous == published_, "a publication does not follow the one before");
    expect(room.revision > previous, "a publication tells nothing new");
    published_ = room.revision;
    check_invariants(room);
    const auto shown = std::make_shared<const Shown>(room);
    for (Screen* screen : screens_) screen->send(shown, previous, changed);
}

}  // namespace rostrum::simulation
