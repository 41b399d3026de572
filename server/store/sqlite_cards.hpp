#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rooms/card_registry.hpp"
#include "store/executor.hpp"
#include "store/random_bytes.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// The cards of a data folder, in access.db with the tokens, as hashes. Uses its own thread, so
/// that no room waits for the disk.
class SqliteCards : public rooms::CardRegistry {
public:
    /// The file must exist.
    /// @param worker as of SqliteCredentials
    SqliteCards(const std::filesystem::path& folder, rooms::Clock& clock, RandomBytes random_bytes,
                Executor executor, std::shared_ptr<Worker> worker = std::make_shared<Worker>());

    void list(const RoomId& room, Listed done) override;
    void issue(const RoomId& room, std::vector<rooms::NewCard> cards,
               std::vector<std::string> replaced, Issued done) override;
    void revoke(const RoomId& room, std::vector<std::string> cards, Revoked done) override;
    void open(std::string_view code, Opened done) override;
    void sign_on(const RoomId& room, std::string_view identity, Opened done) override;

private:
    /// Calls `done` with what `action` returns for the file, or with CardFault::unavailable.
    template <class Outcome, class Action>
    void post(std::function<void(const Outcome&)> done, Action action);

    std::filesystem::path path_;
    rooms::Clock& clock_;
    RandomBytes random_bytes_;
    Executor executor_;
    std::shared_ptr<Worker> worker_;
};

}  // namespace rostrum::store
