#include "app/certificate.hpp"

#include <chrono>
#include <string>

#include <spdlog/spdlog.h>

#include "app/exit_code.hpp"
#include "app/utc.hpp"

namespace rostrum::app {

namespace {

std::shared_ptr<const net::TlsIdentity> read(const Settings& settings) {
    auto identity =
        std::make_shared<const net::TlsIdentity>(settings.tls_certificate, settings.tls_key);
    const std::string day = utc_day(Instant{identity->valid_until().time_since_epoch()});
    if (identity->valid_until() < std::chrono::system_clock::now())
        spdlog::warn("the certificate expired on {}: browsers will show a warning", day);
    else
        spdlog::info("the certificate is valid until {}", day);
    return identity;
}

}  // namespace

std::shared_ptr<const net::TlsIdentity> read_certificate(const Settings& settings) {
    if (settings.tls_certificate.empty() != settings.tls_key.empty())
        throw Failure(ExitCode::usage, "Give both --tls-cert and --tls-key, or neither.");
    if (settings.tls_key.empty()) return nullptr;
    try {
        return read(settings);
    } catch (const net::TlsFault& fault) {
        throw Failure(ExitCode::usage, fault.what());
    }
}

std::shared_ptr<const net::TlsIdentity> read_certificate_again(const Settings& settings) {
    try {
        return read(settings);
    } catch (const net::TlsFault& fault) {
        spdlog::error("keeping the current certificate: {}", fault.what());
        return nullptr;
    }
}

}  // namespace rostrum::app
