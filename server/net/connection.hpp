#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "net/context.hpp"
#include "net/hall.hpp"
#include "net/outbox.hpp"
#include "net/roster.hpp"
#include "wire/live.hpp"

namespace rostrum::net {

/// How what a connection has put into its outbox leaves.
class Way {
public:
    /// Now, as far as the client takes it.
    virtual void send() = 0;
    /// In a turn of its own, with whatever else is put until then.
    virtual void send_soon() = 0;

protected:
    ~Way() = default;
};

/// One client on a room's live address, without its socket: what it says comes in by receive, what
/// it is told goes to the outbox. docs/protocol.md tells the sequence.
class Connection final : public Screen,
                         public Attendant,
                         public std::enable_shared_from_this<Connection> {
public:
    /// @param way until the connection is abandoned.
    /// @param address of the client.
    Connection(Context& context, RoomId room, wire::Encoding encoding, Outbox& outbox, Way& way,
               std::string address = {});
    ~Connection() override;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// One whole message. Not after the outbox was sealed.
    void receive(std::string_view message, bool is_text);
    /// Whether the client may be read from: not while it is owed too many answers.
    [[nodiscard]] bool may_read() const;
    /// A Hello was answered with a Welcome.
    [[nodiscard]] bool is_welcome() const { return actor_.has_value(); }

    bool show(const Frame& change) override;
    /// All that waited has left: a client that was too slow is told what has changed meanwhile.
    void catch_up();

    [[nodiscard]] const chamber::Grant& grant() const override { return grant_; }
    [[nodiscard]] const std::string& device() const override { return actor_->device; }
    [[nodiscard]] Instant since() const override { return since_; }
    void assign(const chamber::Grant& grant, std::string_view token) override;
    void identify(std::string_view name, Duration shown_for) override;
    void revoke() override;

    void no_hello_came();
    void leave_lagging();
    void leave_stopping();
    /// Nobody is told anything any more.
    void abandon();

private:
    void hear(const wire::Hello& hello);
    void hear(wire::SentCommand& sent);
    void hear(const wire::TimeSync& sync);
    void turn_away();
    void welcome(const OpenRoom& room, const wire::Hello& hello);
    void tell_assigned(const std::optional<wire::Elsewhere>& elsewhere);
    void send_elsewhere(std::string_view token);
    void leave_roster();
    void answer(const CommandId& id, const chamber::Answer& answer);
    void refuse_malformed(const CommandId& id, const std::string& sentence);
    void put(std::string_view message);
    void tell(std::string_view message);
    void close(CloseCode code, std::string_view reason);
    [[nodiscard]] Row row() const;

    Context& context_;
    RoomId room_;
    wire::Encoding encoding_;
    Outbox& outbox_;
    /// None when it was abandoned.
    Way* way_;
    std::string address_;
    /// Its token opens nothing: it is heard no more.
    bool is_turned_away_ = false;
    /// Set by Welcome.
    std::optional<Actor> actor_;
    const OpenRoom* open_room_ = nullptr;
    chamber::Grant grant_;
    /// Of a paired screen: it is told again when the screen is sent elsewhere.
    std::string token_;
    Instant since_;
    /// In the roster; 0 when it is not there.
    std::uint64_t number_ = 0;
    std::size_t commands_in_flight_ = 0;
    bool is_answering_ = false;
};

}  // namespace rostrum::net
