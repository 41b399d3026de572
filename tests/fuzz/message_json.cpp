// A message of a live connection, in JSON.
#include "message.hpp"

FUZZ_TARGET(message_json) {
    rostrum::fuzz::receive(rostrum::wire::Encoding::json, rostrum::fuzz::text_of(data, size));
    return 0;
}
