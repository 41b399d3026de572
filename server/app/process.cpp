#include "app/process.hpp"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace rostrum::app {

namespace {

/// A file that is opened would take the place of a closed one, and receive what is written to it.
void open_standard_streams() {
    for (const int file : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(file, F_GETFD) < 0 && ::open("/dev/null", O_RDWR) != file)
            throw std::system_error(errno, std::generic_category(),
                                    "The standard streams cannot be opened");
}

}  // namespace

void harden_process() {
    open_standard_streams();
    constexpr mode_t all_of_group_and_others = 077;
    umask(all_of_group_and_others);
    // A limit on core files is not enough: the system ignores it when it pipes them to a program.
    // A limit on the size of files refuses a write, and does not end the program.
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        throw std::system_error(errno, std::generic_category(), "Core dumps cannot be forbidden");
}

void raise_descriptor_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    // If that fails, the server says how many connections fit.
    static_cast<void>(setrlimit(RLIMIT_NOFILE, &limit));
}

}  // namespace rostrum::app
