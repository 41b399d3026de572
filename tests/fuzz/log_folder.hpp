#pragma once

#include <string>

#include "../store/temporary_folder.hpp"
#include "floor/apply.hpp"
#include "floor/invariants.hpp"
#include "fuzz.hpp"
#include "store/log_check.hpp"
#include "store/log_reader.hpp"
#include "store/store_error.hpp"

/// A data folder with an untrusted log.
namespace rostrum::fuzz {

/// Reads every room of the log as a starting server does, and checks it as `rostrum verify` does.
/// Errors may be reported; nothing else may go wrong.
inline void read_log(const std::filesystem::path& folder) {
    try {
        const store::LogCheck check = store::check_log(folder);
        store::LogReader reader = store::open_for_reading(folder);
        static_cast<void>(reader.log_id());
        for (const RoomId& id : reader.rooms()) {
            Room room = empty_room(id);
            for (const Act& act : reader.acts(id, Revision{})) room = apply(std::move(room), act);
        }
    } catch (const store::StoreError& error) {
        expect(*error.what() != '\0', "an unreadable log is reported with the reason");
    } catch (const InvariantBroken& error) {
        expect(*error.what() != '\0', "an inconsistent log is reported with the reason");
    }
}

}  // namespace rostrum::fuzz
