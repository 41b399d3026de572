#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace rostrum::bench {

/// The approximate size of an act of one event: ids, payload, salt and two hashes.
constexpr std::size_t bytes_an_act = 256;

/// The minimum cost of a durable act: an append to a file and `fdatasync`.
class BareAppend {
public:
    /// Creates the file.
    /// @throws std::system_error, as does median_us
    BareAppend(const std::filesystem::path& file, std::size_t bytes);
    ~BareAppend();
    BareAppend(const BareAppend&) = delete;
    BareAppend& operator=(const BareAppend&) = delete;

    /// Makes this many appends one after another, at least one.
    /// @returns the median time of one, in microseconds
    [[nodiscard]] double median_us(int appends);

private:
    void append();

    std::string bytes_;
    int file_;
};

}  // namespace rostrum::bench
