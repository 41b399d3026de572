#pragma once

#include <memory>

#include "app/settings.hpp"
#include "net/tls/identity.hpp"

namespace rostrum::app {

/// Reads the certificate and the key that the settings name, and logs its expiry; null if they name
/// none.
/// @throws Failure with a sentence, if they are unusable.
[[nodiscard]] std::shared_ptr<const net::TlsIdentity> read_certificate(const Settings& settings);

/// Reads them again; null if they have become unusable, which is logged.
[[nodiscard]] std::shared_ptr<const net::TlsIdentity> read_certificate_again(
    const Settings& settings);

}  // namespace rostrum::app
