#include "net/tls/identity.hpp"

#include <cerrno>
#include <ctime>
#include <string>
#include <system_error>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace rostrum::net {
namespace {

using Path = std::filesystem::path;
using File = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

/// Drops OpenSSL's error text, which names its internals.
TlsFault fault(const std::string& sentence) {
    ERR_clear_error();
    return TlsFault{sentence};
}

File opened(const Path& path) {
    File file{BIO_new_file(path.c_str(), "r"), BIO_free};
    if (file) return file;
    const std::error_code why{errno, std::generic_category()};
    throw fault(path.string() + " cannot be read: " + why.message() + ".");
}

/// Replaces OpenSSL's password callback, which would ask on the terminal.
int no_passphrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* was_asked) {
    *static_cast<bool*>(was_asked) = true;
    return -1;
}

Key read_key(const Path& path) {
    bool is_encrypted = false;
    const File file = opened(path);
    Key key{PEM_read_bio_PrivateKey(file.get(), nullptr, no_passphrase, &is_encrypted),
            EVP_PKEY_free};
    if (key) return key;
    throw fault(is_encrypted ? "The private key in " + path.string() +
                                   " is encrypted; the server needs it without a passphrase."
                             : path.string() + " contains no private key in PEM format.");
}

Certificate read_certificate(BIO* file) {
    return {PEM_read_bio_X509(file, nullptr, nullptr, nullptr), X509_free};
}

std::chrono::sys_seconds expiry(const X509* certificate) {
    std::tm calendar{};
    ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &calendar);
    return std::chrono::sys_seconds{std::chrono::seconds{timegm(&calendar)}};
}

/// The versions and ciphers.
std::shared_ptr<SSL_CTX> modern_context() {
    std::shared_ptr<SSL_CTX> context{SSL_CTX_new(TLS_server_method()), SSL_CTX_free};
    if (!context) throw fault("This machine's OpenSSL does not support TLS.");
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context.get(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    // No resumption: a resumed session would outlive its certificate, and both sides would keep
    // memory for it.
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context.get(), 0);
    SSL_CTX_set_options(context.get(),
                        SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    // A quiet connection holds no buffers.
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS);
    return context;
}

http::HostNames names_of(const X509* certificate) {
    http::HostNames names;
    auto* list = static_cast<GENERAL_NAMES*>(
        X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    for (int i = 0; i < sk_GENERAL_NAME_num(list); ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(list, i);
        if (name->type != GEN_DNS) continue;
        const auto* text = reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName));
        names.add({text, static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName))});
    }
    GENERAL_NAMES_free(list);
    return names;
}

}  // namespace

TlsIdentity::TlsIdentity(const Path& certificate_path, const Path& key_path)
    : context_(modern_context()) {
    const File file = opened(certificate_path);
    const Certificate certificate = read_certificate(file.get());
    if (!certificate)
        throw fault(certificate_path.string() + " contains no certificate in PEM format.");
    const Key key = read_key(key_path);
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        throw fault("The private key in " + key_path.string() +
                    " does not belong to the certificate in " + certificate_path.string() + ".");
    if (SSL_CTX_use_certificate(context_.get(), certificate.get()) != 1 ||
        SSL_CTX_use_PrivateKey(context_.get(), key.get()) != 1)
        throw fault("The key of the certificate in " + certificate_path.string() +
                    " is too weak or not usable for TLS.");
    while (Certificate next = read_certificate(file.get()))
        SSL_CTX_add0_chain_cert(context_.get(), next.release());
    ERR_clear_error();
    valid_until_ = expiry(certificate.get());
    names_ = names_of(certificate.get());
}

}  // namespace rostrum::net
