#pragma once

#include <stdexcept>

namespace rostrum::store {

/// A file of the data folder that cannot be used, in one sentence that names it and says why. It
/// ends the start of a server: going on without the file would show what is not so.
class StoreError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace rostrum::store
