#include "test_certificate.hpp"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace rostrum::net {
namespace {

using OpenFile = std::unique_ptr<FILE, int (*)(FILE*)>;

OpenFile written(const std::filesystem::path& path) {
    OpenFile file{fopen(path.c_str(), "w"), fclose};
    if (!file) throw std::runtime_error("The test cannot write " + path.string());
    return file;
}

std::filesystem::path new_folder() {
    std::string path = std::filesystem::temp_directory_path() / "rostrum-certificate-XXXXXX";
    if (mkdtemp(path.data()) == nullptr) throw std::runtime_error("The test has no folder.");
    return path;
}

}  // namespace

TestCertificate::TestCertificate(const std::string& name) : folder_(new_folder()) {
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key{EVP_EC_gen("P-256"),
                                                                  EVP_PKEY_free};
    const std::unique_ptr<X509, decltype(&X509_free)> made{X509_new(), X509_free};
    X509_set_version(made.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 86'400);
    X509_set_pubkey(made.get(), key.get());
    X509_NAME* subject = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    X509_set_issuer_name(made.get(), subject);
    X509_sign(made.get(), key.get(), EVP_sha256());

    PEM_write_X509(written(certificate()).get(), made.get());
    PEM_write_PrivateKey(written(this->key()).get(), key.get(), nullptr, nullptr, 0, nullptr,
                         nullptr);
    PEM_write_PrivateKey(written(encrypted_key()).get(), key.get(), EVP_aes_128_cbc(),
                         reinterpret_cast<const unsigned char*>("secret"), 6, nullptr, nullptr);
}

TestCertificate::~TestCertificate() {
    std::filesystem::remove_all(folder_);
}

}  // namespace rostrum::net
