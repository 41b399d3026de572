#include "app/utc.hpp"

#include <fmt/chrono.h>

namespace rostrum::app {

std::string utc(Instant instant) {
    return fmt::format("{:%Y-%m-%d %H:%M} UTC", fmt::gmtime(unix_ms(instant) / 1000));
}

std::string utc_day(Instant instant) {
    return utc(instant).substr(0, std::string_view{"2018-04-11"}.size());
}

}  // namespace rostrum::app
