#include "app/programme_file.hpp"

#include <chrono>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/exit_code.hpp"
#include "embedded_file.hpp"
#include "floor/move_programme.hpp"
#include "wire/programme_json.hpp"

namespace rostrum::app {

namespace {

std::string listing(const std::string& file, const std::vector<Fault>& found) {
    std::string text = file + " was not taken: it has " +
                       (found.size() == 1 ? "a fault" : std::to_string(found.size()) + " faults") +
                       ".";
    for (const Fault& fault : found) text += "\n  " + fault.place + ": " + fault.reason;
    return text;
}

Programme read(const std::string& file, std::string_view json) {
    auto read = wire::read_programme(json);
    if (const auto* found = std::get_if<std::vector<Fault>>(&read))
        throw Failure(ExitCode::programme, listing(file, *found));
    return std::get<Programme>(std::move(read));
}

}  // namespace

Programme read_programme_file(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::string json{std::istreambuf_iterator<char>{in}, {}};
    if (!in.is_open() || in.bad())
        throw Failure(ExitCode::programme, file.string() + " cannot be read.");
    return read(file.string(), json);
}

Programme demonstration(Instant now) {
    const EmbeddedFile& round = embedded::demo().front();
    const Instant start =
        std::chrono::ceil<std::chrono::duration<std::int64_t, std::ratio<900>>>(now);
    return moved_to(read(std::string{round.path}, round.content), start);
}

}  // namespace rostrum::app
