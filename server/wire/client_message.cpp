#include <cmath>
#include <utility>

#include <google/protobuf/stubs/logging.h>

#include "floor/limits.hpp"
#include "floor/text.hpp"
#include "rostrum/v1/live.pb.h"
#include "wire/json/read_json.hpp"
#include "wire/live.hpp"
#include "wire/protobuf/command_fields.hpp"
#include "wire/protobuf/enums.hpp"
#include "wire/protobuf/read_command.hpp"

namespace rostrum::wire {

namespace {

using Read = std::variant<ClientMessage, Malformed>;

/// nullopt, or why the bytes are not such a message.
std::optional<Sentence> parse(Encoding encoding, std::string_view bytes,
                              google::protobuf::Message& message) {
    switch (encoding) {
        case Encoding::protobuf: {
            // Clients must not be able to fill our standard error.
            const google::protobuf::LogSilencer quiet;
            if (message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
                return std::nullopt;
            break;
        }
        case Encoding::json:
            return read_json(bytes, message);
    }
    return Sentence{"not_a_message", "This is not a message of rostrum.v1."};
}

Read read_hello(const v1::Hello& hello) {
    if (const auto fault = text_fault("The device's name", hello.device(), limits::device_length))
        return Malformed{{}, *fault};
    Hello read{hello.token(), hello.device(), std::nullopt, hello.watches_screens()};
    if (hello.has_seen())
        read.seen = Seen{hello.seen().log_id(), Revision{hello.seen().revision()},
                         hello.seen().acts_hash()};
    return ClientMessage{std::move(read)};
}

Read as_message(std::variant<SentCommand, Malformed> command) {
    if (auto* malformed = std::get_if<Malformed>(&command)) return std::move(*malformed);
    return ClientMessage{std::get<SentCommand>(std::move(command))};
}

Read read_time_sync(const v1::TimeSync& time_sync) {
    if (!std::isfinite(time_sync.client_ms()))
        return Malformed{
            {}, {"field_no_number", "{field} is not a finite number.", {{"field", "client_ms"}}}};
    return ClientMessage{TimeSync{time_sync.client_ms()}};
}

Read read_shows(const v1::Shows& shows) {
    if (shows.delegation_id().size() > limits::id_length)
        return Malformed{{}, too_long_for_an_id("delegation_id")};
    return ClientMessage{Shows{shows.visible(), from_proto(shows.scene()),
                               from_proto(shows.display()), shows.delegation_id(),
                               shows.signal_id(), shows.notice_id()}};
}

}  // namespace

Read read_client_message(Encoding encoding, std::string_view bytes) {
    v1::ClientMessage message;
    if (auto fault = parse(encoding, bytes, message))
        return Malformed{read_command_id(message.command()), std::move(*fault)};
    switch (message.message_case()) {
        case v1::ClientMessage::kHello:
            return read_hello(message.hello());
        case v1::ClientMessage::kCommand:
            return as_message(read_command(message.command()));
        case v1::ClientMessage::kTimeSync:
            return read_time_sync(message.time_sync());
        case v1::ClientMessage::kShows:
            return read_shows(message.shows());
        case v1::ClientMessage::MESSAGE_NOT_SET:
            break;
    }
    return Malformed{{},
                     {"message_unknown", "The message contains nothing that this server knows."}};
}

std::variant<SentCommand, Malformed> read_command(std::string_view json) {
    v1::Command command;
    if (auto fault = read_json(json, command))
        return Malformed{read_command_id(command), std::move(*fault)};
    return read_command(command);
}

}  // namespace rostrum::wire
