#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <stdexcept>

#include "net/http/host_names.hpp"

struct ssl_ctx_st;

namespace rostrum::net {

/// Why a certificate and its key are unusable: a sentence for the operator.
class TlsFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The server's TLS identity: certificate chain, key, versions and ciphers (TLS 1.3, and TLS 1.2
/// with forward secrecy and authenticated encryption). Immutable; connections keep theirs when
/// another replaces it.
class TlsIdentity {
public:
    /// Reads both PEM files; the certificate's file continues with its chain.
    /// @throws TlsFault
    TlsIdentity(const std::filesystem::path& certificate, const std::filesystem::path& key);

    /// When the certificate expires.
    [[nodiscard]] std::chrono::sys_seconds valid_until() const { return valid_until_; }
    /// The DNS names that the certificate is for.
    [[nodiscard]] const http::HostNames& names() const { return names_; }
    /// For channels only.
    [[nodiscard]] ssl_ctx_st* context() const { return context_.get(); }

private:
    std::shared_ptr<ssl_ctx_st> context_;
    std::chrono::sys_seconds valid_until_;
    http::HostNames names_;
};

}  // namespace rostrum::net
