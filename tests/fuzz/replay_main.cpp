// The main function of a target without libFuzzer: runs it over the files of the named folders and
// ignores libFuzzer's options.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz.hpp"

namespace {

std::size_t run_over(const std::filesystem::path& folder) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        // Printed before the run, so that the last line names the file that ended the process.
        std::cout << entry.path().string() << std::endl;  // NOLINT(performance-avoid-endl)
        std::ifstream file{entry.path(), std::ios::binary};
        // The exact size, so that a sanitizer notices reads beyond it.
        const std::vector<char> bytes{std::istreambuf_iterator<char>{file}, {}};
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        ++files;
    }
    return files;
}

}  // namespace

int main(int count, char** arguments) {
    std::size_t files = 0;
    for (const std::string_view argument :
         std::span{arguments, static_cast<std::size_t>(count)}.subspan(1))
        if (!argument.starts_with('-')) files += run_over(argument);
    std::cout << files << " files\n";
    return files > 0 ? 0 : 1;
}
