#include "floor/commands/handlers.hpp"

namespace rostrum::commands {

Decision decide(const Room& room, const ClearNotice& command) {
    const std::optional<Notice>& notice = room.proceedings.notice;
    if (!notice) {
        return Refusal{RefusalCode::stale, "No notice is on the screens any more."};
    }
    if (notice->id != command.notice) {
        return Refusal{RefusalCode::stale, "Another notice is on the screens now."};
    }
    return Events{NoticeCleared{notice->id}};
}

}  // namespace rostrum::commands
