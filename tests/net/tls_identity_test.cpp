#include <chrono>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "net/tls/identity.hpp"
#include "test_certificate.hpp"

namespace rostrum::net {
namespace {

std::string why_not(const std::filesystem::path& certificate, const std::filesystem::path& key) {
    try {
        const TlsIdentity identity{certificate, key};
    } catch (const TlsFault& fault) {
        return fault.what();
    }
    return "";
}

TEST_CASE("a certificate and its key make an identity with an expiry") {
    const TestCertificate files;
    const TlsIdentity identity{files.certificate(), files.key()};
    const auto left = identity.valid_until() - std::chrono::system_clock::now();
    CHECK(left > std::chrono::hours{23});
    CHECK(left <= std::chrono::hours{24});
}

TEST_CASE("an unusable certificate or key is reported in a sentence") {
    const TestCertificate ours;
    const TestCertificate others;
    const std::string folder = ours.certificate().parent_path();

    CHECK(why_not(folder + "/none.pem", ours.key()) ==
          folder + "/none.pem cannot be read: No such file or directory.");
    CHECK(why_not(ours.certificate(), folder + "/none.pem") ==
          folder + "/none.pem cannot be read: No such file or directory.");
    CHECK(why_not(ours.key(), ours.key()) ==
          ours.key().string() + " contains no certificate in PEM format.");
    CHECK(why_not(ours.certificate(), ours.certificate()) ==
          ours.certificate().string() + " contains no private key in PEM format.");
    CHECK(why_not(ours.certificate(), ours.encrypted_key()) ==
          "The private key in " + ours.encrypted_key().string() +
              " is encrypted; the server needs it without a passphrase.");
    CHECK(why_not(ours.certificate(), others.key()) ==
          "The private key in " + others.key().string() +
              " does not belong to the certificate in " + ours.certificate().string() + ".");

    std::ofstream{ours.certificate()} << "-----BEGIN CERTIFICATE-----\nnone\n";
    CHECK(why_not(ours.certificate(), ours.key()) ==
          ours.certificate().string() + " contains no certificate in PEM format.");
}

}  // namespace
}  // namespace rostrum::net
