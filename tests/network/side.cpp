#include "side.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <system_error>
#include <unistd.h>

#include <arpa/inet.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace rostrum::network {
namespace {

constexpr const char* device_name = "room0";

int checked(int result, const char* what) {
    if (result < 0) throw std::system_error(errno, std::generic_category(), what);
    return result;
}

ifreq request_for(const char* device) {
    ifreq request{};
    std::strncpy(request.ifr_name, device, IFNAMSIZ - 1);
    return request;
}

ifreq with_address(const char* address) {
    ifreq request = request_for(device_name);
    sockaddr_in in{};
    in.sin_family = AF_INET;
    inet_pton(AF_INET, address, &in.sin_addr);
    std::memcpy(&request.ifr_addr, &in, sizeof in);
    return request;
}

void bring_up(int control, const char* device) {
    ifreq request = request_for(device);
    checked(ioctl(control, SIOCGIFFLAGS, &request), "Cannot read the device's flags");
    request.ifr_flags = static_cast<short>(request.ifr_flags | IFF_UP | IFF_RUNNING);
    checked(ioctl(control, SIOCSIFFLAGS, &request), "Cannot bring the device up");
}

}  // namespace

Side::Side(const std::string& address) {
    checked(unshare(CLONE_NEWNET), "Cannot create a network namespace");
    space_ = checked(open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC),
                     "Cannot create a network namespace");
    device_ = checked(open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC), "No /dev/net/tun");
    ifreq request = request_for(device_name);
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    checked(ioctl(device_, TUNSETIFF, &request), "Cannot create a TUN device");
    control_ = checked(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), "No socket");
    bring_up(control_, "lo");
    move_to(address);
}

std::string Side::path() const {
    return "/proc/" + std::to_string(getpid()) + "/fd/" + std::to_string(space_);
}

void Side::move_to(const std::string& address) const {
    ifreq request = with_address(address.c_str());
    checked(ioctl(control_, SIOCSIFADDR, &request), "No address");
    ifreq mask = with_address("255.255.255.0");
    checked(ioctl(control_, SIOCSIFNETMASK, &mask), "No netmask");
    bring_up(control_, device_name);
}

}  // namespace rostrum::network
