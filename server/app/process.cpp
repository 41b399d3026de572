#include "app/process.hpp"

#include <cerrno>
#include <system_error>

#include <sys/prctl.h>
#include <sys/stat.h>

namespace rostrum::app {

void keep_to_itself() {
    constexpr mode_t all_of_group_and_others = 077;
    umask(all_of_group_and_others);
    // A limit on core files would not do: where the system pipes them to a program, it is not
    // asked.
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        throw std::system_error(errno, std::generic_category(), "Core dumps cannot be forbidden");
}

}  // namespace rostrum::app
