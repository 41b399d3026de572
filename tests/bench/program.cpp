#include "bench/program.hpp"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <regex>
#include <stdexcept>
#include <unistd.h>

#include <sys/prctl.h>
#include <sys/wait.h>

#include "bench/processors.hpp"

namespace rostrum::bench {
Program::Program(const std::filesystem::path& file, const std::filesystem::path& data,
                 const std::vector<std::string>& more, std::uint16_t port) {
    std::vector<std::string> arguments{file.string(), "serve",
                                       "--data",      data.string(),
                                       "--listen",    "127.0.0.1:" + std::to_string(port)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    start(std::move(arguments));
    read_greeting();
}

Program::~Program() {
    kill();
}

void Program::start(std::vector<std::string> arguments) {
    std::array<int, 2> pipe{};
    if (pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("No pipe");
    std::vector<char*> argv;
    argv.reserve(arguments.size() + 1);
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    pid_ = fork();
    if (pid_ == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        dup2(pipe[1], STDOUT_FILENO);
        execv(argv[0], argv.data());
        _exit(127);
    }
    close(pipe[1]);
    out_ = pipe[0];
}

void Program::read_greeting() {
    // The last line of the greeting: all links are above it.
    static const std::regex serves{R"(serves the lobby at http://[^\s]*:(\d+)/\n)"};
    std::smatch found;
    std::array<char, 4096> bytes{};
    while (!std::regex_search(printed_, found, serves)) {
        const auto got = ::read(out_, bytes.data(), bytes.size());
        if (got <= 0) throw std::runtime_error("The program did not start:\n" + printed_);
        printed_.append(bytes.data(), static_cast<std::size_t>(got));
    }
    port_ = static_cast<std::uint16_t>(std::stoi(found[1]));
}

std::string Program::token(std::string_view heading) const {
    const std::regex link{"\n  " + std::string{heading} + R"( +http\S+&token=(\S+)\n)"};
    std::smatch found;
    if (!std::regex_search(printed_, found, link))
        throw std::runtime_error("No link of " + std::string{heading} + " in:\n" + printed_);
    return found[1];
}

void Program::kill() {
    if (pid_ < 0) return;
    ::kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    close(out_);
    pid_ = -1;
}

std::chrono::nanoseconds Program::processor_time() const {
    return bench::processor_time(pid_);
}

std::chrono::nanoseconds Program::loop_time() const {
    const std::string process = std::to_string(pid_);
    std::ifstream schedule{"/proc/" + process + "/task/" + process + "/schedstat"};
    std::int64_t nanoseconds = 0;
    if (!(schedule >> nanoseconds))
        throw std::runtime_error("Cannot read a thread's processor time");
    return std::chrono::nanoseconds{nanoseconds};
}

std::size_t Program::memory() const {
    std::ifstream statm{"/proc/" + std::to_string(pid_) + "/statm"};
    std::size_t total = 0;
    std::size_t resident = 0;
    statm >> total >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

std::size_t Program::most_memory() const {
    std::ifstream status{"/proc/" + std::to_string(pid_) + "/status"};
    std::string word;
    std::size_t kilobytes = 0;
    while (status >> word)
        if (word == "VmHWM:") status >> kilobytes;
    return kilobytes * 1024;
}

std::size_t Program::descriptors() const {
    const std::filesystem::directory_iterator all{"/proc/" + std::to_string(pid_) + "/fd"};
    return static_cast<std::size_t>(std::distance(all, {}));
}

}  // namespace rostrum::bench
