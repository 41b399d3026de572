#include "store/request_tokens.hpp"

#include <exception>
#include <utility>

#include "store/access_schema.hpp"
#include "store/schema.hpp"
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
    worker_->post([path = path_, random_bytes = random_bytes_, executor = executor_,
                   tokens = tokens_, room, now = clock_.now(), expires_at,
                   done = std::move(done)]() mutable {
        std::variant<std::string, rooms::Unavailable> outcome;
        try {
            Database database = connect(path);
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
            outcome = token;
        } catch (const std::exception& error) {
            outcome = rooms::Unavailable{"The list of tokens " + path.string() +
                                         " cannot be used: " + error.what() + "."};
        }
        executor([done = std::move(done), outcome = std::move(outcome)] { done(outcome); });
    });
}

}  // namespace rostrum::store
