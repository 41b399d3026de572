#include "day.hpp"

#include <algorithm>
#include <utility>

#include "expect.hpp"
#include "random_command.hpp"
#include "small_programme.hpp"

namespace rostrum::simulation {

Day::Day(RandomSource& random, World& world)
    : random_(random),
      time_(nine_o_clock),
      world_(world),
      servers_{Server{world.new_side(), nine_o_clock}, Server{world.new_side(), nine_o_clock}},
      people_{Person{{Role::chair, "Tablet"}, {}, &servers_[0], {}, {}, {}},
              Person{{Role::secretariat, "Laptop"}, {}, &servers_[0], {}, {}, {}},
              Person{{Role::chair, "Phone"}, {}, &servers_[1], {}, {}, {}},
              Person{{Role::delegation, "phone-1"}, {}, &servers_[0], {}, {}, {}},
              Person{{Role::delegation, "phone-2"}, {}, &servers_[1], {}, {}, {}},
              Person{{Role::interpreter, ""}, {}, &servers_[1], {}, {}, {}},
              Person{{Role::observer, "Browser"}, {}, &servers_[1], {}, {}, {}}} {
    for (Person& person : people_) person.server->connect(person.screen, person.actor.role);
}

bool Day::is_over() const {
    const auto& meetings = expected_.room().proceedings.meetings;
    const auto is_closed = [](const auto& meeting) { return meeting->course == Course::closed; };
    return !meetings.empty() && std::all_of(meetings.begin(), meetings.end(), is_closed);
}

void Day::step() {
    time_passes(Duration{1500});
    Server& server = random_.one_of(servers_);
    Person& person = random_.one_of(people_);
    const std::uint64_t share = random_.up_to(999);
    if (share < 380)
        send_random_command();
    else if (share < 780)
        work_of_log(server);
    else if (share < 940)
        read_screens();
    else if (share < 950)
        time_passes(Duration{120'000});
    else if (share < 955)
        clock_jumps(server);
    else if (share < 980)
        leave_or_join(person);
    else if (share < 990)
        server.side->disturb(random_);
    else
        crash_or_restart(server);
    if (server.is_up() && random_.one_in(2)) server.screens().run_task();
    check();
}

void Day::send_random_command() {
    Person& person = random_.one_of(people_);
    if (!person.screen.is_here()) {
        leave_or_join(person);
        return;
    }
    // Roles without commands try one seldom; roles with signals do not signal all the time.
    const bool watches =
        person.actor.role == Role::observer || person.actor.role == Role::interpreter;
    if (watches && !random_.one_in(10)) return;
    if (!person.sent.empty() && random_.one_in(12)) {
        send(person, random_.one_of(person.sent));
        return;
    }
    person.sent.push_back({CommandId{"command-" + std::to_string(++commands_)},
                           random_command(random_, person.actor.role, person.screen)});
    send(person, person.sent.back());
    if (random_.one_in(25)) send(person, person.sent.back());
}

void Day::send(Person& person, const Sent& sent) {
    person.unsettled.insert_or_assign(sent.id, sent.command);
    // A copy: an immediate answer may change what the reference refers to.
    const Sent copy = sent;
    const Server& server = *person.server;
    person.server->submit(
        person.actor, copy.id, copy.command,
        [this, &person, &server](const CommandId& id, const rooms::Answer& answer) {
            receive(person, server, id, answer);
        });
}

void Day::receive(Person& person, const Server& server, const CommandId& id,
                  const rooms::Answer& answer) {
    expected_.follow(world_.acts());
    const Revision held = server.room().revision;
    const auto logged = expected_.revision_of(id);
    if (const auto* accepted = std::get_if<rooms::Accepted>(&answer)) {
        expect(logged == accepted->revision, "an accepted command is not in the log");
        expect(held >= accepted->revision, "a command was accepted before the room had it");
    } else if (const RefusalCode code = std::get<Refusal>(answer).code;
               code == RefusalCode::log_unavailable || code == RefusalCode::outcome_unknown) {
        // The outcome is unknown: the sender sends the command again.
        return;
    } else {
        expect(!logged || *logged > held, "a refused command is in the log");
        person.refused.insert_or_assign(id, held);
    }
    person.unsettled.erase(id);
}

void Day::read_screens() {
    for (Person& person : people_) {
        while (person.screen.has_mail() && !random_.one_in(4)) person.screen.read();
        if (person.screen.is_here()) person.server->screens().catch_up(person.screen);
    }
}

void Day::work_of_log(Server& server) {
    if (!server.is_up() && random_.one_in(3)) server.start_up();
    if (!server.side->work(random_) && server.is_up()) server.crash(random_);
}

void Day::crash_or_restart(Server& server) {
    if (!server.is_up()) {
        server.start_up();
        return;
    }
    server.crash(random_);
}

void Day::leave_or_join(Person& person) {
    if (person.screen.is_here()) {
        person.server->screens().disconnect(person.screen);
        return;
    }
    person.server = &random_.one_of(servers_);
    if (person.server->is_up()) person.server->connect(person.screen, person.actor.role);
}

void Day::clock_jumps(Server& server) {
    const Duration jump{static_cast<std::int64_t>(random_.up_to(300'000))};
    server.clock.time = time_ + (random_.one_in(2) ? jump : -jump);
}

void Day::time_passes(Duration most) {
    const Duration passed{
        static_cast<std::int64_t>(random_.up_to(static_cast<std::uint64_t>(most.count())))};
    time_ += passed;
    for (Server& server : servers_) server.clock.time += passed;
}

void Day::check() {
    expected_.follow(world_.acts());
    for (std::size_t i = 0; i < servers_.size(); ++i) {
        const Server& server = servers_[i];
        if (!server.is_up() || server.room().revision == checked_[i]) continue;
        checked_[i] = server.room().revision;
        expect(server.room().revision <= expected_.room().revision,
               "a server shows a revision that is not durable");
        if (server.room().revision == expected_.room().revision)
            expected_.expect_same(server.room(), std::max(time_, server.room().latest));
    }
}

/// One round of repairs. Returns false if nothing was left to repair.
bool Day::repair() {
    bool something = false;
    for (Server& server : servers_) {
        while (server.side->repair()) something = true;
        if (!server.is_up()) server.start_up();
        while (server.screens().run_task()) something = true;
    }
    for (Person& person : people_) {
        if (!person.screen.is_here()) person.server->connect(person.screen, person.actor.role);
        do {
            while (person.screen.has_mail()) person.screen.read();
            person.server->screens().catch_up(person.screen);
        } while (person.screen.has_mail());
        const auto unsettled = person.unsettled;
        for (const auto& [id, command] : unsettled) {
            while (person.server->owes_answers() && person.server->side->repair()) continue;
            if (person.server->owes_answers()) break;
            send(person, {id, command});
            something = true;
        }
    }
    check();
    return something;
}

void Day::settle() {
    for (int rounds = 0; repair(); ++rounds) expect(rounds < 100, "the simulation does not settle");
    for (Server& server : servers_) {
        expect(!server.owes_answers(), "a command was never answered");
        expect(server.room() == expected_.room(), "a settled server differs from its log");
    }
    for (Person& person : people_) {
        expect(person.unsettled.empty(), "a command was never settled");
        for (const auto& [id, held] : person.refused) {
            const auto logged = expected_.revision_of(id);
            expect(!logged || *logged > held, "a refused command was done before its refusal");
        }
        expect(person.screen.holds(expected_.room()), "a settled screen differs from the log");
    }
    servers_[0].crash(random_);
    servers_[0].start_up();
    expect(servers_[0].room() == expected_.room(), "a restart produced another room");
}

}  // namespace rostrum::simulation
