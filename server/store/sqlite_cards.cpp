#include "store/sqlite_cards.hpp"

#include <exception>
#include <utility>

#include "store/access_schema.hpp"
#include "store/ask_worker.hpp"
#include "store/card_rows.hpp"

namespace rostrum::store {

SqliteCards::SqliteCards(const std::filesystem::path& folder, rooms::Clock& clock,
                         RandomBytes random_bytes, Executor executor,
                         std::shared_ptr<Worker> worker)
    : path_(access_of(folder)),
      clock_(clock),
      random_bytes_(std::move(random_bytes)),
      executor_(std::move(executor)),
      worker_(std::move(worker)) {}

template <class Outcome, class Action>
void SqliteCards::post(std::function<void(const Outcome&)> done, Action action) {
    ask_worker<Outcome>(
        *worker_, path_, executor_, std::move(action),
        [](const std::exception&) { return rooms::CardFault::unavailable; }, std::move(done));
}

void SqliteCards::list(const RoomId& room, Listed done) {
    post(std::move(done), [room](Database& database) { return read_cards(database, room); });
}

void SqliteCards::issue(const RoomId& room, std::vector<rooms::NewCard> cards,
                        std::vector<std::string> replaced, Issued done) {
    post(std::move(done), [random_bytes = random_bytes_, room, cards = std::move(cards),
                           replaced = std::move(replaced), now = clock_.now()](Database& database) {
        return issue_cards(database, random_bytes, room, cards, replaced, now);
    });
}

void SqliteCards::revoke(const RoomId& room, std::vector<std::string> cards, Revoked done) {
    post(std::move(done), [room, cards = std::move(cards)](Database& database) {
        return revoke_cards(database, room, cards);
    });
}

void SqliteCards::open(std::string_view code, Opened done) {
    post(std::move(done),
         [random_bytes = random_bytes_, code = std::string(code), now = clock_.now()](
             Database& database) { return open_card(database, random_bytes, code, now); });
}

void SqliteCards::sign_on(const RoomId& room, std::string_view identity, Opened done) {
    post(std::move(done), [random_bytes = random_bytes_, room, identity = std::string(identity),
                           now = clock_.now()](Database& database) {
        return sign_on_card(database, random_bytes, room, identity, now);
    });
}

}  // namespace rostrum::store
