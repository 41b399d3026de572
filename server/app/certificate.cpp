#include "app/certificate.hpp"

#include <array>
#include <chrono>
#include <ctime>
#include <string>

#include <spdlog/spdlog.h>

#include "app/exit_code.hpp"

namespace rostrum::app {

namespace {

std::string day_of(std::chrono::sys_seconds moment) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(moment);
    std::tm calendar{};
    gmtime_r(&seconds, &calendar);
    std::array<char, sizeof "2018-04-11"> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%d", &calendar);
    return {text.data(), length};
}

std::shared_ptr<const net::TlsIdentity> read(const Settings& settings) {
    auto identity =
        std::make_shared<const net::TlsIdentity>(settings.tls_certificate, settings.tls_key);
    const std::string day = day_of(identity->valid_until());
    if (identity->valid_until() < std::chrono::system_clock::now())
        spdlog::warn("the certificate has expired on {}: browsers will warn of it", day);
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
        spdlog::error("the certificate stays as it was: {}", fault.what());
        return nullptr;
    }
}

}  // namespace rostrum::app
