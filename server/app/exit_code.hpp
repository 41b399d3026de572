#pragma once

#include <stdexcept>
#include <string>

namespace rostrum::app {

/// What the program's end tells a script. docs/operations.md repeats this for people.
enum class ExitCode {
    done = 0,
    /// A fault of the program or of the machine.
    failed = 1,
    /// The command line, the settings, or nothing to serve.
    usage = 2,
    /// The data folder cannot be used: damaged, of a newer version, or in use.
    data = 3,
    /// The programme has faults.
    programme = 4,
    /// The address cannot be listened at.
    listen = 5,
    /// The server refused the command.
    refused = 6,
    /// No server answers.
    unreachable = 7,
    /// The token opens nothing there.
    not_admitted = 8,
};

/// Why the program cannot go on: a sentence for whoever started it, and how it ends.
class Failure : public std::runtime_error {
public:
    Failure(ExitCode code, const std::string& sentence)
        : std::runtime_error(sentence), code_(code) {}

    [[nodiscard]] ExitCode code() const { return code_; }

private:
    ExitCode code_;
};

}  // namespace rostrum::app
