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

/// A time zone, by ICU: the C++20 calendar of GCC 12 has none, the C library knows one zone per
/// process (TZ), and Boost.DateTime needs a file of rules that Debian does not keep up to date.
/// ICU's zones are values, and may be used from every thread.
class Zone {
public:
    /// nullopt if ICU does not know this IANA name.
    [[nodiscard]] static std::optional<Zone> named(const std::string& iana_name);

    /// The first of the two if clocks are put back; nullopt if clocks are put forward over this
    /// time.
    [[nodiscard]] std::optional<Instant> instant_of(std::chrono::local_seconds time) const;

    /// The later of the two if clocks are put back; the only one otherwise.
    [[nodiscard]] std::optional<Instant> last_instant_of(std::chrono::local_seconds time) const;

    /// Whether people call its clock so, in winter or in summer: `cet`, in small letters.
    [[nodiscard]] bool is_called(const std::string& short_name) const;

    /// How far local time is ahead of UTC.
    [[nodiscard]] std::chrono::seconds ahead_of_utc(Instant instant) const;

    /// Whole seconds.
    [[nodiscard]] std::chrono::local_seconds local(Instant instant) const;

private:
    explicit Zone(std::shared_ptr<const icu::BasicTimeZone> rules) : rules_(std::move(rules)) {}

    std::shared_ptr<const icu::BasicTimeZone> rules_;
};

}  // namespace rostrum::wire
