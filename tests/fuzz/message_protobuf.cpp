// A message of a live connection, in protobuf.
#include "message.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    rostrum::fuzz::receive(rostrum::wire::Encoding::protobuf, rostrum::fuzz::text_of(data, size));
    return 0;
}
