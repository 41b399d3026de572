#pragma once

#include <cstdlib>
#include <unistd.h>

namespace rostrum::store {

/// Root may write everywhere, so the test is nobody for a while.
class UnprivilegedUser {
public:
    UnprivilegedUser() { changed_ = ::geteuid() == 0 && ::seteuid(65534) == 0; }
    ~UnprivilegedUser() {
        if (changed_ && ::seteuid(0) != 0) std::abort();
    }
    UnprivilegedUser(const UnprivilegedUser&) = delete;
    UnprivilegedUser& operator=(const UnprivilegedUser&) = delete;

private:
    bool changed_ = false;
};

}  // namespace rostrum::store
