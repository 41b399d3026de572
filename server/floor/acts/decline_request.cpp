#include "floor/acts/acts.hpp"
#include "floor/acts/requirements.hpp"

namespace rostrum::acts {

Decision decide(const Room& room, const DeclineRequest& command) {
    const auto meeting = the_meeting_not_over(room);
    if (!meeting) return meeting.refusal();
    const auto request = the_request(*meeting, command.request);
    if (!request) return request.refusal();
    return Events{RequestDeclined{request->id}};
}

}  // namespace rostrum::acts
