#pragma once

#include <filesystem>
#include <string>

namespace rostrum::net {

/// A self-signed certificate and its key, made anew, in files, for as long as this lives.
class TestCertificate {
public:
    /// @param name whom it names.
    explicit TestCertificate(const std::string& name = "room.example");
    ~TestCertificate();
    TestCertificate(const TestCertificate&) = delete;
    TestCertificate& operator=(const TestCertificate&) = delete;

    [[nodiscard]] std::filesystem::path certificate() const { return folder_ / "certificate.pem"; }
    [[nodiscard]] std::filesystem::path key() const { return folder_ / "key.pem"; }
    [[nodiscard]] std::filesystem::path encrypted_key() const { return folder_ / "locked.pem"; }

private:
    std::filesystem::path folder_;
};

}  // namespace rostrum::net
