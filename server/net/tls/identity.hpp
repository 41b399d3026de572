#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <stdexcept>

struct ssl_ctx_st;

namespace rostrum::net {

/// Why a certificate and its key cannot be used: a sentence for whoever runs the server.
class TlsFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Who the server is over TLS: a certificate with its chain, its key, and the versions and ciphers
/// that are spoken: TLS 1.3, and TLS 1.2 with forward secrecy and authenticated encryption. Never
/// changes; connections that began with one keep it when another takes its place.
class TlsIdentity {
public:
    /// Reads both files, in PEM; the chain follows the certificate in its file.
    /// @throws TlsFault
    TlsIdentity(const std::filesystem::path& certificate, const std::filesystem::path& key);

    /// When the certificate expires.
    [[nodiscard]] std::chrono::sys_seconds valid_until() const { return valid_until_; }
    /// OpenSSL's own; for channels.
    [[nodiscard]] ssl_ctx_st* context() const { return context_.get(); }

private:
    std::shared_ptr<ssl_ctx_st> context_;
    std::chrono::sys_seconds valid_until_;
};

}  // namespace rostrum::net
