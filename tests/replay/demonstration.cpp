#include "demonstration.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

#include "wire/programme_json.hpp"

namespace rostrum::replay {

PlannedRoom demonstration() {
    std::ifstream file{ROSTRUM_DEMONSTRATION};
    const std::string json{std::istreambuf_iterator<char>{file}, {}};
    auto read = wire::read_programme(json);
    auto* programme = std::get_if<Programme>(&read);
    if (programme == nullptr) throw std::runtime_error("The demonstration has faults.");
    return std::move(programme->rooms.front());
}

}  // namespace rostrum::replay
