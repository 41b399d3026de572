#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <variant>
#include <vector>

#include <CLI/CLI.hpp>
#include <spdlog/spdlog.h>

#include "app/address.hpp"
#include "app/certificate.hpp"
#include "app/embedded_assets.hpp"
#include "app/links.hpp"
#include "app/nothing_to_serve.hpp"
#include "app/process.hpp"
#include "app/program.hpp"
#include "app/programme_file.hpp"
#include "app/replica.hpp"
#include "app/rooms.hpp"
#include "app/settings.hpp"
#include "app/stderr_log.hpp"
#include "net/loop.hpp"
#include "net/server.hpp"
#include "rooms/steady_clock.hpp"
#include "store/access_schema.hpp"
#include "store/heartbeat_file.hpp"
#include "store/journal_frames.hpp"
#include "store/private_folder.hpp"
#include "store/request_tokens.hpp"
#include "store/sha256.hpp"
#include "store/sqlite_cards.hpp"
#include "store/sqlite_credentials.hpp"
#include "store/sqlite_log.hpp"
#include "store/sqlite_screens.hpp"
#include "store/worker.hpp"

namespace rostrum::app {

namespace {

/// How long a printed link opens its room.
constexpr std::chrono::days printed_links_live{30};

constexpr std::chrono::seconds noted_alive_every{1};
constexpr std::chrono::seconds access_journal_emptied_after{3};

std::optional<rooms::ClockMark> mark_of(const std::optional<store::Heartbeat>& heartbeat) {
    return heartbeat ? std::optional(heartbeat->mark) : std::nullopt;
}

/// The whole server, from the stores to the listener.
class Serving {
public:
    explicit Serving(const Settings& settings)
        : settings_(settings),
          address_(parse_listen_address(settings.listen)),
          tls_(read_certificate(settings)),
          proxies_(parse_trusted_proxies(settings.trusted_proxies)),
          log_(
              settings.data, [this](auto task) { loop_.post(std::move(task)); },
              store::system_random_bytes()),
          heartbeat_(settings.data),
          warnings_(warnings()),
          replica_(make_replica()),
          rooms_(clock_, record(), [this](auto task) { loop_.post(std::move(task)); }),
          alive_at_(clock_.now()),
          credentials_(settings.data, clock_, store::system_random_bytes(), access_worker_),
          registry_(
              settings.data, clock_, store::system_random_bytes(),
              [this](auto task) { loop_.post(std::move(task)); }, access_worker_),
          request_tokens_(
              settings.data, clock_, store::system_random_bytes(),
              [this](auto task) { loop_.post(std::move(task)); }, access_worker_),
          cards_(
              settings.data, clock_, store::system_random_bytes(),
              [this](auto task) { loop_.post(std::move(task)); }, access_worker_),
          screens_(embedded::web()) {}

    ExitCode run(const std::optional<Programme>& programme) {
        if (const std::int64_t dropped = credentials_.drop_damaged(); dropped > 0)
            warnings_.push_back(std::to_string(dropped) +
                                " links, cards or paired screens were damaged and no longer open a "
                                "room: use new ones.");
        for (const std::string& sentence : warnings_) spdlog::warn(sentence);
        loop_.on_end_signal([this] { stop(); });
        // Keeps SIGHUP's default if no certificate can be reloaded: a terminal that closes ends the
        // server.
        if (tls_ || isatty(STDIN_FILENO) == 0)
            loop_.on_reload_signal([this] { renew_certificate(); });
        const auto begin = [&] {
            rooms_.open_all();
            alive_at_ = continued_clock();
            are_rooms_open_ = true;
            note_alive();
            found_rooms(programme ? *programme : given_programme());
        };
        loop_.every(noted_alive_every, [this] {
            if (replica_) replica_->tick();
            if (are_rooms_open_) note_alive();
        });
        if (replica_)
            loop_.post([&] { replica_->start(begin); });
        else
            loop_.post(begin);
        loop_.run();
        return ExitCode::done;
    }

private:
    std::unique_ptr<Replica> make_replica() {
        if (settings_.replica.etcd.empty()) return nullptr;
        auto replica = std::make_unique<Replica>(loop_, log_, clock_, access_worker_, settings_);
        replica->on_reassigned([this](const std::vector<rooms::Grant>& screens) {
            if (server_) server_->assign(screens);
        });
        replica->log().on_new_room([this](const RoomId& room) {
            loop_.post([this, room] {
                if (!server_ || rooms_.holds(room)) return;
                server_->add(room, rooms_.open_founded(room));
            });
        });
        return replica;
    }
    [[nodiscard]] rooms::EventLog& record() {
        if (replica_) return replica_->log();
        return log_;
    }
    [[nodiscard]] std::optional<std::string> log_fault() {
        if (auto fault = log_.fault(); fault || !replica_) return fault;
        return replica_->fault();
    }

    /// Continues the clock of the server before this one if a meeting needs it; otherwise wall time
    /// holds, whatever the log says.
    /// @returns when that server last ran
    Instant continued_clock() {
        const std::optional<Instant> latest = rooms_.latest_of_open();
        if (!latest || (replica_ && replica_->follows_clock())) return clock_.now();
        clock_.resume(*latest, mark_of(heartbeat_.last()));
        return heartbeat_.last() ? std::max(heartbeat_.last()->mark.at, *latest) : clock_.now();
    }

    /// What the folder lacks or had open, before anything is made in its place.
    std::vector<std::string> warnings() {
        std::vector<std::string> sentences = log_.warnings();
        if (heartbeat_.is_damaged())
            sentences.push_back("The heartbeat file " + (settings_.data / "alive").string() +
                                " is damaged and does not count: whether the log lacks acts is not "
                                "known, nor how long no server ran.");
        if (const auto access = store::access_of(settings_.data);
            !log_.rooms().empty() && !std::filesystem::exists(access)) {
            sentences.push_back("The list of tokens " + access.string() +
                                " was gone: no link, card or paired screen of before opens a room. "
                                "Restore it from a backup, or use new links.");
            std::cout << sentences.back() << '\n';
        }
        if (store::journal_state(store::access_of(settings_.data)) != store::JournalState::whole)
            sentences.emplace_back(
                "The journal of the list of tokens ends within a change, or is "
                "damaged: the latest links, cards and paired screens may be missing, and "
                "what was revoked last may not be.");
        if (auto sentence = store::close_to_others(settings_.data))
            sentences.push_back(*std::move(sentence));
        return sentences;
    }

    /// Reports a gap since the last call as an outage: no server ran, or its machine slept. Follows
    /// the wall clock while no meeting is open.
    void note_alive() {
        const bool follows = replica_ && replica_->follows_clock();
        if (!follows && !rooms_.latest_of_open()) clock_.follow_wall();
        const rooms::ClockMark mark = clock_.mark();
        const Instant from = std::exchange(alive_at_, mark.at);
        if (!replica_ || !replica_->another_is_there())
            rooms_.report({.from = from, .to = mark.at});
        if (rooms_.has_unreported() && log_.is_writable()) rooms_.report_again();
        // Keeps the last mark, so that the next server reports what this one cannot.
        if (rooms_.has_unreported()) return;
        heartbeat_.note({mark, log_.heads()});
    }

    Programme given_programme() {
        return settings_.demo ? demonstration(clock_.now()) : Programme{};
    }

    void found_rooms(const Programme& programme) {
        for (const PlannedRoom& plan : programme.rooms) {
            if (rooms_.holds(plan.id)) {
                std::cout << plan.name << " is in " << settings_.data.string()
                          << " already, and keeps its programme and its record.\n";
                continue;
            }
            ++being_founded_;
            rooms_.found(plan, [this, id = plan.id](const std::optional<Refusal>& refused) {
                if (refused)
                    throw Failure(ExitCode::data, "Room `" + id.value + "` could not be founded: " +
                                                      refused->text.english);
                if (--being_founded_ == 0) open_the_door();
            });
        }
        if (being_founded_ == 0) open_the_door();
    }

    /// For the page that makes a room while others are served.
    void found_room(const PlannedRoom& plan, const net::FoundRoomDone& done) {
        if (rooms_.holds(plan.id))
            return done(Refusal{RefusalCode::room_founded, "There is such a room already."});
        rooms_.found(plan, [this, id = plan.id, done](const std::optional<Refusal>& refused) {
            if (!refused) return done(rooms_.room(id));
            loop_.post([this, id] { rooms_.forget(id); });
            done(*refused);
        });
    }

    void open_the_door() {
        if (rooms_.rooms().empty())
            throw Failure(ExitCode::usage, nothing_to_serve(settings_.data));
        listen();
        if (geteuid() == 0)
            spdlog::warn("running as root, without need: docs/operations.md shows a service");
        // Another server may know of a use.
        if (!replica_ || replica_->knows_all_access()) credentials_.drop_unused_printed();
        const std::string url = public_url();
        if (replica_) replica_->serves_at(url);
        if (settings_.links == Links::always)
            for (const auto& [id, room] : rooms_.rooms()) print_room(room.writer.room(), url);
        // Last: a program that reads this output has all links once it has this line.
        std::cout << "Rostrum " ROSTRUM_VERSION " serves the lobby at " << url << "/\n"
                  << std::flush;
        spdlog::info("serving at port {}", server_->port());
    }

    void listen() {
        try {
            server_.emplace(
                loop_, net::Listen{.address = address_.host, .port = address_.port},
                net::Context{
                    .rooms = rooms_.rooms(),
                    .credentials = credentials_,
                    .screens = registry_,
                    .clock = clock_,
                    .assets = screens_,
                    .log_id = replica_ ? replica_->record() : log_.id(),
                    .version = ROSTRUM_VERSION,
                    .log_fault = [this] { return log_fault(); },
                    .report_problem = [](std::string_view sentence) { spdlog::warn(sentence); },
                    .tls = tls_,
                    .host_names = host_names(settings_.host_names, settings_.public_url),
                    .proxies = proxies_,
                    .request_link =
                        [this](const RoomId& room, std::string origin, net::RequestLinkDone done) {
                            request_link(room, std::move(origin), std::move(done));
                        },
                    .found_room = [this](
                                      const PlannedRoom& plan,
                                      const net::FoundRoomDone& done) { found_room(plan, done); },
                    .cards = &cards_,
                    .card_link =
                        [this](const RoomId& room, std::string origin, std::string_view token) {
                            return missions_link(room, std::move(origin), token);
                        },
                    .identity_header = settings_.identity_header,
                    .server_addresses = [this] { return server_addresses(); },
                    .pairings = std::make_shared<net::Pairings>(
                        store::system_random_bytes(),
                        [](std::string_view secret) { return store::sha256(secret); }),
                });
        } catch (const std::runtime_error& fault) {
            throw Failure(ExitCode::listen, fault.what());
        }
        address_.port = server_->port();
    }

    [[nodiscard]] std::string public_url() const {
        return settings_.public_url.empty() ? guess_public_url(address_, tls_ != nullptr)
                                            : settings_.public_url;
    }

    /// This one's first.
    [[nodiscard]] std::vector<std::string> server_addresses() const {
        auto all = replica_ ? replica_->public_urls() : std::vector{public_url()};
        all.insert(all.end(), settings_.also_at.begin(), settings_.also_at.end());
        return all;
    }

    /// @param origin that a proxy was asked for; empty without one.
    [[nodiscard]] std::string missions_link(const RoomId& room, std::string origin,
                                            std::string_view token) const {
        if (!settings_.public_url.empty() || origin.empty()) origin = public_url();
        return link_url(origin, Role::delegation, room, token);
    }

    void request_link(const RoomId& room, std::string origin, net::RequestLinkDone done) {
        request_tokens_.give(
            room, clock_.now() + printed_links_live,
            [this, room, origin = std::move(origin), done = std::move(done)](const auto& given) {
                if (const auto* token = std::get_if<std::string>(&given))
                    done(missions_link(room, origin, *token));
                else
                    done(std::get<rooms::Unavailable>(given));
            });
    }

    void print_room(const Room& room, std::string_view url) {
        std::vector<Link> links;
        for (const Role role : all_roles()) {
            if (room.archived && role != Role::secretariat) continue;
            const std::string token =
                credentials_.issue({.room = room.id, .role = role}, "printed by serve",
                                   clock_.now() + printed_links_live, store::Origin::printed);
            links.push_back({role, link_url(url, role, room.id, token)});
        }
        std::cout << room.name << ": open these on the room's devices\n\n";
        print_links(std::cout, links, isatty(STDOUT_FILENO) != 0);
        std::cout << "\nEach opens the room in one role, for " << printed_links_live.count()
                  << " days. Anybody with the chair's link can chair the room.\n\n";
    }

    void renew_certificate() {
        if (!tls_) return;
        auto renewed = read_certificate_again(settings_);
        if (!renewed) return;
        tls_ = std::move(renewed);
        if (server_) server_->renew(tls_);
    }

    void stop() {
        spdlog::info("stopping");
        if (!server_) return loop_.stop();
        server_->stop([this] { loop_.stop(); });
    }

    const Settings& settings_;
    ListenAddress address_;
    std::shared_ptr<const net::TlsIdentity> tls_;
    net::TrustedProxies proxies_;
    net::Loop loop_;
    store::SqliteLog log_;
    store::HeartbeatFile heartbeat_;
    std::vector<std::string> warnings_;
    rooms::SteadyClock clock_;
    /// Writes access.db, one task after another.
    std::shared_ptr<store::Worker> access_worker_ = std::make_shared<store::Worker>(
        access_journal_emptied_after, [this] { store::empty_access_journal(settings_.data); });
    /// Null if this server is alone.
    std::unique_ptr<Replica> replica_;
    Rooms rooms_;
    bool are_rooms_open_ = false;
    /// When this server, or the one before it, last ran.
    Instant alive_at_;
    store::SqliteCredentials credentials_;
    store::SqliteScreens registry_;
    store::RequestTokens request_tokens_;
    store::SqliteCards cards_;
    EmbeddedAssets screens_;
    std::size_t being_founded_ = 0;
    std::optional<net::Server> server_;
};

ExitCode serve(const Settings& settings) {
    log_to_stderr();
    // A log whose reader is gone must not end the server.
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    check(settings);
    raise_descriptor_limit();
    std::optional<Programme> programme;
    if (!settings.programme.empty()) programme = read_programme_file(settings.programme);
    if (!settings.new_room.empty())
        programme = empty_room_named(settings.new_room, settings.time_zone);
    return Serving{settings}.run(programme);
}

}  // namespace

void add_serve(CLI::App& program, Run& run) {
    auto settings = std::make_shared<Settings>();
    CLI::App* serve_app = program.add_subcommand(
        "serve", "Serves the rooms of a data folder, and prints a link and a code for every role");
    add_settings(*serve_app, *settings);
    serve_app->footer(
        "\nEvery flag can also be set in the environment (the names in brackets) or in the file "
        "of\n"
        "--config, one `name = value` a line; a flag wins over the environment, and that over the\n"
        "file. Ctrl-C or SIGTERM stops; the data folder holds every accepted act.");
    serve_app->callback([&run, settings, serve_app] {
        run = [settings, serve_app] {
            read_settings_file(*serve_app, *settings);
            return serve(*settings);
        };
    });
}

}  // namespace rostrum::app
