#pragma once

#include <array>
#include <string>

#include <catch2/catch.hpp>
#include <google/protobuf/util/json_util.h>

#include "wire/live.hpp"

namespace rostrum::wire {

/// JSON as protobuf bytes, converted by protobuf itself.
template <class Message>
std::string bytes_of(const std::string& json) {
    Message message;
    const auto status = google::protobuf::util::JsonStringToMessage(json, &message);
    INFO(json);
    REQUIRE(status.ok());
    return message.SerializeAsString();
}

struct Encoded {
    Encoding encoding;
    std::string bytes;
};

/// A message in both encodings.
template <class Message>
std::array<Encoded, 2> both_encodings(const std::string& json) {
    return {Encoded{Encoding::json, json}, Encoded{Encoding::protobuf, bytes_of<Message>(json)}};
}

}  // namespace rostrum::wire
