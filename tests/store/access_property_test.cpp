#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "access_server.hpp"
#include "floor/limits.hpp"

namespace rostrum::store::access_test {
namespace {

/// What was ever given out.
struct Secret {
    std::string token;
    /// Of its card; empty without one.
    std::string code;
    /// It opens nothing from then on, anywhere.
    Instant ends_at = limits::latest;
    /// It may end for a reason that only the servers know: there was no room for it.
    bool may_end = false;
};

std::string dump(const Database& database, const std::string& query) {
    Statement row = database.prepare("SELECT group_concat(line, char(10)) FROM (" + query + ")");
    row.next();
    return std::string(row.bytes(0));
}

std::string dump(const Database& database) {
    return dump(database,
                "SELECT json_array(id, hex(hash), room, role, label, issued_at_unix_ms, "
                "expires_at_unix_ms, printed, used, hex(code_hash), hex(seal)) AS line "
                "FROM tokens ORDER BY id") +
           dump(database,
                "SELECT json_array(number, token, name, scene, hex(seal)) AS line FROM screens "
                "ORDER BY number") +
           dump(database,
                "SELECT json_array(number, room, state_code, name, identity, hex(code_hash), "
                "issued_at_unix_ms, replaced_at_unix_ms, hex(seal)) AS line FROM cards "
                "ORDER BY number");
}

class AccessMeeting : public AccessSyncFixture {
public:
    explicit AccessMeeting(std::uint32_t seed) : random_(seed) {}

    void do_something() {
        AccessServer& at = server();
        switch (below(14)) {
            case 0:
                secrets_.push_back({.token = at.issue({room(), Role::chair}, soon()), .code = ""});
                secrets_.back().ends_at = soon_;
                break;
            case 1:
                if (!secrets_.empty()) revoke(at, one_of(secrets_));
                break;
            case 2:
                if (!secrets_.empty()) rotate(at, one_of(secrets_));
                break;
            case 3:
                if (const auto paired = at.pair(assignment()))
                    secrets_.push_back({.token = paired->token, .code = ""});
                break;
            case 4:
                if (const auto screens = at.screens(); !screens.empty())
                    at.assign(screens[below(screens.size())], assignment());
                break;
            case 5:
                remove_screen(at);
                break;
            case 6:
                keep(at.cards({holder()}));
                break;
            case 7:
                open(at);
                break;
            case 8:
                if (const auto ids = at.card_ids(); !ids.empty()) {
                    const std::string& id = ids[below(ids.size())];
                    end_code(at, id);
                    keep(at.cards({}, {id}));
                }
                break;
            case 9:
                if (const auto ids = at.card_ids(); !ids.empty()) {
                    const std::string& id = ids[below(ids.size())];
                    end_code(at, id);
                    at.revoke_card(id);
                }
                break;
            case 10:
                if (!secrets_.empty()) static_cast<void>(at.admit(one_of(secrets_).token));
                break;
            case 11:
                clock.time += std::chrono::minutes{1};
                break;
            case 12:
                at.join();
                at.credentials().drop_damaged();
                at.credentials().drop_unused_printed();
                break;
            default:
                secrets_.push_back(
                    {.token = at.issue({room(), Role::display}, soon(), Origin::printed),
                     .code = ""});
                secrets_.back().ends_at = soon_;
                secrets_.back().may_end = true;
        }
    }

    /// Some answers are lost, some come twice, and some late.
    void say_something() {
        AccessServer& reader = server();
        AccessServer& other = server();
        if (&reader == &other) return;
        const std::string answer = reader.ask(other).value();
        switch (below(4)) {
            case 0:
                break;
            case 1:
                late_.push_back({&reader, &other, answer});
                break;
            case 2:
                REQUIRE(reader.take(other, answer));
                [[fallthrough]];
            default:
                REQUIRE(reader.take(other, answer));
        }
        if (late_.empty() || below(2) == 0) return;
        const Late one = late_[below(late_.size())];
        REQUIRE(one.reader->take(*one.from, one.answer));
    }

    void check() {
        exchange_all();
        static_cast<void>(a.issue(chair_of_xx, soon()));
        exchange_all();
        for (AccessServer* server : {&a, &b, &c}) {
            CHECK(server->credentials().drop_damaged() == 0);
            drop_expired(server->database(), clock.time);
        }
        CHECK(dump(a.database()) == dump(b.database()));
        CHECK(dump(a.database()) == dump(c.database()));
        for (const Secret& secret : secrets_) {
            CAPTURE(secret.token, secret.code);
            const auto grant = a.admit(secret.token);
            CHECK(b.admit(secret.token) == grant);
            CHECK(c.admit(secret.token) == grant);
            if (secret.ends_at <= clock.time) CHECK_FALSE(grant);
            if (secret.ends_at > clock.time && !secret.may_end) CHECK(grant);
        }
    }

private:
    std::size_t below(std::size_t end) { return random_() % end; }
    template <class List>
    typename List::value_type& one_of(List& list) {
        return list[below(list.size())];
    }
    AccessServer& server() { return *std::array<AccessServer*, 3>{&a, &b, &c}.at(below(3)); }
    RoomId room() { return RoomId{below(2) == 0 ? "xx" : "yy"}; }
    Instant soon() {
        soon_ = clock.time + std::chrono::minutes{1 + below(30)};
        return soon_;
    }
    rooms::Assignment assignment() {
        return {room(), Role::display, "Wall " + std::to_string(below(100)), Scene::list};
    }
    rooms::NewCard holder() {
        rooms::NewCard card;
        card.holder.state_code = std::array{"CU", "PE", "EE", "TO"}.at(below(4));
        if (below(3) == 0) card.identity = "somebody";
        return card;
    }

    void revoke(AccessServer& at, Secret& secret) {
        if (at.revoke(secret.token)) secret.ends_at = clock.time;
    }
    void rotate(AccessServer& at, Secret& secret) {
        const Instant ends_at = clock.time + std::chrono::minutes{below(3)};
        const Instant next_ends_at = soon();
        const auto outcome =
            at.credentials().rotate(token_id(sha256(secret.token)), next_ends_at, ends_at);
        const auto* rotated = std::get_if<SqliteCredentials::Rotated>(&outcome);
        if (rotated == nullptr) return;
        secret.ends_at = std::min(secret.ends_at, ends_at);
        secrets_.push_back({.token = rotated->token, .code = "", .ends_at = next_ends_at});
    }
    void remove_screen(AccessServer& at) {
        const auto screens = at.screens();
        if (screens.empty()) return;
        const rooms::Grant& screen = screens[below(screens.size())];
        for (Secret& secret : secrets_)
            if (const auto grant = at.admit(secret.token); grant && grant->screen == screen.screen)
                secret.ends_at = clock.time;
        at.remove(screen);
    }
    void keep(const std::vector<rooms::IssuedCard>& cards) {
        for (const rooms::IssuedCard& card : cards) {
            codes_.push_back(card.code);
            secrets_.push_back({.token = card.token, .code = card.code, .may_end = true});
        }
    }
    void open(AccessServer& at) {
        if (codes_.empty()) return;
        const std::string code = one_of(codes_);
        const std::string device = at.open(code);
        if (device.empty()) return;
        secrets_.push_back({.token = device, .code = code, .may_end = true});
        if (std::ranges::find(ended_codes_, code) != ended_codes_.end())
            secrets_.back().ends_at = clock.time;
    }
    /// What the code of this card opened, here or elsewhere, is over.
    void end_code(AccessServer& at, std::string_view id) {
        const Database database = at.database();
        Statement row = database.prepare("SELECT code_hash FROM cards WHERE 'card-' || number = ?");
        row.with(id);
        REQUIRE(row.next());
        for (const std::string& code : codes_)
            if (sha256(code) == row.bytes(0)) {
                ended_codes_.push_back(code);
                for (Secret& secret : secrets_)
                    if (secret.code == code) secret.ends_at = clock.time;
            }
    }

    std::mt19937 random_;
    std::vector<Secret> secrets_;
    std::vector<std::string> codes_;
    std::vector<std::string> ended_codes_;
    struct Late {
        AccessServer* reader;
        AccessServer* from;
        std::string answer;
    };
    std::vector<Late> late_;
    Instant soon_;
};

TEST_CASE("three servers come to the same, and what ended on one opens nowhere") {
    const bool is_thorough = std::getenv("ROSTRUM_THOROUGH") != nullptr;
    const std::uint32_t seeds = is_thorough ? 200 : 5;
    for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
        CAPTURE(seed);
        AccessMeeting meeting(seed);
        for (int i = 0; i < 60; ++i) {
            meeting.do_something();
            meeting.say_something();
        }
        meeting.check();
    }
}

}  // namespace
}  // namespace rostrum::store::access_test
