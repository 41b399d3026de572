#include "app/data_folder.hpp"

#include <system_error>
#include <unistd.h>

namespace rostrum::app {

namespace {

/// Below this the next commits would fail: a few of the log's pages, and its journal's.
constexpr std::uintmax_t needed_bytes = 1024UL * 1024;

}  // namespace

bool can_be_written(const std::filesystem::path& folder) {
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    return !error && space.available >= needed_bytes &&
           access((folder / "log.db").c_str(), W_OK) == 0;
}

}  // namespace rostrum::app
