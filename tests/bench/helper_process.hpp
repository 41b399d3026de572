#pragma once

#include <functional>
#include <vector>

#include <sys/types.h>

namespace rostrum::bench {

/// A second process that runs one task on request and answers with numbers. It has its own limit of
/// descriptors and ends with this process.
class HelperProcess {
public:
    using Numbers = std::vector<double>;
    /// Runs what the number asks for; the caller defines the numbers.
    using Task = std::function<Numbers(int what)>;

    /// @param prepare creates the task in the helper process. An exception is written to standard
    /// error and ends that process.
    /// @pre no other thread runs: the helper process is a fork of this one.
    /// @throws std::system_error
    explicit HelperProcess(const std::function<Task()>& prepare);
    ~HelperProcess();
    HelperProcess(const HelperProcess&) = delete;
    HelperProcess& operator=(const HelperProcess&) = delete;

    /// @throws std::runtime_error if the helper process has ended.
    [[nodiscard]] Numbers ask(int what) const;

private:
    pid_t pid_ = -1;
    int orders_ = -1;
    int answers_ = -1;
};

}  // namespace rostrum::bench
