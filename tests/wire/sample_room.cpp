#include "sample_room.hpp"

namespace rostrum::wire {

namespace {

constexpr std::int64_t nine = 1'523'430'000'000;
constexpr std::int64_t minute = 60'000;

Instant at(std::int64_t minutes) {
    return instant_from_unix_ms(nine + minutes * minute);
}

Meeting meeting_on_cuba() {
    Meeting meeting;
    meeting.id = MeetingId{"cuba"};
    meeting.state = {"CU", "Cuba"};
    meeting.starts_at = at(0);
    meeting.ends_at = at(60);
    meeting.course = Course::suspended;
    meeting.opened_at = at(1);
    meeting.suspended_at = at(9);
    meeting.delegations = {
        {DelegationId{"sur"}, DelegationKind::state_under_review, "Cuba", "", Standing::present,
         ""},
        {DelegationId{"cso-1"}, DelegationKind::national_cso, "National CSO: media freedom",
         "Media freedom", Standing::absent, "Prevented from travelling"},
    };
    meeting.list = {
        {InscriptionId{"sur"}, DelegationId{"sur"}, InscriptionKind::sur_statement,
         InscriptionStatus::spoken, Duration{120'000}, Duration{0}, Duration{110'000}},
        {InscriptionId{"cso-1"}, DelegationId{"cso-1"}, InscriptionKind::panel_statement,
         InscriptionStatus::speaking, Duration{300'000}, Duration{-30'000}, Duration{0}},
        {InscriptionId{"cso-1-again"}, DelegationId{"sur"}, InscriptionKind::panel_statement,
         InscriptionStatus::waiting, Duration{360'000}, Duration{0}, Duration{0}},
    };
    meeting.statement = Statement{StatementId{7}, InscriptionId{"cso-1"}, at(4),
                                  Timer{Duration{270'000}, Duration{20'500}, at(5)}, false};
    meeting.turns = {{StatementId{5}, InscriptionId{"sur"}, at(1), at(3), Duration{110'000}}};
    return meeting;
}

Meeting meeting_on_djibouti() {
    Meeting meeting;
    meeting.id = MeetingId{"djibouti"};
    meeting.state = {"DJ", "Djibouti"};
    meeting.starts_at = at(90);
    meeting.ends_at = at(150);
    return meeting;
}

}  // namespace

Room sample_room() {
    Room room;
    room.id = RoomId{"xxvii"};
    room.name = "Room XXVII";
    room.time_zone = "Europe/Zurich";
    room.proceedings.meetings = {Shared{meeting_on_cuba()}, Shared{meeting_on_djibouti()}};
    room.proceedings.current = MeetingId{"cuba"};
    room.proceedings.notice = Notice{NoticeId{6}, "Please be brief."};
    room.names = {{{MeetingId{"cuba"}, DelegationId{"cso-1"}}, "The speaker"}};
    room.memory = {Shared{RememberedAct{Revision{7},
                                        ActKind::give_floor,
                                        at(4),
                                        Actor{Role::chair, "Chair's tablet"},
                                        MeetingId{"cuba"},
                                        DelegationId{"cso-1"},
                                        {}}}};
    room.revision = Revision{8};
    room.latest = at(9);
    return room;
}

}  // namespace rostrum::wire
