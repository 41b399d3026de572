#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "chamber/ports.hpp"
#include "store/chance.hpp"
#include "store/erasure.hpp"
#include "store/sqlite.hpp"

namespace rostrum::store {

/// What one room asks to have written.
struct Writing {
    RoomId room;
    Revision expected;
    std::vector<Act> acts;
};

/// Writes acts to a log. For one thread.
class LogWriter {
public:
    LogWriter(std::filesystem::path path, Chance chance);

    /// Answers each of them, in order, after one commit for all. An act that erases a name takes it
    /// out of all acts before it in the same commit, and is answered after the wiping. None
    /// disturbs another: a conflict in one room leaves the others to be written. Where the file
    /// fails, none was written as far as can be known, and the next call opens it anew.
    [[nodiscard]] std::vector<chamber::Appended> write(std::span<const Writing> writings);

private:
    /// The connection, with what is prepared on it.
    struct Connection {
        explicit Connection(const std::filesystem::path& path);
        Database database;
        Statement head;
        Statement holder;
        Statement add_act;
        Statement add_event;
    };

    std::vector<chamber::Appended> commit(std::span<const Writing> writings);
    chamber::Appended write_one(Connection& connection, const Writing& writing);
    chamber::Appended write_acts(Connection& connection, const Writing& writing);
    std::string add(Connection& connection, const RoomId& room, const Act& act,
                    const std::string& previous_chain);

    std::filesystem::path path_;
    Chance chance_;
    std::optional<Connection> connection_;
    /// The transaction in progress erases a name.
    bool erased_ = false;
    Wiping wiping_;
};

}  // namespace rostrum::store
