// The log reader, given any file for a log. The seeds have SQLite's smallest pages, so that a
// fuzzer can hold one.
#include <fstream>

#include "log_folder.hpp"

using namespace rostrum;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const store::TemporaryFolder folder;
    const std::filesystem::path log = folder.path / "log.db";
    for (const char* beside : {"-wal", "-shm", "-journal"})
        std::filesystem::remove(log.string() + beside);
    std::ofstream{log, std::ios::binary | std::ios::trunc} << fuzz::text_of(data, size);
    fuzz::read_log(folder.path);
    return 0;
}
