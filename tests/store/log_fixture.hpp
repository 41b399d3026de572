#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "rooms_thread.hpp"
#include "store/sqlite_log.hpp"
#include "temporary_folder.hpp"

namespace rostrum::store {

inline Act notice(std::uint64_t revision, const std::string& command) {
    return {Revision{revision},
            instant_from_unix_ms(1'523'430'000'000 + static_cast<std::int64_t>(revision)),
            {Role::chair, "Tablet"},
            CommandId{command},
            kind_of<ShowNotice>(),
            {NoticeShown{"Notice " + std::to_string(revision)}}};
}

/// Deterministic bytes: they count up.
inline RandomBytes counting_random_bytes() {
    return [next = 0](std::size_t size) mutable {
        std::string bytes;
        while (bytes.size() < size) bytes.push_back(static_cast<char>(next++));
        return bytes;
    };
}

struct LogFixture {
    /// Appends, and waits for the answer.
    rooms::Appended append(const std::string& room, std::uint64_t expected, std::vector<Act> acts) {
        std::optional<rooms::Appended> answer;
        log->append(RoomId{room}, Revision{expected}, std::move(acts),
                    [&](rooms::Appended appended) { answer = std::move(appended); });
        thread.run_until([&] { return answer.has_value(); });
        return *answer;
    }
    std::variant<std::vector<Act>, rooms::Unavailable> fetch(const std::string& room,
                                                             std::uint64_t after) {
        std::optional<std::variant<std::vector<Act>, rooms::Unavailable>> answer;
        log->fetch(RoomId{room}, Revision{after},
                   [&](auto fetched) { answer = std::move(fetched); });
        thread.run_until([&] { return answer.has_value(); });
        return *std::move(answer);
    }
    /// The revisions of the acts with these commands.
    std::vector<std::uint64_t> find(const std::string& room, std::vector<CommandId> commands) {
        std::optional<std::vector<std::uint64_t>> revisions;
        log->find(RoomId{room}, std::move(commands), [&](const auto& found) {
            revisions.emplace();
            for (const auto& old : std::get<std::vector<rooms::Duplicate>>(found))
                revisions->push_back(old.revision.value);
        });
        thread.run_until([&] { return revisions.has_value(); });
        return *revisions;
    }
    bool write(const std::string& room, const Act& act) {
        return std::holds_alternative<rooms::Durable>(append(room, act.revision.value - 1, {act}));
    }
    void open() { log.emplace(folder.path, thread.executor(), counting_random_bytes()); }
    void close() { log.reset(); }
    /// The error of opening the log; empty if it opens.
    std::string complaint() {
        close();
        try {
            open();
        } catch (const std::exception& error) {
            return error.what();
        }
        return {};
    }
    /// Changes the file as a tamperer would.
    void tamper(const std::string& sql) {
        close();
        Database(file(), Database::Opening::existing).execute(sql);
    }
    [[nodiscard]] std::filesystem::path file() const { return folder.path / "log.db"; }

    TemporaryFolder folder;
    RoomsThread thread;
    std::optional<SqliteLog> log{std::in_place, folder.path, thread.executor(),
                                 counting_random_bytes()};
};

}  // namespace rostrum::store
