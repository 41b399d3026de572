#include "bench/helper_process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <exception>
#include <fcntl.h>
#include <iostream>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

#include <sys/prctl.h>
#include <sys/wait.h>

namespace rostrum::bench {
namespace {

bool read_all(int from, void* into, std::size_t size) {
    auto* bytes = static_cast<char*>(into);
    while (size > 0) {
        const auto got = read(from, bytes, size);
        if (got <= 0) return false;
        bytes += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

void write_all(int to, const void* from, std::size_t size) {
    // Less than a pipe accepts in one write.
    if (write(to, from, size) != static_cast<ssize_t>(size))
        throw std::runtime_error("The helper process does not read.");
}

void answer_orders(const std::function<HelperProcess::Task()>& prepare, int orders, int answers) {
    const HelperProcess::Task task = prepare();
    int what = 0;
    while (read_all(orders, &what, sizeof what)) {
        const HelperProcess::Numbers numbers = task(what);
        const std::size_t count = numbers.size();
        write_all(answers, &count, sizeof count);
        write_all(answers, numbers.data(), count * sizeof(double));
    }
}

}  // namespace

HelperProcess::HelperProcess(const std::function<Task()>& prepare) {
    std::array<int, 2> orders{};
    std::array<int, 2> answers{};
    if (pipe2(orders.data(), O_CLOEXEC) != 0 || pipe2(answers.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "No pipe");
    pid_ = fork();
    if (pid_ < 0) throw std::system_error(errno, std::generic_category(), "No process");
    if (pid_ == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        close(orders[1]);
        close(answers[0]);
        try {
            answer_orders(prepare, orders[0], answers[1]);
        } catch (const std::exception& fault) {
            std::cerr << "rostrum_bench: " << fault.what() << std::endl;
        }
        // Skip the destructors of the parent's objects.
        _exit(0);
    }
    close(orders[0]);
    close(answers[1]);
    orders_ = orders[1];
    answers_ = answers[0];
}

HelperProcess::~HelperProcess() {
    close(orders_);
    close(answers_);
    waitpid(pid_, nullptr, 0);
}

HelperProcess::Numbers HelperProcess::ask(int what) const {
    std::size_t count = 0;
    write_all(orders_, &what, sizeof what);
    if (!read_all(answers_, &count, sizeof count))
        throw std::runtime_error("The helper process has ended.");
    Numbers numbers(count);
    if (!read_all(answers_, numbers.data(), count * sizeof(double)))
        throw std::runtime_error("The helper process has ended.");
    return numbers;
}

}  // namespace rostrum::bench
