#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "net/connection_registry.hpp"
#include "net/context.hpp"
#include "net/fanout.hpp"
#include "net/outbox.hpp"
#include "wire/live.hpp"

namespace rostrum::net {

/// When the outbox of a connection is flushed.
class OutboxSender {
public:
    /// Now, as far as the socket accepts it.
    virtual void send() = 0;
    /// In a later task, together with whatever is queued until then.
    virtual void send_soon() = 0;

protected:
    ~OutboxSender() = default;
};

/// One client of a room's live address, without its socket: receive() takes its messages, the
/// outbox holds what it is sent. docs/protocol.md describes the sequence.
class LiveConnection final : public Subscriber,
                             public RegisteredConnection,
                             public std::enable_shared_from_this<LiveConnection> {
public:
    /// @param way until the connection is abandoned.
    /// @param address of the client.
    /// @param may_stay whether there is a place for a client of this role; always, if empty.
    LiveConnection(Context& context, RoomId room, wire::Encoding encoding, Outbox& outbox,
                   OutboxSender& outbox_sender, std::string address = {},
                   std::function<bool(Role)> may_stay = {});
    ~LiveConnection() override;
    LiveConnection(const LiveConnection&) = delete;
    LiveConnection& operator=(const LiveConnection&) = delete;

    /// Handles one whole message. Not to be called once the outbox is sealed.
    void receive(std::string_view message, bool is_text);
    /// Whether the client may be read from: not while too many of its commands await an answer.
    [[nodiscard]] bool may_read() const;
    /// A Welcome has answered the client's Hello.
    [[nodiscard]] bool is_welcome() const { return actor_.has_value(); }

    bool show(const Frame& change) override;
    /// The outbox is empty: sends a client that was too slow what has changed meanwhile.
    void catch_up();

    [[nodiscard]] const rooms::Grant& grant() const override { return grant_; }
    [[nodiscard]] const std::string& device() const override { return actor_->device; }
    [[nodiscard]] Instant since() const override { return since_; }
    [[nodiscard]] const wire::Shows* shows() const override { return shows_.get(); }
    void show_screens(const std::vector<wire::AlikeScreens>& alike) override;
    void assign(const rooms::Grant& grant, std::string_view token) override;
    void identify(std::string_view name, Duration shown_for) override;
    void revoke() override;

    void no_hello_came();
    void leave_lagging();
    void leave_stopping();
    /// No longer sends anything.
    void abandon();

private:
    void handle(const wire::Hello& hello);
    void handle(wire::SentCommand& sent);
    void handle(const wire::TimeSync& sync);
    void handle(wire::Shows& shows);
    void screens_changed();
    void turn_away();
    void welcome(const OpenRoom& room, const wire::Hello& hello);
    void send_assigned(const std::optional<wire::Elsewhere>& elsewhere);
    void send_elsewhere(std::string_view token);
    void leave_registry();
    void answer(const CommandId& id, const rooms::Answer& answer);
    [[nodiscard]] const Phone* held_phone() const;
    void put_own_phone();
    void refuse_malformed(const CommandId& id, const Explanation& why);
    void put(std::string_view message);
    void send(std::string_view message);
    void close(CloseCode code, std::string_view reason);
    [[nodiscard]] FrameVariant variant() const;

    Context& context_;
    RoomId room_;
    wire::Encoding encoding_;
    Outbox& outbox_;
    /// nullptr once the connection is abandoned.
    OutboxSender* outbox_sender_;
    std::string address_;
    std::function<bool(Role)> may_stay_;
    /// Its token was rejected: further messages are ignored.
    bool is_turned_away_ = false;
    /// Set by Welcome.
    std::optional<Actor> actor_;
    const OpenRoom* open_room_ = nullptr;
    rooms::Grant grant_;
    /// Of a paired screen: sent again when the screen is assigned elsewhere.
    std::string token_;
    Instant since_;
    /// Its number in the registry; 0 when it is not there.
    std::uint64_t number_ = 0;
    /// nullptr until it says what it shows.
    std::unique_ptr<wire::Shows> shows_;
    /// A phone that waits or is shut out, as it was sent to it.
    std::unique_ptr<Phone> held_phone_;
    /// The number of the list of servers that it was sent last.
    std::uint32_t known_servers_ = 0;
    bool watches_screens_ = false;
    /// It was too slow for the last RoomScreens.
    bool is_owed_screens_ = false;
    std::size_t commands_in_flight_ = 0;
    bool is_answering_ = false;
};

}  // namespace rostrum::net
