// The rules, with the commands of tests/floor/random_commands.hpp: each byte makes one choice.
// Undoing every act leaves only the acts that Undo does not cover.
#include "../floor/random_commands.hpp"
#include "floor/command_table.hpp"
#include "floor/fold/fold.hpp"
#include "room.hpp"

using namespace rostrum;

namespace {

/// Makes the first choice once the bytes are used up.
class Choices {
public:
    explicit Choices(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] bool are_left() const { return !rest_.empty(); }
    std::uint64_t below(std::uint64_t bound) {
        std::uint64_t number = 0;
        for (std::uint64_t largest = bound - 1; largest > 0 && are_left(); largest >>= 8U) {
            number = number << 8U | static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
        }
        return number % bound;
    }

private:
    std::string_view rest_;
};

class Run {
public:
    explicit Run(std::string_view bytes) : choices_(bytes) {
        fuzz::expect(fuzz::act_of(room_, {Role::secretariat, "Laptop"},
                                  FoundRoom{fuzz::two_meetings()}, now_)
                         .has_value(),
                     "the room is founded");
        beside_only_ = room_;
    }

    void do_all() {
        while (choices_.are_left()) {
            now_ += commands_.pause();
            if (commands_.one_in(3)) {
                send(commands_.outside_the_floor(room_));
            } else {
                const Actor actor = commands_.at_the_table(room_);
                send({actor, commands_.next(room_)});
            }
        }
    }
    void take_all_back() {
        if (room_.archived) send({{Role::secretariat, "Laptop"}, ArchiveRoom{false}});
        while (!room_.memory.empty()) {
            const Actor actor{room_.controls, "Podium"};
            fuzz::expect(
                fuzz::act_of(room_, actor, Undo{room_.memory.back().revision}, now_).has_value(),
                "a remembered act can be undone");
        }
        fuzz::expect(
            room_.proceedings == beside_only_.proceedings && room_.rules == beside_only_.rules,
            "an undone act leaves nothing behind");
    }

private:
    void send(const test::Sent& sent) {
        const Room before = room_;
        const auto act = fuzz::act_of(room_, sent.actor, sent.command, now_);
        if (!act) return;
        fuzz::write_for_a_screen(room_);
        if (is_of_the_floor(act->kind))
            fuzz::expect(room_.names == before.names && room_.rules == before.rules,
                         "an act of the floor changes no names or rules");
        else
            for (const Event& event : act->events) fold(beside_only_, *act, event);
    }

    Choices choices_;
    test::RandomCommands commands_{
        test::RandomPicks::Source{[this](std::uint64_t bound) { return choices_.below(bound); }}};
    Instant now_ = nine_o_clock;
    Room room_ = empty_room(RoomId{"xx"});
    Room beside_only_ = room_;
};

}  // namespace

FUZZ_TARGET(floor) {
    Run run{fuzz::text_of(data, size)};
    run.do_all();
    run.take_all_back();
    return 0;
}
