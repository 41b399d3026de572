// Preloaded into the program under test: the disk under SQLite, controlled by the file that
// ROSTRUM_DISK names, `<errno> <errno> <milliseconds>`. Every write fails with the first errno, and
// every sync with the second, unless it is 0; every sync takes that long.
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <memory>
#include <thread>

#include <sys/types.h>

namespace {

struct Orders {
    int write_error = 0;
    int sync_error = 0;
    int milliseconds = 0;
};

Orders orders() {
    Orders read;
    const char* name = std::getenv("ROSTRUM_DISK");
    if (name == nullptr) return read;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(name, "re"), std::fclose);
    if (!file || std::fscanf(file.get(), "%d %d %d", &read.write_error, &read.sync_error,
                             &read.milliseconds) != 3)
        return {};
    return read;
}

/// The C library's function of that name.
template <class Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

bool is_refused(int error) {
    if (error != 0) errno = error;
    return error != 0;
}

}  // namespace

// The C library's parameter names are reserved.
extern "C" {

ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t offset) {
    static auto* const machine = real<ssize_t(int, const void*, std::size_t, off64_t)>("pwrite64");
    return is_refused(orders().write_error) ? -1 : machine(file, bytes, size, offset);
}

int fdatasync(int file) {
    static auto* const machine = real<int(int)>("fdatasync");
    std::this_thread::sleep_for(std::chrono::milliseconds{orders().milliseconds});
    return is_refused(orders().sync_error) ? -1 : machine(file);
}
}
// NOLINTEND(readability-inconsistent-declaration-parameter-name)
