#pragma once

#include <stdexcept>

namespace rostrum::store {

/// An unusable file of the data folder; the message is one sentence that names it and the reason.
/// Ends the start of a server: continuing without the file would show a wrong state.
class StoreError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace rostrum::store
