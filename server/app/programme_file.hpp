#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "floor/instant.hpp"
#include "floor/programme.hpp"
#include "wire/sheet/preview.hpp"

namespace rostrum::app {

/// The contents of a programme file, not yet accepted.
struct ProgrammeFile {
    /// Of a sheet with faults, the readable part; of JSON with faults, nothing.
    Programme programme;
    /// One line a fault: the place, then a sentence.
    std::vector<std::string> faults;
    /// Remarks for the file's author, in sentences.
    std::vector<std::string> remarks;
};

/// Reads .csv and .xlsx as sheets, whose gaps `defaults` fills, and any other file as JSON.
/// @throws Failure if the file cannot be read at all.
[[nodiscard]] ProgrammeFile open_programme_file(const std::filesystem::path& file,
                                                const wire::SheetDefaults& defaults);

/// The message that rejects the file.
[[nodiscard]] std::string refusal_of(const std::filesystem::path& file,
                                     const std::vector<std::string>& faults);

/// A programme without a fault.
/// @throws Failure naming the file and, for every fault in it, the place and the reason.
[[nodiscard]] Programme read_programme_file(const std::filesystem::path& file);

/// An empty room of this name; its id is made from it.
/// @throws Failure if no id can be made from it, or there is no such time zone.
[[nodiscard]] Programme empty_room_named(const std::string& name, const std::string& time_zone);

/// The demonstration programme, moved so that its first meeting starts at the next full quarter of
/// an hour.
[[nodiscard]] Programme demonstration(Instant now);

}  // namespace rostrum::app
