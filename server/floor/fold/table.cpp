#include <algorithm>

#include "floor/fold/folding.hpp"
#include "floor/invariants.hpp"
#include "floor/limits.hpp"

namespace rostrum::folding {

namespace {

Duration shown_for(SignalKind kind) {
    if (kind == SignalKind::private_line) return limits::private_line_shown;
    return kind == SignalKind::text ? limits::text_signal_shown : limits::signal_shown;
}

}  // namespace

void fold(const FoldContext& context, const NoticeShown& event) {
    context.room.proceedings.notice =
        Notice{NoticeId{context.act.revision.value}, event.text, event.until, event.counts_down};
}

void fold(const FoldContext& context, const NoticeCleared& event) {
    auto& notice = context.room.proceedings.notice;
    require(notice && notice->id == event.notice, "a notice that is cleared was shown");
    notice.reset();
}

void fold(const FoldContext& context, const SignalSent& event) {
    std::vector<Signal>& signals = context.room.signals;
    std::erase_if(signals, [&](const Signal& one) { return one.until <= context.act.at; });
    if (signals.size() == limits::signals_at_once) signals.erase(signals.begin());
    const Duration shown = shown_for(event.kind);
    signals.push_back({SignalId{context.act.revision.value}, event.kind, event.from,
                       event.delegation, event.text, context.act.at, context.act.at + shown});
}

void fold(const FoldContext& context, const DisplaySet& event) {
    context.room.display = event.display;
}

void fold(const FoldContext& context, const ControlsPassed& event) {
    context.room.controls = event.to;
}

}  // namespace rostrum::folding
