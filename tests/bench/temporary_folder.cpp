#include "bench/temporary_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace rostrum::bench {

TemporaryFolder::TemporaryFolder(const std::filesystem::path& place) {
    std::filesystem::create_directories(place);
    std::string name = place / "rostrum-bench-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr)
        throw std::system_error(errno, std::generic_category(),
                                "Cannot create a folder in " + place.string());
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace rostrum::bench
