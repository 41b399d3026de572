#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>

#include "rooms/screen_registry.hpp"
#include "store/executor.hpp"
#include "store/random_bytes.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// Screens' tokens do not expire: the secretariat sees the screens and can remove them.
constexpr std::size_t most_paired_screens = 1000;

/// The paired screens of a data folder, in access.db with the tokens. Uses its own thread, so that
/// no room waits for the disk.
class SqliteScreens : public rooms::ScreenRegistry {
public:
    /// Opens the file, or makes it.
    /// @param worker as of SqliteCredentials
    /// @throws StoreError
    SqliteScreens(const std::filesystem::path& folder, rooms::Clock& clock,
                  RandomBytes random_bytes, Executor executor,
                  std::shared_ptr<Worker> worker = std::make_shared<Worker>());

    void list(Listed done) override;
    void admit_screen(rooms::Assignment assignment, Admitted done) override;
    void assign(std::string_view screen, const RoomId& of, rooms::Assignment assignment,
                Done done) override;
    void remove(std::string_view screen, const RoomId& of, Done done) override;
    /// Screens that come and go while the file is written share one commit.
    void seen(std::string_view screen) override;

private:
    template <class Change>
    void change(std::string_view screen, const RoomId& of, Done done, Change apply);

    std::filesystem::path path_;
    rooms::Clock& clock_;
    RandomBytes random_bytes_;
    Executor executor_;
    std::shared_ptr<Worker> worker_;
    /// When each screen was seen, not yet written. Shared with the worker's task.
    struct Seen {
        std::mutex mutex;
        std::map<std::int64_t, Instant> at;
    };
    std::shared_ptr<Seen> seen_ = std::make_shared<Seen>();
};

}  // namespace rostrum::store
