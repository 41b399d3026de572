#include "store/access_sync.hpp"

#include <exception>
#include <utility>

#include "store/access_schema.hpp"
#include "store/ask_worker.hpp"
#include "store/schema.hpp"
#include "store/store_error.hpp"

namespace rostrum::store {

AccessSync::AccessSync(const std::filesystem::path& folder, rooms::Clock& clock,
                       const RandomBytes& random_bytes, Executor executor,
                       std::shared_ptr<Worker> worker)
    : path_(access_of(folder)),
      clock_(clock),
      executor_(std::move(executor)),
      writes_(std::move(worker)) {
    Database database = open_or_make(path_, access_schema());
    try {
        join_access(database, path_, clock_.now(), random_bytes);
    } catch (const SqliteError& error) {
        throw StoreError("The list of tokens " + path_.string() +
                         " cannot be used: " + error.what() + ".");
    }
}

void AccessSync::answer(std::string request, Answered done) {
    using Answer = std::optional<std::string>;
    ask_worker<Answer>(
        reads_, path_, executor_,
        [request = std::move(request)](const Database& database) {
            return Answer(access_changes(database, request));
        },
        [](const std::exception&) { return Answer{}; }, std::move(done));
}

std::string AccessSync::request(const std::string& server) const {
    const auto known = known_->find(server);
    return access_request(known == known_->end() ? AccessPlace{} : known->second);
}

void AccessSync::take(const std::string& server, std::string answer, TakenDone done) {
    if (answer.empty()) return executor_([done = std::move(done)] { done(Taken{}); });
    using Outcome = std::optional<AppliedAccess>;
    ask_worker<Outcome>(
        *writes_, path_, executor_,
        [answer = std::move(answer), now = clock_.now()](Database& database) {
            return Outcome(apply_access(database, answer, now));
        },
        [](const std::exception&) { return Outcome{}; },
        [known = known_, server, done = std::move(done)](const Outcome& outcome) {
            if (!outcome) return done(std::nullopt);
            AccessPlace& place = (*known)[server];
            // One that comes late says nothing of what is between.
            if (place.folder != outcome->known.folder || outcome->after <= place.place)
                place = outcome->known;
            done(Taken{.is_more = outcome->is_more, .reassigned = outcome->reassigned});
        });
}

}  // namespace rostrum::store
