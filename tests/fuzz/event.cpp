// An event as the log keeps it: what can be read is written, and read as the same.
#include "fuzz.hpp"
#include "wire/log_encoding.hpp"

using namespace rostrum;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const Event event = wire::read_event(fuzz::text_of(data, size));
        const std::string bytes = wire::write_event(event);
        const Event again = wire::read_event(bytes);
        fuzz::expect(again == event && wire::write_event(again) == bytes,
                     "an event comes back as it was written");
    } catch (const wire::DecodeError&) {
        // As promised.
    }
    return 0;
}
