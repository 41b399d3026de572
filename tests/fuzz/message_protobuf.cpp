// A message of a live connection, in protobuf.
#include "message.hpp"

FUZZ_TARGET(message_protobuf) {
    rostrum::fuzz::receive(rostrum::wire::Encoding::protobuf, rostrum::fuzz::text_of(data, size));
    return 0;
}
