// The log reader, given forged acts with valid hashes, so that their contents are read. An act is
// four bytes: role, kind, seconds since the last act, number of events. An event is its length in
// two bytes, little-endian, and its payload. The highest bit of the length means that its name was
// erased.
#include "log_folder.hpp"
#include "store/act_row.hpp"
#include "store/log_schema.hpp"
#include "store/schema.hpp"
#include "store/sqlite.hpp"

using namespace rostrum;

namespace {

class Forger {
public:
    explicit Forger(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] bool has_more() const { return !rest_.empty(); }

    store::ActRow next() {
        store::ActRow act;
        act.room = "xx";
        act.revision = ++revision_;
        act.role = byte();
        act.kind = byte();
        act.at_unix_ms = seconds_ * 1000;
        seconds_ += byte();
        act.device = "Device";
        act.command_id = "command-" + std::to_string(revision_);
        act.events.resize(byte() % 16);
        for (store::EventRow& event : act.events) event = next_event();
        act.chain = chain_ = store::chain_link(chain_, act);
        return act;
    }

private:
    unsigned char byte() {
        if (rest_.empty()) return 0;
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return byte;
    }
    store::EventRow next_event() {
        const std::size_t low = byte();
        const std::size_t high = byte();
        store::EventRow event;
        event.payload = rest_.substr(0, (high & 0x7FU) << 8U | low);
        rest_.remove_prefix(event.payload.size());
        event.erased = (high & 0x80U) != 0;
        event.salt = event.erased ? "" : "salt";
        event.payload_hash = store::payload_hash(event.salt, event.payload);
        // The event's kind is its first byte: see rostrum.v1.Event.
        event.number =
            event.payload.empty() ? 0 : static_cast<unsigned char>(event.payload[0]) >> 3;
        return event;
    }

    std::string_view rest_;
    std::int64_t revision_ = 0;
    std::int64_t seconds_ = 1'523'430'000;
    std::string chain_ = store::chain_start();
};

/// One log for all runs; each run replaces its acts.
class Log {
public:
    void write(Forger forger) {
        store::Transaction transaction{database_};
        database_.execute("DELETE FROM events; DELETE FROM acts");
        while (forger.has_more()) put(forger.next());
        transaction.commit();
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path; }

private:
    static store::Database made(const std::filesystem::path& folder) {
        auto database = store::open_or_make(
            store::log_of(folder), store::log_schema(), [](store::Database& log) {
                log.execute("INSERT INTO meta (only_row, log_id) VALUES (1, 'log-1')");
            });
        // The log need not outlive the process.
        database.execute("PRAGMA synchronous = OFF");
        return database;
    }
    void put(const store::ActRow& act) {
        act_.with(std::string_view{act.room}, act.revision, act.at_unix_ms, act.role,
                  std::string_view{act.device}, std::string_view{act.command_id}, act.kind,
                  store::Blob{act.chain})
            .run();
        std::int64_t position = 0;
        for (const store::EventRow& event : act.events)
            event_
                .with(std::string_view{act.room}, act.revision, position++, event.number,
                      store::Blob{event.payload}, store::Blob{event.salt},
                      store::Blob{event.payload_hash}, std::int64_t{event.erased})
                .run();
    }

    store::TemporaryFolder folder_;
    store::Database database_ = made(folder_.path);
    store::Statement act_ = database_.prepare("INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    store::Statement event_ =
        database_.prepare("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
};

}  // namespace

FUZZ_TARGET(log_acts) {
    static Log log;
    log.write(Forger{fuzz::text_of(data, size)});
    fuzz::read_log(log.folder());
    return 0;
}
