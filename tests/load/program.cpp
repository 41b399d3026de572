#include "program.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <fstream>
#include <regex>
#include <stdexcept>
#include <unistd.h>

#include <sys/wait.h>

namespace rostrum::load {
namespace {

std::string program_path() {
    const char* path = std::getenv("ROSTRUM_PROGRAM");
    return path == nullptr ? "build/release/rostrum" : path;
}

}  // namespace

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "rostrum-load-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("No folder for the test");
    path_ = name;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Program::Program(const std::filesystem::path& data, const std::vector<std::string>& more,
                 std::uint16_t port) {
    std::vector<std::string> arguments{program_path(), "serve",
                                       "--data",       data.string(),
                                       "--listen",     "127.0.0.1:" + std::to_string(port)};
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
        dup2(pipe[1], STDOUT_FILENO);
        execv(argv[0], argv.data());
        _exit(127);
    }
    close(pipe[1]);
    out_ = pipe[0];
}

void Program::read_greeting() {
    static const std::regex serves{R"(serves the lobby at http://[^\s]*:(\d+)/\n\n)"};
    std::smatch found;
    std::array<char, 4096> bytes{};
    while (!std::regex_search(printed_, found, serves) || !printed_.ends_with("\n\n")) {
        const auto got = ::read(out_, bytes.data(), bytes.size());
        if (got <= 0) throw std::runtime_error("The program does not serve:\n" + printed_);
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

std::chrono::milliseconds Program::processor_time() const {
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(pid_, &clock) != 0 || clock_gettime(clock, &time) != 0)
        throw std::runtime_error("No processor time");
    return std::chrono::milliseconds{time.tv_sec * 1000 + time.tv_nsec / 1'000'000};
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

}  // namespace rostrum::load
