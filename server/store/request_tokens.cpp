#include "store/request_tokens.hpp"

#include <exception>
#include <utility>

#include "store/access_schema.hpp"
#include "store/ask_worker.hpp"
#include "store/token.hpp"
#include "store/token_rows.hpp"

namespace rostrum::store {
namespace {

void record(Database& database, const std::string& token, const TokenRow& row) {
    Transaction transaction(database);
    drop_expired(database, row.issued_at);
    insert_token(database, token, row);
    transaction.commit();
}

}  // namespace

RequestTokens::RequestTokens(const std::filesystem::path& folder, rooms::Clock& clock,
                             RandomBytes random_bytes, Executor executor,
                             std::shared_ptr<Worker> worker)
    : path_(access_of(folder)),
      clock_(clock),
      random_bytes_(std::move(random_bytes)),
      executor_(std::move(executor)),
      worker_(std::move(worker)) {}

void RequestTokens::give(const RoomId& room, Instant expires_at, Given done) {
    ask_worker<std::variant<std::string, rooms::Unavailable>>(
        *worker_, path_, executor_,
        [random_bytes = random_bytes_, tokens = tokens_, room, now = clock_.now(),
         expires_at](Database& database) {
            std::string& token = (*tokens)[room];
            if (!is_open(database, token, now)) {
                std::string fresh = draw_token(random_bytes);
                record(database, fresh,
                       {.grant = {.room = room, .role = Role::delegation},
                        .label = "shown to Missions",
                        .issued_at = now,
                        .expires_at = expires_at,
                        .origin = Origin::printed});
                token = std::move(fresh);
            }
            return token;
        },
        [path = path_](const std::exception& error) {
            return rooms::Unavailable{"The list of tokens " + path.string() +
                                      " cannot be used: " + error.what() + "."};
        },
        std::move(done));
}

}  // namespace rostrum::store
