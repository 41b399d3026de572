#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

namespace rostrum::load {

/// A folder of the test's own: it goes with it.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// The real program, `rostrum serve`, found by ROSTRUM_PROGRAM.
class Program {
public:
    /// Starts it, and returns when it serves.
    /// @param more arguments: `--demo` for a first start
    /// @param port 0 for any that is free
    /// @throws std::runtime_error if it does not serve.
    explicit Program(const std::filesystem::path& data, const std::vector<std::string>& more = {},
                     std::uint16_t port = 0);
    /// Kills it.
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] pid_t pid() const { return pid_; }
    /// Of a printed link, by its heading: `Chair`.
    [[nodiscard]] std::string token(std::string_view heading) const;

    void kill();
    /// Resident memory, in bytes.
    [[nodiscard]] std::size_t memory() const;
    /// The most that it ever was.
    [[nodiscard]] std::size_t most_memory() const;
    /// How many it has open.
    [[nodiscard]] std::size_t descriptors() const;
    /// What it has used of the processors, all threads together.
    [[nodiscard]] std::chrono::milliseconds processor_time() const;

private:
    void start(std::vector<std::string> arguments);
    void read_greeting();

    pid_t pid_ = -1;
    int out_ = -1;
    std::uint16_t port_ = 0;
    std::string printed_;
};

}  // namespace rostrum::load
