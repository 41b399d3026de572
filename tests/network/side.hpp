#pragma once

#include <string>

/// One end of a simulated network: a network namespace with one device whose packets this program
/// reads and writes.
namespace rostrum::network {

class Side {
public:
    /// Moves this thread into a new network namespace with one device of this address.
    /// @throws std::system_error without root.
    explicit Side(const std::string& address);

    /// A descriptor that reads and writes one IP packet a call.
    [[nodiscard]] int device() const { return device_; }
    /// The namespace's path for `nsenter --net=`.
    [[nodiscard]] std::string path() const;
    /// Replaces the device's address.
    void move_to(const std::string& address) const;

private:
    int space_;
    int device_;
    /// A socket in the namespace, for ioctls.
    int control_;
};

}  // namespace rostrum::network
