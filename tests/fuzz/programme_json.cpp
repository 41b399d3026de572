// A programme as JSON: what can be read is written, and read as the same.
#include "wire/programme_json.hpp"

#include <variant>
#include <vector>

#include "fuzz.hpp"
#include "wire/sheet/preview.hpp"

using namespace rostrum;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::text_of(data, size);
    const auto read = wire::read_programme(bytes);
    if (const auto* found = std::get_if<std::vector<Fault>>(&read)) {
        fuzz::expect(!found->empty(), "a programme that is none has a fault");
    } else {
        const auto& programme = std::get<Programme>(read);
        fuzz::expect(faults(programme).empty(), "a programme that is read can be founded");
        const auto again = wire::read_programme(wire::write_programme(programme));
        fuzz::expect(
            std::holds_alternative<Programme>(again) && std::get<Programme>(again) == programme,
            "a programme comes back as it was written");
    }
    const auto preview = wire::preview_programme(bytes, "round.json", {});
    fuzz::expect(!wire::write_preview_json(preview).empty(), "a preview can be told");
    return 0;
}
