#pragma once

#include <string>

/// One end of a network that is made of nothing but a program: a network namespace with one device,
/// whose packets this program reads and writes.
namespace rostrum::network {

class Side {
public:
    /// Moves this thread into a network namespace of its own, with one device of this address.
    /// @throws std::system_error where that is not allowed: it takes root.
    explicit Side(const std::string& address);

    /// Reads and writes IP packets, one a call.
    [[nodiscard]] int device() const { return device_; }
    /// The namespace, as `nsenter --net=` takes it.
    [[nodiscard]] std::string path() const;
    /// The device gets another address; the one before is gone.
    void move_to(const std::string& address) const;

private:
    int space_;
    int device_;
    /// A socket of the namespace: what it asks of the kernel is meant there.
    int control_;
};

}  // namespace rostrum::network
