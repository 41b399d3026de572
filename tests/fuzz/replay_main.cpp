// Every target without libFuzzer: fuzz_test <target> <folder>... runs the target over the files of
// the folders.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string_view>
#include <vector>

#include "fuzz.hpp"

namespace {

std::size_t run_over(const std::filesystem::path& folder, rostrum::fuzz::Target target) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        // Printed before the run, so that the last line names the file that ended the process.
        std::cout << entry.path().string() << std::endl;  // NOLINT(performance-avoid-endl)
        std::ifstream file{entry.path(), std::ios::binary};
        // The exact size, so that a sanitizer notices reads beyond it.
        const std::vector<char> bytes{std::istreambuf_iterator<char>{file}, {}};
        target(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        ++files;
    }
    return files;
}

}  // namespace

int main(int argc, char** argv) {
    const std::span arguments{argv, static_cast<std::size_t>(argc)};
    if (arguments.size() < 3) return 2;
    const auto target = rostrum::fuzz::targets().find(std::string_view{arguments[1]});
    if (target == rostrum::fuzz::targets().end()) return 2;
    std::size_t files = 0;
    for (const char* folder : arguments.subspan(2)) files += run_over(folder, target->second);
    std::cout << files << " inputs\n";
    return files > 0 ? 0 : 2;
}
