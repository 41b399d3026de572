#include "app/process.hpp"

#include <cerrno>
#include <system_error>

#include <sys/prctl.h>
#include <sys/stat.h>

namespace rostrum::app {

void harden_process() {
    constexpr mode_t all_of_group_and_others = 077;
    umask(all_of_group_and_others);
    // A limit on core files is not enough: the system ignores it when it pipes them to a program.
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        throw std::system_error(errno, std::generic_category(), "Core dumps cannot be forbidden");
}

}  // namespace rostrum::app
