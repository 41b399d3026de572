#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace rostrum::bench {

/// An act of one event takes about so many: its ids, its payload and salt, and two hashes.
constexpr std::size_t bytes_an_act = 256;

/// The least that a durable act can cost: its bytes at the end of a file, and `fdatasync`.
class BareAppend {
public:
    /// Makes the file.
    /// @throws std::system_error, as median_us does
    BareAppend(const std::filesystem::path& file, std::size_t bytes);
    ~BareAppend();
    BareAppend(const BareAppend&) = delete;
    BareAppend& operator=(const BareAppend&) = delete;

    /// One append after another, so many, at least one.
    /// @returns how long one took, in microseconds
    [[nodiscard]] double median_us(int appends);

private:
    void append();

    std::string bytes_;
    int file_;
};

}  // namespace rostrum::bench
