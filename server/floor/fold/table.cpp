#include <algorithm>

#include "floor/fold/folding.hpp"
#include "floor/invariants.hpp"
#include "floor/limits.hpp"

namespace rostrum::folding {

void fold(const Place& place, const NoticeShown& event) {
    place.room.proceedings.notice = Notice{NoticeId{place.act.revision.value}, event.text};
}

void fold(const Place& place, const NoticeCleared& event) {
    auto& notice = place.room.proceedings.notice;
    require(notice && notice->id == event.notice, "a notice that is cleared was shown");
    notice.reset();
}

void fold(const Place& place, const SignalSent& event) {
    std::vector<Signal>& signals = place.room.signals;
    std::erase_if(signals, [&](const Signal& one) { return one.until <= place.act.at; });
    if (signals.size() == limits::signals_at_once) signals.erase(signals.begin());
    const Duration shown =
        event.kind == SignalKind::text ? limits::text_signal_shown : limits::signal_shown;
    signals.push_back({SignalId{place.act.revision.value}, event.kind, event.from, event.delegation,
                       event.text, place.act.at, place.act.at + shown});
}

void fold(const Place& place, const DisplaySet& event) {
    place.room.display = event.display;
}

void fold(const Place& place, const ControlsPassed& event) {
    place.room.controls = event.to;
}

}  // namespace rostrum::folding
