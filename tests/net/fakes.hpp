#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "../rooms/manual_clock.hpp"
#include "../rooms/memory_log.hpp"
#include "../rooms/small_programme.hpp"
#include "net/assets.hpp"
#include "net/context.hpp"
#include "net/fanout.hpp"
#include "net/pairing.hpp"
#include "rooms/room_writer.hpp"

/// All that a server needs, in memory.
namespace rostrum::net {

class FakeCredentials : public rooms::Credentials {
public:
    std::optional<rooms::Grant> admit(std::string_view token) override {
        const auto found = grants.find(std::string{token});
        if (found == grants.end()) return std::nullopt;
        rooms::Grant grant = found->second;
        grant.token = "id of " + found->first;
        return grant;
    }
    std::vector<std::string> ended() override { return std::exchange(has_ended, {}); }

    /// The ids of tokens that have ended; ended() returns them once.
    std::vector<std::string> has_ended;
    std::map<std::string, rooms::Grant> grants{
        {"chair-of-xx", {RoomId{"xx"}, Role::chair}},
        {"display-of-xx", {RoomId{"xx"}, Role::display}},
        {"observer-of-xx", {RoomId{"xx"}, Role::observer}},
        {"speaker-of-xx", {RoomId{"xx"}, Role::speaker}},
        {"secretariat-of-xx", {RoomId{"xx"}, Role::secretariat}},
        {"secretariat-of-yy", {RoomId{"yy"}, Role::secretariat}},
        {"chair-of-yy", {RoomId{"yy"}, Role::chair}},
    };
};

/// Stores each change at once unless `fails` is set; its tokens are valid in the credentials.
class FakeScreens : public rooms::ScreenRegistry {
public:
    explicit FakeScreens(FakeCredentials& credentials) : credentials_(credentials) {}

    void list(Listed done) override {
        if (fails) return done(rooms::RegistryFault::unavailable);
        done(known());
    }
    [[nodiscard]] std::vector<rooms::KnownScreen> known() const {
        std::vector<rooms::KnownScreen> known;
        for (const auto& [id, token] : tokens_) {
            std::optional<Instant> last_seen;
            if (seen_.contains(id)) last_seen = nine_o_clock;
            known.push_back({credentials_.grants.at(token), last_seen});
        }
        return known;
    }
    void admit_screen(rooms::Assignment assignment, Admitted done) override {
        if (fails) return done(rooms::RegistryFault::unavailable);
        const std::string number = std::to_string(++last_);
        const std::string token = "token-of-screen-" + number;
        tokens_["screen-" + number] = token;
        done(rooms::Issued{token, put("screen-" + number, assignment)});
    }
    void assign(std::string_view screen, const RoomId& of, rooms::Assignment assignment,
                Done done) override {
        if (fails) return done(rooms::RegistryFault::unavailable);
        if (!tokens_.contains(screen)) return done(rooms::RegistryFault::unknown_screen);
        if (room_of(screen) != of) return done(rooms::RegistryFault::elsewhere);
        put(std::string{screen}, assignment);
        done(std::nullopt);
    }
    void remove(std::string_view screen, const RoomId& of, Done done) override {
        if (fails) return done(rooms::RegistryFault::unavailable);
        const auto found = tokens_.find(screen);
        if (found == tokens_.end()) return done(rooms::RegistryFault::unknown_screen);
        if (room_of(screen) != of) return done(rooms::RegistryFault::elsewhere);
        credentials_.grants.erase(found->second);
        tokens_.erase(found);
        done(std::nullopt);
    }
    void seen(std::string_view screen) override { seen_.emplace(screen); }

    bool fails = false;

private:
    const RoomId& room_of(std::string_view screen) const {
        return credentials_.grants.at(tokens_.find(screen)->second).room;
    }
    rooms::Grant put(const std::string& id, const rooms::Assignment& assignment) {
        return credentials_.grants[tokens_.at(id)] = {
                   assignment.room, assignment.role,
                   rooms::PairedScreen{id, assignment.name, assignment.scene}};
    }
    FakeCredentials& credentials_;
    std::map<std::string, std::string, std::less<>> tokens_;
    std::set<std::string> seen_;
    int last_ = 0;
};

/// Predictable codes and secrets: first all `2`, then all `3`, and so on.
inline Pairings::RandomBytes counting_random_bytes() {
    return [next = char{0}](std::size_t size) mutable { return std::string(size, next++); };
}

class FakeAssets : public Assets {
public:
    const Asset* find(std::string_view path) const override {
        const auto found = files.find(std::string{path});
        return found == files.end() ? nullptr : &found->second;
    }
    static Asset asset(std::string bytes, std::string type, std::string etag, bool immutable) {
        return {std::make_shared<const std::string>(std::move(bytes)), std::move(type),
                std::move(etag), immutable};
    }
    std::map<std::string, Asset> files{
        {"/index.html", asset("<p>Lobby</p>", "text/html; charset=utf-8", "\"l1\"", false)},
        {"/display/index.html", asset("<p>D</p>", "text/html; charset=utf-8", "\"d1\"", false)},
        {"/assets/app-1a2b.js", asset("go()", "text/javascript", "\"j1\"", true)},
    };
};

/// Writes each append in its own task, unless held.
class PromptLog : public rooms::EventLog {
public:
    using Post = std::function<void(std::function<void()>)>;
    explicit PromptLog(Post post) : post_(std::move(post)) {}

    void append(const RoomId& room, Revision expected, std::vector<Act> acts,
                AppendDone done) override {
        port_.append(room, expected, std::move(acts), std::move(done));
        if (std::exchange(fails_, false))
            post_([this] { port_.fail("the disk is full"); });
        else if (!held_)
            post_([this] { port_.write(); });
    }
    std::vector<Act> read(const RoomId& room, Revision after) override {
        return port_.read(room, after);
    }
    void fetch(const RoomId& room, Revision after, FetchDone done) override {
        port_.fetch(room, after, std::move(done));
    }
    void find(const RoomId& room, std::vector<CommandId> commands, FindDone done) override {
        port_.find(room, std::move(commands), std::move(done));
    }
    void follow(const RoomId& room, Follower follower) override {
        port_.follow(room, std::move(follower));
    }
    std::vector<RoomId> rooms() override { return {}; }
    std::string id() const override { return "log-1"; }

    void fail_next() { fails_ = true; }
    void become_unreadable() { port_.unreadable = true; }
    void hold() { held_ = true; }
    void release() {
        held_ = false;
        if (port_.is_writing()) port_.write();
    }

private:
    rooms::MemoryLog log_;
    rooms::LogPort port_{log_};
    Post post_;
    bool held_ = false;
    bool fails_ = false;
};

/// A founded room with an open meeting: revision 2.
struct FakeRoom {
    FakeRoom(const std::string& id, rooms::Clock& clock, PromptLog::Post post)
        : log(post), fanout(std::move(post)), writer(RoomId{id}, clock, log, fanout) {
        auto plan = small_programme();
        plan.id = RoomId{id};
        log.hold();
        submit("founding", FoundRoom{plan});
        log.release();
        log.hold();
        submit("opening1", OpenMeeting{MeetingId{"cuba"}});
        log.release();
    }
    void submit(const std::string& id, Command command) {
        writer.submit({Role::secretariat, "Laptop"}, CommandId{id}, std::move(command),
                      [](const rooms::Answer&) {});
    }

    PromptLog log;
    Fanout fanout;
    rooms::RoomWriter writer;
};

/// The names that the tests' requests give the server.
inline http::HostNames host_names() {
    http::HostNames names;
    for (const char* name : {"room.example", "floor.example", "x", "a", "rostrum.local"})
        names.add(name);
    return names;
}

struct World {
    explicit World(const PromptLog::Post& post) : xx("xx", clock, post), yy("yy", clock, post) {}

    Context context(Limits limits = {}) {
        return {.rooms = {{RoomId{"xx"}, {xx.writer, xx.fanout}},
                          {RoomId{"yy"}, {yy.writer, yy.fanout}}},
                .credentials = credentials,
                .screens = screens,
                .clock = clock,
                .assets = assets,
                .log_id = "log-1",
                .version = "1.2.3",
                .log_fault = [this]() -> std::optional<std::string> {
                    if (ready) return std::nullopt;
                    return "The record cannot be written: the disk is full.";
                },
                .report_problem =
                    [this](std::string_view sentence) { troubles.emplace_back(sentence); },
                .limits = limits,
                .host_names = host_names(),
                .pairings = std::make_shared<Pairings>(
                    counting_random_bytes(),
                    [](std::string_view secret) { return std::string{secret}; })};
    }

    rooms::ManualClock clock{nine_o_clock};
    FakeCredentials credentials;
    FakeScreens screens{credentials};
    FakeAssets assets;
    FakeRoom xx;
    FakeRoom yy;
    bool ready = true;
    std::vector<std::string> troubles;
};

}  // namespace rostrum::net
