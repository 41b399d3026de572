#include "wire/sheet/zone.hpp"

#include <stdexcept>

#include <unicode/basictz.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace rostrum::wire {

namespace {

enum class ReadAs { utc, local_first, local_last };

/// How far local time is ahead of UTC.
std::chrono::seconds ahead(const icu::BasicTimeZone& zone, std::chrono::seconds time, ReadAs as) {
    const double at = std::chrono::duration<double, std::milli>{time}.count();
    std::int32_t raw = 0;
    std::int32_t dst = 0;
    UErrorCode status = U_ZERO_ERROR;
    if (as == ReadAs::utc)
        zone.getOffset(at, 0, raw, dst, status);
    else if (as == ReadAs::local_first)
        zone.getOffsetFromLocal(at, UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw, dst, status);
    else
        zone.getOffsetFromLocal(at, UCAL_TZ_LOCAL_LATTER, UCAL_TZ_LOCAL_LATTER, raw, dst, status);
    if (U_FAILURE(status)) throw std::logic_error("ICU does not know the offset of a time zone");
    return std::chrono::duration_cast<std::chrono::seconds>(Duration{raw + dst});
}

/// nullopt if clocks are put forward over this time.
std::optional<Instant> instant(const icu::BasicTimeZone& zone, std::chrono::seconds local,
                               ReadAs as) {
    const std::chrono::seconds utc = local - ahead(zone, local, as);
    if (utc + ahead(zone, utc, ReadAs::utc) != local) return std::nullopt;
    return Instant{utc};
}

}  // namespace

std::optional<Zone> Zone::named(const std::string& iana_name) {
    std::unique_ptr<icu::TimeZone> zone{
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(iana_name))};
    // ICU makes a BasicTimeZone from every name, and Unknown from those that it does not know.
    auto* const basic = dynamic_cast<icu::BasicTimeZone*>(zone.get());
    if (basic == nullptr || *zone == icu::TimeZone::getUnknown()) return std::nullopt;
    static_cast<void>(zone.release());
    return Zone{std::shared_ptr<const icu::BasicTimeZone>{basic}};
}

std::optional<Instant> Zone::instant_of(std::chrono::local_seconds time) const {
    return instant(*rules_, time.time_since_epoch(), ReadAs::local_first);
}

std::optional<Instant> Zone::last_instant_of(std::chrono::local_seconds time) const {
    return instant(*rules_, time.time_since_epoch(), ReadAs::local_last);
}

bool Zone::is_called(const std::string& short_name) const {
    // Each has the names of the zones that its readers know.
    for (const char* locale : {"en_GB", "en_US", "en_IN", "en_AU", "en_ZA"})
        for (const bool in_summer : {false, true}) {
            icu::UnicodeString shown;
            rules_->getDisplayName(static_cast<UBool>(in_summer), icu::TimeZone::SHORT,
                                   icu::Locale{locale}, shown);
            std::string name;
            if (shown.foldCase().toUTF8String(name) == short_name) return true;
        }
    return false;
}

std::chrono::seconds Zone::ahead_of_utc(Instant instant) const {
    const auto utc = std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch());
    return ahead(*rules_, utc, ReadAs::utc);
}

std::chrono::local_seconds Zone::local(Instant instant) const {
    const auto utc = std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch());
    return std::chrono::local_seconds{utc + ahead(*rules_, utc, ReadAs::utc)};
}

}  // namespace rostrum::wire
