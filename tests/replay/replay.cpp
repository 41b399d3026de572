#include "replay.hpp"

#include <chrono>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace rostrum::replay {

Replay::Replay(const PlannedRoom& plan, const std::filesystem::path& folder)
    : clock_(plan.meetings.front().starts_at - std::chrono::hours{1}),
      log_(folder, thread_.executor(), store::system_random_bytes()),
      writer_(plan.id, clock_, log_, *this) {
    execute({Role::secretariat, "Laptop"}, FoundRoom{plan});
}

void Replay::execute(const Actor& actor, Command command) {
    std::optional<rooms::Answer> answer;
    writer_.submit(actor, CommandId{"replay-" + std::to_string(++commands_)}, std::move(command),
                   [&](rooms::Answer received) { answer = std::move(received); });
    thread_.run_until([&] { return answer.has_value(); });
    if (const auto* refusal = std::get_if<Refusal>(&*answer))
        throw std::runtime_error("Refused: " + refusal->text.english);
}

std::optional<StatementId> Replay::ending() const {
    if (!meeting().statement) return std::nullopt;
    return meeting().statement->id;
}

}  // namespace rostrum::replay
