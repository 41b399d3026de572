#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "wire/report/write.hpp"
#include "wire/sheet/zone.hpp"

namespace rostrum::wire::report {

/// The clock on the wall of a room.
class Clock {
public:
    /// @param time_zone IANA name; UTC if it is not known.
    explicit Clock(const std::string& time_zone) : zone_(Zone::named(time_zone)) {}

    [[nodiscard]] std::chrono::local_seconds operator()(Instant instant) const {
        if (zone_) return zone_->local(instant);
        return std::chrono::local_seconds{
            std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch())};
    }
    /// `2018-04-11`
    [[nodiscard]] std::string day(Instant instant) const {
        return text_of((*this)(instant)).substr(0, 10);
    }
    /// `09:30`
    [[nodiscard]] std::string minute(Instant instant) const {
        return text_of((*this)(instant)).substr(11, 5);
    }

private:
    std::optional<Zone> zone_;
};

}  // namespace rostrum::wire::report
