#pragma once

#include <exception>
#include <filesystem>
#include <optional>
#include <utility>

#include "store/executor.hpp"
#include "store/schema.hpp"
#include "store/worker.hpp"

namespace rostrum::store {

/// Opens the file on the worker, and calls `done` on the thread of the rooms.
/// @param action makes the outcome of the Database; on the worker
/// @param failed makes it of the exception that the former threw; on the worker
template <class Outcome, class Action, class Failed, class Done>
void ask_worker(Worker& worker, const std::filesystem::path& path, const Executor& executor,
                Action action, Failed failed, Done done) {
    worker.post([path, executor, action = std::move(action), failed = std::move(failed),
                 done = std::move(done)]() mutable {
        std::optional<Outcome> outcome;
        try {
            Database database = connect(path);
            outcome.emplace(action(database));
        } catch (const std::exception& error) {
            outcome.emplace(failed(error));
        }
        executor([done = std::move(done), outcome = *std::move(outcome)] { done(outcome); });
    });
}

}  // namespace rostrum::store
