#pragma once

#include <functional>
#include <vector>

#include <sys/types.h>

namespace rostrum::bench {

/// A process beside this one that does one task whenever it is asked, and answers with numbers. It
/// has descriptors of its own, as many as one process may have. It ends with this one.
class HelperProcess {
public:
    using Numbers = std::vector<double>;
    /// What to do, by a number of the caller's own.
    using Task = std::function<Numbers(int what)>;

    /// @param prepare runs in the other process: makes what the task stands on. What it throws is
    ///     written to the standard error, and ends that process.
    /// @pre no other thread runs: the other process is a copy of this one.
    /// @throws std::system_error
    explicit HelperProcess(const std::function<Task()>& prepare);
    ~HelperProcess();
    HelperProcess(const HelperProcess&) = delete;
    HelperProcess& operator=(const HelperProcess&) = delete;

    /// @throws std::runtime_error when the other process has ended.
    [[nodiscard]] Numbers ask(int what) const;

private:
    pid_t pid_ = -1;
    int orders_ = -1;
    int answers_ = -1;
};

}  // namespace rostrum::bench
