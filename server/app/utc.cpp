#include "app/utc.hpp"

#include <ctime>
#include <iomanip>
#include <sstream>

namespace rostrum::app {
namespace {

std::string written(Instant instant, const char* format) {
    const std::time_t seconds = unix_ms(instant) / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::ostringstream text;
    text << std::put_time(&parts, format);
    return text.str();
}

}  // namespace

std::string utc(Instant instant) {
    return written(instant, "%Y-%m-%d %H:%M UTC");
}

std::string utc_day(Instant instant) {
    return written(instant, "%Y-%m-%d");
}

}  // namespace rostrum::app
