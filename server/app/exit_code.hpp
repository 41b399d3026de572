#pragma once

#include <stdexcept>
#include <string>

namespace rostrum::app {

/// The program's exit codes. docs/operations.md repeats them for people.
enum class ExitCode {
    done = 0,
    /// An error in the program or the machine.
    failed = 1,
    /// Wrong command line or settings, or nothing to serve.
    usage = 2,
    /// The data folder cannot be used: damaged, of a newer version, or in use.
    data = 3,
    /// The programme has faults.
    programme = 4,
    /// The server cannot listen on the address.
    listen = 5,
    /// The server refused the command.
    refused = 6,
    /// No server answers.
    unreachable = 7,
    /// The server rejects the token.
    not_admitted = 8,
};

/// Ends the program: a sentence for the operator, and the exit code.
class Failure : public std::runtime_error {
public:
    Failure(ExitCode code, const std::string& sentence)
        : std::runtime_error(sentence), code_(code) {}

    [[nodiscard]] ExitCode code() const { return code_; }

private:
    ExitCode code_;
};

}  // namespace rostrum::app
