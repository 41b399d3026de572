#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "floor/instant.hpp"
#include "floor/programme.hpp"
#include "wire/sheet/preview.hpp"

namespace rostrum::app {

/// What is in a file, before anybody takes it over.
struct ProgrammeFile {
    /// Of a sheet with faults, as much as could be read; of JSON with faults, nothing.
    Programme programme;
    /// A line for each: the place, then a sentence.
    std::vector<std::string> faults;
    /// For whoever made the file, in sentences.
    std::vector<std::string> remarks;
};

/// Reads .csv and .xlsx as sheets, whose `defaults` fill what they do not tell, and any other file
/// as JSON.
/// @throws Failure if the file cannot be read at all.
[[nodiscard]] ProgrammeFile open_programme_file(const std::filesystem::path& file,
                                                const wire::SheetDefaults& defaults);

/// The file was not taken, and why.
[[nodiscard]] std::string refusal_of(const std::filesystem::path& file,
                                     const std::vector<std::string>& faults);

/// A programme without a fault.
/// @throws Failure naming the file and, for every fault in it, the place and the reason.
[[nodiscard]] Programme read_programme_file(const std::filesystem::path& file);

/// The demonstration, moved so that its first meeting starts at the next full quarter of an hour.
[[nodiscard]] Programme demonstration(Instant now);

}  // namespace rostrum::app
