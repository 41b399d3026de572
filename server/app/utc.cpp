#include "app/utc.hpp"

#include <ctime>
#include <iomanip>
#include <sstream>

namespace rostrum::app {

std::string utc(Instant instant) {
    const std::time_t seconds = unix_ms(instant) / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::ostringstream text;
    text << std::put_time(&parts, "%Y-%m-%d %H:%M UTC");
    return text.str();
}

}  // namespace rostrum::app
