#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/links.hpp"
#include "app/no_such_room.hpp"
#include "app/program.hpp"
#include "floor/limits.hpp"
#include "floor/states.hpp"
#include "floor/text.hpp"
#include "rooms/steady_clock.hpp"
#include "store/access_schema.hpp"
#include "store/card_rows.hpp"
#include "store/log_reader.hpp"

namespace rostrum::app {

namespace {

struct CardOptions {
    std::filesystem::path data = "data";
    std::string room;
    bool all_states = false;
    std::vector<std::string> states;
    std::vector<std::string> names;
    std::vector<std::string> ids;
    std::string identity;
    std::string public_url;
};

/// Opens the cards of a data folder, possibly while a server runs.
store::Database open(const CardOptions& options) {
    require_room(options.room, options.data, store::LogReader{options.data / "log.db"}.rooms());
    return store::open_or_make(store::access_of(options.data), store::access_schema());
}

Failure failure_of(rooms::CardFault fault) {
    switch (fault) {
        case rooms::CardFault::unknown_card:
            return {ExitCode::usage,
                    "There is no such card: `rostrum card list` shows them. Nothing was changed."};
        case rooms::CardFault::taken:
            return {ExitCode::usage,
                    "Somebody has a card already, or has the same identity: replace the card "
                    "instead. Nothing was changed."};
        case rooms::CardFault::full:
            return {ExitCode::usage, "A room has at most " + std::to_string(limits::cards_a_room) +
                                         " cards. Nothing was changed."};
        case rooms::CardFault::unknown_code:
        case rooms::CardFault::unreadable_code:
        case rooms::CardFault::unavailable:
            break;
    }
    return {ExitCode::data, "The cards cannot be used."};
}

std::string name_of(const CardHolder& holder) {
    const State* state = state_by_code(holder.state_code);
    return state == nullptr ? holder.name : holder.state_code + " " + state->name;
}

std::vector<rooms::NewCard> cards_of(const CardOptions& options) {
    std::vector<rooms::NewCard> cards;
    const auto add = [&](const std::string& state, const std::string& name) {
        cards.push_back({{.state_code = state, .name = name, .delegation = {}}, options.identity});
    };
    if (options.all_states)
        for (const State& state : states_of_the_roll()) add(state.code, "");
    for (const std::string& code : options.states) {
        if (state_by_code(code) == nullptr)
            throw Failure(ExitCode::usage, "No State has the code `" + code + "`.");
        add(code, "");
    }
    for (const std::string& name : options.names) {
        if (name.empty()) throw Failure(ExitCode::usage, "A name is empty.");
        if (const auto fault = text_fault("The name `" + name + "`", name, limits::title_length))
            throw Failure(ExitCode::usage, fault->english);
        add("", name);
    }
    if (const auto fault = text_fault("The identity", options.identity, limits::identity_length))
        throw Failure(ExitCode::usage, fault->english);
    if (cards.size() > 1 && !options.identity.empty())
        throw Failure(ExitCode::usage, "An identity is one holder's: issue that card by itself.");
    return cards;
}

/// Issues cards and prints their secrets.
ExitCode issue(const CardOptions& options, std::vector<rooms::NewCard> cards) {
    if (cards.empty() && options.ids.empty())
        throw Failure(ExitCode::usage, "Say whose cards: --all-states, --state CU or --name NAME.");
    store::Database database = open(options);
    rooms::SteadyClock clock;
    const RoomId room{options.room};
    if (options.all_states)
        for (const rooms::Card& there : store::read_cards(database, room))
            std::erase_if(cards, [&](const auto& one) { return one.holder == there.holder; });
    const auto outcome = store::issue_cards(database, store::system_random_bytes(), room, cards,
                                            options.ids, clock.now());
    if (const auto* fault = std::get_if<rooms::CardFault>(&outcome)) throw failure_of(*fault);
    for (const rooms::IssuedCard& one : std::get<std::vector<rooms::IssuedCard>>(outcome)) {
        std::cout << one.card.id << "  " << one.code.substr(0, 3) << ' ' << one.code.substr(3);
        if (!options.public_url.empty())
            std::cout << "  " << link_url(options.public_url, Role::delegation, room, one.token);
        std::cout << "  " << name_of(one.card.holder) << '\n';
    }
    return ExitCode::done;
}

ExitCode list(const CardOptions& options) {
    const store::Database database = open(options);
    for (const rooms::Card& card : store::read_cards(database, RoomId{options.room}))
        std::cout << card.id << "  " << (card.used ? "used" : "not used") << "  "
                  << name_of(card.holder) << (card.identity.empty() ? "" : "  ") << card.identity
                  << '\n';
    return ExitCode::done;
}

ExitCode revoke(const CardOptions& options) {
    store::Database database = open(options);
    if (const auto fault = store::revoke_cards(database, RoomId{options.room}, options.ids))
        throw failure_of(*fault);
    return ExitCode::done;
}

CLI::App* add_action(CLI::App& card, const char* name, const char* about, CardOptions& options) {
    CLI::App* action = card.add_subcommand(name, about);
    add_data(*action, options.data, "The data folder, of a running server or not");
    action->add_option("--room", options.room, "The room's id")->required()->type_name("ROOM");
    return action;
}

void add_ids(CLI::App& action, CardOptions& options) {
    action.add_option("id", options.ids, "As `rostrum card list` shows them")
        ->required()
        ->type_name("ID…");
}

void add_public_url(CLI::App& action, CardOptions& options) {
    action
        .add_option("--public-url", options.public_url,
                    "The server's address for devices: prints the cards' links too")
        ->envname("ROSTRUM_PUBLIC_URL")
        ->type_name("URL");
}

}  // namespace

void add_card(CLI::App& program, Run& run) {
    auto options = std::make_shared<CardOptions>();
    CLI::App* card = program.add_subcommand(
        "card", "Issues, lists, replaces and revokes the cards by which delegations ask");
    card->require_subcommand(1);

    CLI::App* issuing =
        add_action(*card, "issue",
                   "Issues cards and prints their letters; they cannot be printed again", *options);
    issuing->add_flag("--all-states", options->all_states, "Every State that has no card");
    issuing->add_option("--state", options->states, "A State, by its code")->type_name("CODE");
    issuing->add_option("--name", options->names, "Another organisation")->type_name("NAME");
    issuing
        ->add_option("--identity", options->identity,
                     "What the house's own sign-on says of the holder")
        ->type_name("TEXT");
    add_public_url(*issuing, *options);
    issuing->callback(
        [&run, options] { run = [options] { return issue(*options, cards_of(*options)); }; });

    add_action(*card, "list", "Lists the cards of a room", *options)->callback([&run, options] {
        run = [options] { return list(*options); };
    });

    CLI::App* replacing = add_action(
        *card, "replace", "Prints other letters for cards; what they opened ends", *options);
    add_ids(*replacing, *options);
    add_public_url(*replacing, *options);
    replacing->callback([&run, options] { run = [options] { return issue(*options, {}); }; });

    CLI::App* revoking =
        add_action(*card, "revoke", "Revokes cards and disconnects their devices", *options);
    add_ids(*revoking, *options);
    revoking->callback([&run, options] { run = [options] { return revoke(*options); }; });
}

}  // namespace rostrum::app
