#pragma once

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "encodings.hpp"
#include "rostrum/v1/live.pb.h"

namespace rostrum::wire {

/// The command `{"id": "command-1", <body>}`, read from both encodings and as POSTed.
inline std::vector<Command> commands_of(const std::string& act) {
    const std::string json = R"({"id": "command-1", )" + act + "}";
    std::vector<Command> read;
    const auto keep = [&](const SentCommand& sent) {
        CHECK(sent.id == CommandId{"command-1"});
        read.push_back(sent.command);
    };
    for (const auto& [encoding, bytes] :
         both_encodings<v1::ClientMessage>(R"({"command": )" + json + "}")) {
        const auto message = read_client_message(encoding, bytes);
        REQUIRE(std::holds_alternative<ClientMessage>(message));
        keep(std::get<SentCommand>(std::get<ClientMessage>(message)));
    }
    const auto posted = read_command(json);
    REQUIRE(std::holds_alternative<SentCommand>(posted));
    keep(std::get<SentCommand>(posted));
    return read;
}

template <class Act>
std::vector<Act> read(const std::string& act) {
    std::vector<Act> acts;
    for (const Command& command : commands_of(act)) acts.push_back(std::get<Act>(command));
    return acts;
}

}  // namespace rostrum::wire
