#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include <unicode/utypes.h>

#include "floor/instant.hpp"

U_NAMESPACE_BEGIN
class BasicTimeZone;
U_NAMESPACE_END

namespace rostrum::wire {

/// A time zone, by ICU: the calendar of C++20 has none in GCC 12, the C library knows one zone a
/// process (TZ), and Boost.DateTime wants a file of rules that Debian does not keep up to date.
/// ICU's zones are values, and may be used from every thread.
class Zone {
public:
    /// None where ICU knows no zone of that IANA name.
    [[nodiscard]] static std::optional<Zone> named(const std::string& iana_name);

    /// Of an hour that comes twice when clocks are put back, the first. None for a time that does
    /// not come that day, because clocks are put forward.
    [[nodiscard]] std::optional<Instant> instant_of(std::chrono::local_seconds time) const;

    /// Whole seconds.
    [[nodiscard]] std::chrono::local_seconds local(Instant instant) const;

private:
    explicit Zone(std::shared_ptr<const icu::BasicTimeZone> rules) : rules_(std::move(rules)) {}

    std::shared_ptr<const icu::BasicTimeZone> rules_;
};

}  // namespace rostrum::wire
