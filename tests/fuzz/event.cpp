// A logged event: whatever can be read is written and read back unchanged.
#include "fuzz.hpp"
#include "wire/log_encoding.hpp"

using namespace rostrum;

FUZZ_TARGET(event) {
    try {
        const Event event = wire::read_event(fuzz::text_of(data, size));
        const std::string bytes = wire::write_event(event);
        const Event again = wire::read_event(bytes);
        fuzz::expect(again == event && wire::write_event(again) == bytes,
                     "an event is read back unchanged");
    } catch (const wire::DecodeError&) {
        // As documented.
    }
    return 0;
}
