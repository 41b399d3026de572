#pragma once

#include <cstdlib>
#include <unistd.h>

namespace rostrum::store {

/// Root may write everywhere, so the test is nobody for a while.
class Nobody {
public:
    Nobody() { changed_ = ::geteuid() == 0 && ::seteuid(65534) == 0; }
    ~Nobody() {
        if (changed_ && ::seteuid(0) != 0) std::abort();
    }
    Nobody(const Nobody&) = delete;
    Nobody& operator=(const Nobody&) = delete;

private:
    bool changed_ = false;
};

}  // namespace rostrum::store
