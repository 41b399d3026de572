#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "meetings.hpp"
#include "rooms_thread.hpp"
#include "store/log_schema.hpp"
#include "store/sqlite_log.hpp"
#include "temporary_folder.hpp"

namespace rostrum::endurance::erasure_test {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t plates = 20;
constexpr std::size_t taps_an_erasure = 250;
const MeetingId cuba{"cuba"};
const std::string person = "Zibbermoor Quillfeather";

DelegationId plate(std::size_t number) {
    return DelegationId{"p" + std::to_string(number % plates)};
}

/// A log to which rooms append in turn.
class LongLog {
public:
    /// Appends acts of two events each; every 50th names the person of some plate.
    void grow(const std::string& room, std::size_t acts) {
        std::vector<Act> batch;
        for (std::size_t i = 0; i < acts; ++i) {
            Act next = act(room, kind_of<ShowNotice>());
            next.revision.value += i;
            next.command.value = room + std::to_string(next.revision.value);
            next.events = {NoticeShown{std::string(40 + i % 60, 'n')}, NoticeCleared{}};
            if (i % 50 == 0) next.events.back() = SpeakerNamed{cuba, plate(i / 50), person};
            batch.push_back(std::move(next));
        }
        wait_for(append(room, std::move(batch)));
    }
    /// Appends one act, and waits until it is durable.
    milliseconds tap(const std::string& room) {
        Act next = act(room, kind_of<ShowNotice>());
        next.events = {NoticeShown{"Please conclude"}};
        return wait_for(append(room, {std::move(next)}));
    }
    /// @returns when it is answered
    std::shared_ptr<std::optional<milliseconds>> erase_name(const std::string& room,
                                                            std::size_t number) {
        Act next = act(room, kind_of<EraseName>());
        next.events = {NameErased{cuba, plate(number)}};
        return append(room, {std::move(next)});
    }
    milliseconds wait_for(const std::shared_ptr<std::optional<milliseconds>>& answered) {
        thread.run_until([&] { return answered->has_value(); });
        return **answered;
    }

    store::TemporaryFolder folder;
    store::RoomsThread thread;
    std::optional<store::SqliteLog> log{std::in_place, folder.path, thread.executor(),
                                        store::system_random_bytes()};

private:
    Act act(const std::string& room, CommandKind kind) {
        const Revision next{revisions_[room].value + 1};
        return {next,
                instant_from_unix_ms(1'523'430'000'000),
                {Role::secretariat, "Laptop"},
                CommandId{room + std::to_string(next.value)},
                kind,
                {}};
    }
    std::shared_ptr<std::optional<milliseconds>> append(const std::string& room,
                                                        std::vector<Act> acts) {
        const Revision before = std::exchange(revisions_[room], acts.back().revision);
        auto answered = std::make_shared<std::optional<milliseconds>>();
        log->append(RoomId{room}, before, std::move(acts),
                    [answered, begin = steady_clock::now()](const rooms::Appended& appended) {
                        CHECK(std::holds_alternative<rooms::Durable>(appended));
                        *answered =
                            std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
                    });
        return answered;
    }

    std::map<std::string, Revision> revisions_;
};

void print(const char* what, std::vector<milliseconds>& times) {
    std::sort(times.begin(), times.end());
    std::cout << "  " << times.size() << ' ' << what << ": half within "
              << times[times.size() / 2].count() << " ms, 99 % "
              << times[times.size() * 99 / 100].count() << " ms, 99.9 % "
              << times[times.size() * 999 / 1000].count() << " ms, all " << times.back().count()
              << " ms\n";
}

TEST_CASE("erasing names from a long log delays no act of another room", "[erasure]") {
    const std::size_t wanted = is_thorough() ? 1'000'000 : 40'000;
    LongLog filled;
    // Rooms that come later lie before the others in the file, so that pages are divided.
    for (std::size_t events = 0; events < wanted; events += 4 * 1000)
        for (const char* room : {"xx", "mm", "cc", "aa"}) filled.grow(room, 500);
    std::cout << "erasure_test: " << wanted << " events, "
              << std::filesystem::file_size(store::log_of(filled.folder.path)) / 1024 / 1024
              << " MiB\n";

    std::vector<milliseconds> taps;
    std::vector<milliseconds> erasures;
    for (std::size_t number = 0; number < plates; ++number) {
        const auto erased = filled.erase_name("mm", number);
        for (std::size_t i = 0; i < taps_an_erasure; ++i) taps.push_back(filled.tap("xx"));
        erasures.push_back(filled.wait_for(erased));
    }
    print("erasures", erasures);
    print("acts meanwhile", taps);
    // On an otherwise idle machine.
    if (is_thorough()) CHECK(taps[taps.size() * 999 / 1000] < milliseconds{100});
}

}  // namespace
}  // namespace rostrum::endurance::erasure_test
