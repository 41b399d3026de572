// A programme as JSON: whatever can be read is written and read back unchanged.
#include "wire/programme_json.hpp"

#include <variant>
#include <vector>

#include "fuzz.hpp"
#include "wire/sheet/preview.hpp"

using namespace rostrum;

FUZZ_TARGET(programme_json) {
    const std::string_view bytes = fuzz::text_of(data, size);
    const auto read = wire::read_programme(bytes);
    if (const auto* found = std::get_if<std::vector<Fault>>(&read)) {
        fuzz::expect(!found->empty(), "an invalid programme has a fault");
    } else {
        const auto& programme = std::get<Programme>(read);
        fuzz::expect(faults(programme).empty(),
                     "a room can be founded from a programme that was read");
        const auto again = wire::read_programme(wire::write_programme(programme));
        fuzz::expect(
            std::holds_alternative<Programme>(again) && std::get<Programme>(again) == programme,
            "a programme is read back unchanged");
    }
    const auto preview = wire::preview_programme(bytes, "round.json", {});
    fuzz::expect(!wire::write_preview_json(preview).empty(), "a preview can be written");
    return 0;
}
