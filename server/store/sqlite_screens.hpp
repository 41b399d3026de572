#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "chamber/screen_registry.hpp"
#include "store/chance.hpp"
#include "store/executor.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// Screens' tokens do not expire: the secretariat sees the screens and can remove them.
constexpr std::size_t most_paired_screens = 1000;

/// The paired screens of a data folder, in access.db beside the tokens. Uses its own thread, so
/// that no room waits for the disk.
class SqliteScreens : public chamber::ScreenRegistry {
public:
    /// Opens the file, or makes it.
    /// @param worker as of SqliteCredentials
    /// @throws StoreError
    SqliteScreens(const std::filesystem::path& folder, chamber::Clock& clock, Chance chance,
                  Executor executor, std::shared_ptr<Worker> worker = std::make_shared<Worker>());

    void list(Listed done) override;
    void admit_screen(chamber::Assignment assignment, Admitted done) override;
    void assign(std::string_view screen, chamber::Assignment assignment, Done done) override;
    void remove(std::string_view screen, Done done) override;
    void seen(std::string_view screen) override;

private:
    template <class Change>
    void change(std::string_view screen, Done done, Change what);

    std::filesystem::path path_;
    chamber::Clock& clock_;
    Chance chance_;
    Executor executor_;
    std::shared_ptr<Worker> worker_;
};

}  // namespace rostrum::store
