#include "meetings.hpp"

#include <array>
#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <utility>
#include <variant>

#include "small_programme.hpp"

namespace rostrum::endurance {

namespace {

using namespace std::chrono_literals;

MeetingId meeting_id(int number) {
    return MeetingId{"meeting-" + std::to_string(number)};
}

}  // namespace

bool is_thorough() {
    const char* thorough = std::getenv("ROSTRUM_THOROUGH");
    return thorough != nullptr && std::string_view{thorough} == "1";
}

OpenedRoom::OpenedRoom(const std::filesystem::path& folder, Instant now)
    : clock_(now),
      log_(folder, thread_.executor(), store::system_random_bytes()),
      writer_(RoomId{"xx"}, clock_, log_, *this) {}

void OpenedRoom::execute(const std::vector<Command>& commands) {
    std::size_t answers = 0;
    std::string refused;
    for (const Command& command : commands) {
        const Actor actor{Role::secretariat, "Laptop of the secretariat"};
        // As long as the screens' ids.
        const std::string id = "5f0c2b1e-7d43-4f6a-" + std::to_string(room().revision.value) + '-' +
                               std::to_string(&command - commands.data());
        writer_.submit(actor, CommandId{id}, command, [&](const rooms::Answer& answer) {
            ++answers;
            const auto* refusal = std::get_if<Refusal>(&answer);
            if (refusal != nullptr && refused.empty()) refused = refusal->text.english;
        });
    }
    thread_.run_until([&] { return answers == commands.size(); });
    if (!refused.empty()) throw std::runtime_error("Refused: " + refused);
}

// The log works in order: once a refused write is answered, everything before it is done.
void OpenedRoom::settle() {
    // The memory of a snapshot in progress would look like growth.
    log_.wait_for_snapshots();
    bool answered = false;
    Act act;
    act.revision = Revision{8};
    act.command = CommandId{"nowhere1"};
    act.events.emplace_back(NoticeShown{"Nobody sees it."});
    log_.append(RoomId{"nowhere"}, Revision{7}, {act},
                [&](const rooms::Appended&) { answered = true; });
    thread_.run_until([&] { return answered; });
}

Meetings::Meetings(const std::filesystem::path& folder)
    : room_(std::in_place, folder, nine_o_clock) {
    room_->execute({FoundRoom{small_programme()}});
}

void Meetings::open_meeting() {
    std::vector<Command> commands;
    if (meetings_ > 0) commands.emplace_back(CloseMeeting{meeting_id(meetings_)});
    ++meetings_;
    const Instant start = nine_o_clock + meetings_ * 2h;
    commands.emplace_back(PlanMeetings{{planned_hour(meeting_id(meetings_).value, start)}});
    commands.emplace_back(OpenMeeting{meeting_id(meetings_)});
    room_->execute(commands);
}

void Meetings::hold_a_statement() {
    constexpr std::array panel{"a", "b", "c"};
    const DelegationId speaker{panel.at(statements_++ % panel.size())};
    const DelegationId other{panel.at(statements_ % panel.size())};
    const Meeting& meeting = *current_meeting(room_->room());
    std::optional<StatementId> ending;
    if (meeting.statement) ending = meeting.statement->id;
    room_->execute({GiveFloor{InscriptionId{speaker.value}, ending}});
    const StatementId statement{room_->room().revision.value};

    std::vector<Command> commands;
    for (int i = 0; i < 4; ++i) {
        commands.emplace_back(PauseStatement{statement});
        commands.emplace_back(ShowNotice{"Notice of round " + std::to_string(i)});
        commands.emplace_back(SendSignal{SignalKind::conclude, std::nullopt, {}});
        commands.emplace_back(ResumeStatement{statement});
        commands.emplace_back(MarkAbsent{other, "Outside."});
        commands.emplace_back(AddTime{statement, i % 2 == 0 ? 30s : -30s});
        commands.emplace_back(MarkPresent{other});
        commands.emplace_back(EnterRoll{{"FR"}});
        commands.emplace_back(LeaveRoll{{"FR"}});
    }
    commands.emplace_back(
        NameSpeaker{meeting.id, speaker, "Speaker " + std::to_string(statements_)});
    commands.emplace_back(ShowNotice{"Thank you."});
    room_->execute(commands);
    room_->execute({Undo{room_->room().memory.back().revision}});
    room_->later(5min);
}

void Meetings::hold(int statements) {
    open_meeting();
    for (int i = 0; i < statements; ++i) hold_a_statement();
}

}  // namespace rostrum::endurance
