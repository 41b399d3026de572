#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace rostrum::bench {

/// The real program, `rostrum serve`, in a child process that ends with this one.
class Program {
public:
    /// Starts the program and returns once it serves.
    /// @param file of the program
    /// @param more arguments: `--demo` for a first start
    /// @param port 0 for any free one
    /// @throws std::runtime_error if it does not serve.
    Program(const std::filesystem::path& file, const std::filesystem::path& data,
            const std::vector<std::string>& more = {}, std::uint16_t port = 0);
    /// Kills it.
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] pid_t pid() const { return pid_; }
    /// The token of a printed link, by its heading: `Chair`.
    [[nodiscard]] std::string token(std::string_view heading) const;

    void kill();
    /// Resident memory, in bytes.
    [[nodiscard]] std::size_t memory() const;
    /// Peak memory, in bytes.
    [[nodiscard]] std::size_t most_memory() const;
    /// The number of open descriptors.
    [[nodiscard]] std::size_t descriptors() const;
    /// Processor time of all threads, and of the loop's thread.
    [[nodiscard]] std::chrono::nanoseconds processor_time() const;
    [[nodiscard]] std::chrono::nanoseconds loop_time() const;

private:
    void start(std::vector<std::string> arguments);
    void read_greeting();

    pid_t pid_ = -1;
    int out_ = -1;
    std::uint16_t port_ = 0;
    std::string printed_;
};

}  // namespace rostrum::bench
