#pragma once

#include <memory>

#include "app/settings.hpp"
#include "net/tls/identity.hpp"

namespace rostrum::app {

/// Reads the certificate and the key that the settings name, and logs how long it is valid; none
/// where they name none.
/// @throws Failure with a sentence, where they cannot be used.
[[nodiscard]] std::shared_ptr<const net::TlsIdentity> read_certificate(const Settings& settings);

/// Reads them again; none where they cannot be used any more, which is logged.
[[nodiscard]] std::shared_ptr<const net::TlsIdentity> read_certificate_again(
    const Settings& settings);

}  // namespace rostrum::app
