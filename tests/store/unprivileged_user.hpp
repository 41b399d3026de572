#pragma once

#include <cstdlib>
#include <unistd.h>

namespace rostrum::store {

/// Drops root's rights for a while: root may write everywhere.
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
