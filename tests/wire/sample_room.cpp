#include "sample_room.hpp"

namespace rostrum::wire {

namespace {

constexpr std::int64_t nine_unix_ms = 1'523'430'000'000;
constexpr std::int64_t minute = 60'000;

Instant at(std::int64_t minutes) {
    return instant_from_unix_ms(nine_unix_ms + minutes * minute);
}

Delegation delegation(const std::string& id, DelegationKind kind, const std::string& title) {
    Delegation plate;
    plate.id = DelegationId{id};
    plate.kind = kind;
    plate.title = title;
    return plate;
}

Inscription inscription(const std::string& id, const std::string& delegation, InscriptionKind kind,
                        InscriptionStatus status) {
    Inscription entry;
    entry.id = InscriptionId{id};
    entry.delegation = DelegationId{delegation};
    entry.kind = kind;
    entry.status = status;
    entry.allotted = Duration{120'000};
    return entry;
}

Signal signal(std::uint64_t id, SignalKind kind, Role from) {
    Signal sent;
    sent.id = SignalId{id};
    sent.kind = kind;
    sent.from = from;
    sent.sent_at = at(6);
    sent.until = at(7);
    return sent;
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
        delegation("sur", DelegationKind::state_under_review, "Cuba"),
        delegation("cso-1", DelegationKind::national_cso, "National CSO: media freedom"),
        delegation("cso-2", DelegationKind::international_cso, "International CSO"),
    };
    meeting.delegations[0].state_code = "CU";
    meeting.delegations[1].subject = "Media freedom";
    meeting.delegations[1].short_title = "Media";
    meeting.delegations[1].standing = Standing::absent;
    meeting.delegations[1].absence_reason = "Prevented from travelling";
    meeting.delegations[1].represented_by = RepresentedBy::woman;
    meeting.delegations[2].standing = Standing::read_by;
    meeting.delegations[2].reader = DelegationId{"cso-1"};
    meeting.delegations[2].represented_by = RepresentedBy::man;
    meeting.roll = {
        delegation("moderator", DelegationKind::moderator, ""),
        delegation("mission-fr", DelegationKind::mission, "France"),
    };
    meeting.roll[1].state_code = "FR";

    Inscription question =
        inscription("ask-3", "mission-fr", InscriptionKind::question, InscriptionStatus::waiting);
    question.addressed_to = {DelegationId{"cso-1"}, DelegationId{"cso-2"}};
    Inscription answer =
        inscription("answer-4-1", "cso-1", InscriptionKind::answer, InscriptionStatus::spoken);
    answer.round = RoundId{4};
    answer.spoken = Duration{100'000};
    Inscription order = inscription("order-6", "mission-fr", InscriptionKind::point_of_order,
                                    InscriptionStatus::spoken);
    order.ruling = Ruling::noted;
    order.ruling_text = "Taken note of.";
    meeting.list = {
        inscription("sur", "sur", InscriptionKind::sur_statement, InscriptionStatus::spoken),
        inscription("cso-1", "cso-1", InscriptionKind::panel_statement,
                    InscriptionStatus::speaking),
        inscription("cso-2", "cso-2", InscriptionKind::panel_statement,
                    InscriptionStatus::interrupted),
        question,
        answer,
        order,
    };
    meeting.list[0].spoken = Duration{110'000};
    meeting.list[1].allotted = Duration{300'000};
    meeting.list[1].added = Duration{-30'000};
    meeting.list[1].lost = LostTime{Duration{60'000}, Duration{-45'000}};
    meeting.list[2].allotted = Duration{360'000};
    meeting.list[2].added = Duration{15'000};
    meeting.list[2].spoken = Duration{65'000};

    Statement& statement = meeting.statement.emplace();
    statement.id = StatementId{7};
    statement.inscription = InscriptionId{"cso-1"};
    statement.given_at = at(4);
    statement.timer = Timer{Duration{270'000}, Duration{20'500}, at(5)};
    meeting.interrupted = Interruption{InscriptionId{"cso-2"}, true};
    meeting.turns = {{StatementId{5}, InscriptionId{"sur"}, at(1), at(3), Duration{110'000}, false},
                     {StatementId{6}, InscriptionId{"cso-1"}, at(3), at(4), Duration{0}, true}};
    meeting.questions = {true, 12, at(40), true};
    meeting.requests = {{InscriptionId{"ask-8"},
                         DelegationId{"mission-fr"},
                         InscriptionKind::right_of_reply,
                         {DelegationId{"cso-2"}},
                         at(8),
                         "phone-0123456789abcdef"}};
    meeting.rounds = {{RoundId{4}, Duration{240'000}}};
    meeting.hard_stop = at(55);
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
    room.proceedings.notice =
        Notice{NoticeId{6}, "Please be brief.", instant_from_unix_ms(1'523'430'900'000)};
    room.names.edit() = {{{MeetingId{"cuba"}, DelegationId{"cso-1"}}, "The speaker"}};
    room.withheld = {{{MeetingId{"cuba"}, DelegationId{"cso-2"}}, NameStanding::withheld}};
    room.rules.reserve = std::chrono::minutes{10};
    room.rules.order = SpeakingOrder::nhri_first;
    room.display = {DisplayMode::questions_code, true};
    room.controls = Role::secretariat;
    room.signals = {signal(5, SignalKind::conclude, Role::chair),
                    signal(6, SignalKind::slow_down, Role::interpreter),
                    signal(7, SignalKind::text, Role::secretariat),
                    signal(8, SignalKind::here, Role::speaker)};
    room.signals[2].delegation = DelegationId{"cso-1"};
    room.signals[2].text = "Closer to the microphone, please.";

    RememberedAct act;
    act.revision = Revision{7};
    act.kind = kind_of<GiveFloor>();
    act.at = at(4);
    act.actor = Actor{Role::chair, "Chair's tablet"};
    act.meeting = MeetingId{"cuba"};
    act.delegation = DelegationId{"cso-1"};
    room.memory.push_back(std::move(act));
    room.last_act =
        ActNote{Revision{8},  kind_of<SendSignal>(), at(6), Actor{Role::secretariat, "Laptop"},
                std::nullopt, std::nullopt};
    room.programme_revision = Revision{1};
    room.revision = Revision{8};
    room.latest = at(9);
    return room;
}

}  // namespace rostrum::wire
