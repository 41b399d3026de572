#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "manual_clock.hpp"
#include "rooms_thread.hpp"
#include "store/access_schema.hpp"
#include "store/access_sync.hpp"
#include "store/schema.hpp"
#include "store/screen_rows.hpp"
#include "store/sha256.hpp"
#include "store/sqlite_cards.hpp"
#include "store/sqlite_credentials.hpp"
#include "store/sqlite_screens.hpp"
#include "store/worker.hpp"
#include "temporary_folder.hpp"

namespace rostrum::store {

/// What one of several servers does with its list of tokens.
class AccessServer {
public:
    AccessServer(std::string called, rooms::Clock& clock, RoomsThread& thread)
        : name(std::move(called)), clock_(clock), thread_(thread) {}

    void serve() {
        parts_.reset();
        parts_ = std::make_unique<Parts>(folder.path, clock_, thread_);
    }
    void stop() { parts_.reset(); }
    /// As one of several.
    void join() {
        serve();
        parts_->sync.emplace(folder.path, clock_, system_random_bytes(), thread_.executor(),
                             parts_->worker);
    }

    SqliteCredentials& credentials() { return parts_->credentials; }
    AccessSync& sync() { return *parts_->sync; }
    [[nodiscard]] Database database() const { return connect(access_of(folder.path)); }

    std::string issue(const rooms::Grant& grant, Instant expires_at,
                      Origin origin = Origin::issued) {
        return credentials().issue(grant, "Label", expires_at, origin);
    }
    std::optional<rooms::Grant> admit(std::string_view token) { return credentials().admit(token); }
    bool revoke(std::string_view token) {
        return credentials().revoke(token_id(sha256(std::string(token))));
    }

    std::optional<rooms::Issued> pair(const rooms::Assignment& assignment) {
        const auto outcome = wait<std::variant<rooms::Issued, rooms::RegistryFault>>(
            [&](auto done) { parts_->screens.admit_screen(assignment, std::move(done)); });
        const auto* issued = std::get_if<rooms::Issued>(&outcome);
        return issued == nullptr ? std::nullopt : std::optional(*issued);
    }
    void assign(const rooms::Grant& screen, const rooms::Assignment& assignment) {
        wait<std::optional<rooms::RegistryFault>>([&](auto done) {
            parts_->screens.assign(screen.screen->id, screen.room, assignment, std::move(done));
        });
    }
    void remove(const rooms::Grant& screen) {
        wait<std::optional<rooms::RegistryFault>>([&](auto done) {
            parts_->screens.remove(screen.screen->id, screen.room, std::move(done));
        });
    }
    void seen(const rooms::Grant& screen) { parts_->screens.seen(screen.screen->id); }
    std::vector<rooms::Grant> screens() {
        using Listed = std::variant<std::vector<rooms::KnownScreen>, rooms::RegistryFault>;
        const auto listed = wait<Listed>([&](auto done) { parts_->screens.list(std::move(done)); });
        std::vector<rooms::Grant> grants;
        for (const auto& known : std::get<std::vector<rooms::KnownScreen>>(listed))
            grants.push_back(known.grant);
        return grants;
    }

    /// Those that can be issued.
    std::vector<rooms::IssuedCard> cards(const std::vector<rooms::NewCard>& added,
                                         const std::vector<std::string>& replaced = {}) {
        using Outcome = std::variant<std::vector<rooms::IssuedCard>, rooms::CardFault>;
        const auto outcome = wait<Outcome>([&](auto done) {
            parts_->cards.issue(RoomId{"xx"}, added, replaced, std::move(done));
        });
        const auto* issued = std::get_if<std::vector<rooms::IssuedCard>>(&outcome);
        return issued == nullptr ? std::vector<rooms::IssuedCard>{} : *issued;
    }
    void revoke_card(const std::string& id) {
        wait<std::optional<rooms::CardFault>>(
            [&](auto done) { parts_->cards.revoke(RoomId{"xx"}, {id}, std::move(done)); });
    }
    std::vector<rooms::Card> card_list() {
        using Listed = std::variant<std::vector<rooms::Card>, rooms::CardFault>;
        return std::get<std::vector<rooms::Card>>(
            wait<Listed>([&](auto done) { parts_->cards.list(RoomId{"xx"}, std::move(done)); }));
    }
    std::vector<std::string> card_ids() {
        std::vector<std::string> ids;
        for (const rooms::Card& card : card_list()) ids.push_back(card.id);
        return ids;
    }
    /// The token of a device; empty if the code opens nothing.
    std::string open(std::string_view code) {
        using Opened = std::variant<rooms::OpenedCard, rooms::CardFault>;
        const auto opened =
            wait<Opened>([&](auto done) { parts_->cards.open(code, std::move(done)); });
        const auto* device = std::get_if<rooms::OpenedCard>(&opened);
        return device == nullptr ? "" : device->token;
    }

    /// What the other one answers.
    std::optional<std::string> ask(AccessServer& other) {
        return wait<std::optional<std::string>>(
            [&](auto done) { other.sync().answer(sync().request(other.name), std::move(done)); });
    }
    std::optional<AccessSync::Taken> take(const AccessServer& from, const std::string& answer) {
        return wait<std::optional<AccessSync::Taken>>(
            [&](auto done) { sync().take(from.name, answer, std::move(done)); });
    }
    /// @returns false if the other one had nothing to say
    bool learn_from(AccessServer& other) {
        const std::string answer = ask(other).value();
        return take(other, answer).has_value() && !answer.empty();
    }

    const std::string name;
    const TemporaryFolder folder;

private:
    template <class Outcome, class Ask>
    Outcome wait(Ask ask) {
        std::optional<Outcome> outcome;
        ask([&](const Outcome& result) { outcome.emplace(result); });
        thread_.run_until([&] { return outcome.has_value(); });
        return *outcome;
    }

    struct Parts {
        Parts(const std::filesystem::path& folder, rooms::Clock& clock, RoomsThread& thread)
            : credentials(folder, clock, system_random_bytes(), worker),
              screens(folder, clock, system_random_bytes(), thread.executor(), worker),
              cards(folder, clock, system_random_bytes(), thread.executor(), worker) {}
        std::shared_ptr<Worker> worker = std::make_shared<Worker>();
        SqliteCredentials credentials;
        SqliteScreens screens;
        SqliteCards cards;
        std::optional<AccessSync> sync;
    };
    rooms::Clock& clock_;
    RoomsThread& thread_;
    std::unique_ptr<Parts> parts_;
};

namespace access_test {

using rooms::Assignment;
using rooms::Grant;
using std::chrono::minutes;

inline constexpr Instant nine_o_clock = instant_from_unix_ms(1'523'430'000'000);
inline constexpr Instant ten_o_clock = nine_o_clock + std::chrono::hours{1};

inline const Grant chair_of_xx{RoomId{"xx"}, Role::chair};
inline const Grant display_of_xx{RoomId{"xx"}, Role::display};
inline const Assignment left_wall{RoomId{"xx"}, Role::display, "Left wall", Scene::list};
inline const Assignment lectern{RoomId{"yy"}, Role::speaker, "Lectern", Scene::automatic};
inline const rooms::NewCard cuba{{.state_code = "CU", .name = "", .delegation = {}}, ""};
inline const rooms::NewCard peru{{.state_code = "PE", .name = "", .delegation = {}}, ""};

struct AccessSyncFixture {
    AccessSyncFixture() {
        for (AccessServer* server : {&a, &b, &c}) server->join();
    }
    /// Until nobody has anything to say. What came is passed on, but does not go round.
    void exchange_all() {
        for (int round = 0; round < 6; ++round) {
            bool is_quiet = true;
            for (AccessServer* reader : {&a, &b, &c})
                for (AccessServer* other : {&a, &b, &c})
                    if (reader != other && reader->learn_from(*other)) is_quiet = false;
            if (is_quiet) return;
        }
        FAIL("the servers do not come to an end");
    }
    /// Copies the list of tokens of a server that does not run.
    static void copy(const AccessServer& from, const AccessServer& to) {
        std::filesystem::copy(access_of(from.folder.path), access_of(to.folder.path),
                              std::filesystem::copy_options::overwrite_existing);
    }

    rooms::ManualClock clock{nine_o_clock};
    RoomsThread thread;
    AccessServer a{"a", clock, thread};
    AccessServer b{"b", clock, thread};
    AccessServer c{"c", clock, thread};
};

}  // namespace access_test
}  // namespace rostrum::store
