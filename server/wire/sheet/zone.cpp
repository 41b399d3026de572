#include "wire/sheet/zone.hpp"

#include <stdexcept>

#include <unicode/basictz.h>
#include <unicode/unistr.h>

namespace rostrum::wire {

namespace {

constexpr double ms_a_second = 1000;

void must_have_worked(UErrorCode status) {
    if (U_FAILURE(status)) throw std::logic_error("ICU cannot tell the offset of a time zone");
}

}  // namespace

class Zone::Rules {
public:
    explicit Rules(std::unique_ptr<const icu::BasicTimeZone> zone) : zone_(std::move(zone)) {}

    /// What local time is ahead of UTC.
    [[nodiscard]] std::chrono::seconds ahead_at(std::chrono::seconds utc) const {
        std::int32_t raw = 0;
        std::int32_t dst = 0;
        UErrorCode status = U_ZERO_ERROR;
        zone_->getOffset(static_cast<double>(utc.count()) * ms_a_second, 0, raw, dst, status);
        must_have_worked(status);
        return whole_seconds(raw + dst);
    }

    [[nodiscard]] std::chrono::seconds ahead_at_local(std::chrono::seconds local) const {
        std::int32_t raw = 0;
        std::int32_t dst = 0;
        UErrorCode status = U_ZERO_ERROR;
        zone_->getOffsetFromLocal(static_cast<double>(local.count()) * ms_a_second,
                                  UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw, dst, status);
        must_have_worked(status);
        return whole_seconds(raw + dst);
    }

private:
    static std::chrono::seconds whole_seconds(std::int32_t milliseconds) {
        return std::chrono::duration_cast<std::chrono::seconds>(Duration{milliseconds});
    }

    std::unique_ptr<const icu::BasicTimeZone> zone_;
};

std::optional<Zone> Zone::named(const std::string& iana_name) {
    std::unique_ptr<icu::TimeZone> zone{
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(iana_name))};
    // Every zone that ICU makes from a name is a BasicTimeZone; what it does not know is Unknown.
    auto* const basic = dynamic_cast<icu::BasicTimeZone*>(zone.get());
    if (basic == nullptr || *zone == icu::TimeZone::getUnknown()) return std::nullopt;
    static_cast<void>(zone.release());
    return Zone{std::make_shared<const Rules>(std::unique_ptr<const icu::BasicTimeZone>{basic})};
}

std::optional<Instant> Zone::instant_of(std::chrono::local_seconds time) const {
    const std::chrono::seconds local = time.time_since_epoch();
    const std::chrono::seconds utc = local - rules_->ahead_at_local(local);
    if (utc + rules_->ahead_at(utc) != local) return std::nullopt;
    return Instant{utc};
}

std::chrono::local_seconds Zone::local(Instant instant) const {
    const auto utc = std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch());
    return std::chrono::local_seconds{utc + rules_->ahead_at(utc)};
}

}  // namespace rostrum::wire
