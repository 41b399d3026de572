#include "bench/processors.hpp"

#include <cerrno>
#include <ctime>
#include <fstream>
#include <sched.h>
#include <stdexcept>
#include <system_error>
#include <vector>

#include <sys/resource.h>
#include <sys/utsname.h>

namespace rostrum::bench {
namespace {

std::vector<unsigned> usable_processors() {
    cpu_set_t usable;
    CPU_ZERO(&usable);
    if (sched_getaffinity(0, sizeof usable, &usable) != 0)
        throw std::system_error(errno, std::generic_category(),
                                "Cannot read the processors of this process");
    std::vector<unsigned> numbers;
    for (unsigned i = 0; i < CPU_SETSIZE; ++i)
        if (CPU_ISSET(i, &usable)) numbers.push_back(i);
    return numbers;
}

std::string processor_model() {
    std::ifstream cpuinfo{"/proc/cpuinfo"};
    std::string line;
    while (std::getline(cpuinfo, line))
        if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
    return "processor of unknown model";
}

}  // namespace

void pin_to_processor(unsigned number) {
    static const std::vector<unsigned> usable = usable_processors();
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(number < usable.size() ? usable[number] : usable.back(), &one);
    if (sched_setaffinity(0, sizeof one, &one) != 0)
        throw std::system_error(errno, std::generic_category(), "Cannot pin to a processor");
}

// On Linux this affects only the calling thread.
void lower_priority() {
    constexpr int last = 19;
    if (setpriority(PRIO_PROCESS, 0, last) != 0)
        throw std::system_error(errno, std::generic_category(), "Cannot lower the priority");
}

std::chrono::nanoseconds processor_time(pid_t process) {
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0)
        throw std::runtime_error("No processor time of process " + std::to_string(process) + ".");
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

std::string machine() {
    utsname system{};
    uname(&system);
    return std::to_string(usable_processors().size()) + " × " + processor_model() + ", " +
           system.sysname + " " + system.release;
}

}  // namespace rostrum::bench
