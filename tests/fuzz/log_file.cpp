// The log reader, given any file as a log. The seeds use SQLite's smallest pages, which keeps them
// small.
#include <fstream>

#include "log_folder.hpp"

using namespace rostrum;

FUZZ_TARGET(log_file) {
    static const store::TemporaryFolder folder;
    const std::filesystem::path log = folder.path / "log.db";
    for (const char* suffix : {"-wal", "-shm", "-journal"})
        std::filesystem::remove(log.string() + suffix);
    std::ofstream{log, std::ios::binary | std::ios::trunc} << fuzz::text_of(data, size);
    fuzz::read_log(folder.path);
    return 0;
}
