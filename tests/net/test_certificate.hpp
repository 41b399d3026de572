#pragma once

#include <filesystem>
#include <string>

namespace rostrum::net {

/// A new self-signed certificate and its key, in files that the destructor removes.
class TestCertificate {
public:
    /// @param name the subject.
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
