// A message of a live connection, in JSON.
#include "message.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    rostrum::fuzz::receive(rostrum::wire::Encoding::json, rostrum::fuzz::text_of(data, size));
    return 0;
}
