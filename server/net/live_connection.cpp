#include "net/live_connection.hpp"

#include <utility>
#include <variant>

#include "floor/command_table.hpp"

namespace rostrum::net {
namespace {

constexpr std::string_view not_this_room = "This link does not open this room.";

}  // namespace

LiveConnection::LiveConnection(Context& context, RoomId room, wire::Encoding encoding,
                               Outbox& outbox, OutboxSender& outbox_sender, std::string address,
                               std::function<bool(Role)> may_stay)
    : context_(context),
      room_(std::move(room)),
      encoding_(encoding),
      outbox_(outbox),
      outbox_sender_(&outbox_sender),
      address_(std::move(address)),
      may_stay_(std::move(may_stay)) {}

LiveConnection::~LiveConnection() {
    abandon();
}

void LiveConnection::abandon() {
    outbox_sender_ = nullptr;
    leave_registry();
    if (open_room_ == nullptr) return;
    open_room_->fanout.leave(*this);
    --context_.metrics->connections[actor_->role];
    open_room_ = nullptr;
}

void LiveConnection::leave_registry() {
    if (number_ == 0) return;
    context_.connections->leave(std::exchange(number_, 0));
    screens_changed();
    if (grant_.screen) context_.screens.seen(grant_.screen->id);
}

bool LiveConnection::may_read() const {
    return commands_in_flight_ + outbox_.waiting() < context_.limits.answers_owed;
}

void LiveConnection::receive(std::string_view message, bool is_text) {
    if (is_turned_away_) return;
    if (is_text != (encoding_ == wire::Encoding::json)) {
        refuse_malformed({}, is_text ? "This connection speaks Protocol Buffers, in binary frames."
                                     : "This connection speaks JSON, in text frames.");
        return;
    }
    auto read = wire::read_client_message(encoding_, message);
    if (const auto* malformed = std::get_if<wire::Malformed>(&read)) {
        refuse_malformed(malformed->command, malformed->reason);
        return;
    }
    std::visit([this](auto& content) { handle(content); }, std::get<wire::ClientMessage>(read));
}

void LiveConnection::handle(const wire::Hello& hello) {
    if (is_welcome()) {
        refuse_malformed({}, "A second Hello: send it once.");
        return;
    }
    const auto grant = context_.credentials.admit(hello.token);
    // Sends a screen that was reassigned while offline to its new address.
    if (grant && grant->screen && grant->room != room_) {
        grant_ = *grant;
        send_elsewhere(hello.token);
        return;
    }
    if (!grant || grant->room != room_) {
        ++context_.metrics->not_admitted;
        if (grant)
            close(CloseCode::not_admitted, not_this_room);
        else
            turn_away();
        return;
    }
    const OpenRoom* room = context_.find(room_);
    if (room == nullptr) {
        close(CloseCode::unknown_room, "There is no such room here.");
        return;
    }
    if (may_stay_ && !may_stay_(grant->role)) {
        close(CloseCode::crowded, "There are too many screens. Close one that nobody uses.");
        return;
    }
    grant_ = *grant;
    welcome(*room, hello);
}

// Answered late if too many wrong tokens came from this address; until then its further messages
// count as no guesses.
void LiveConnection::turn_away() {
    is_turned_away_ = true;
    context_.guess_limiter->wrong(address_, context_.clock.now(), context_.limits,
                                  [self = weak_from_this()] {
                                      if (const auto connection = self.lock())
                                          connection->close(CloseCode::not_admitted, not_this_room);
                                  });
}

// Welcome and subscribe in one step: the next published change is the one after this revision.
void LiveConnection::welcome(const OpenRoom& room, const wire::Hello& hello) {
    const Role role = grant_.role;
    const Room& held = room.writer.room();
    const bool seen = hello.seen && hello.seen->log_id == context_.log_id &&
                      hello.seen->revision == held.revision &&
                      hello.seen->acts_hash == held.acts_hash;
    actor_ = actor_of(grant_, hello.device, context_.log_id);
    open_room_ = &room;
    ++context_.metrics->connections[role];
    const wire::Sections sections = room.fanout.enter(*this, variant(), held);
    send(wire::write_welcome(encoding_, {.role = role,
                                         .log_id = context_.log_id,
                                         .revision = held.revision,
                                         .server_unix_ms = context_.clock.unix_ms_now(),
                                         .server_version = context_.version,
                                         .room = seen ? nullptr : &sections,
                                         .acts_hash = held.acts_hash,
                                         .device = actor_->device,
                                         .holder = actor_->holder,
                                         .phone = held_phone(),
                                         .servers = &context_.servers.origins()}));
    known_servers_ = context_.servers.number();
    if (const Phone* phone = held_phone()) held_phone_ = std::make_unique<Phone>(*phone);
    since_ = context_.clock.now();
    number_ = context_.connections->enter(*this);
    watches_screens_ = hello.watches_screens && may_watch(role);
    screens_changed();
    if (!grant_.screen) return;
    token_ = hello.token;
    send_assigned(std::nullopt);
    context_.screens.seen(grant_.screen->id);
}

void LiveConnection::assign(const rooms::Grant& grant, std::string_view token) {
    const bool stays = token.empty() && grant.room == room_ && grant.role == actor_->role;
    grant_ = {grant.room, grant.role, grant.screen, grant_.token, grant.holder};
    if (stays)
        send_assigned(std::nullopt);
    else
        send_elsewhere(token.empty() ? std::string_view{token_} : token);
}

void LiveConnection::send_assigned(const std::optional<wire::Elsewhere>& elsewhere) {
    const rooms::PairedScreen& screen = *grant_.screen;
    send(wire::write_assigned(encoding_, {.name = screen.name,
                                          .scene = shown_scene(grant_.role, screen.scene),
                                          .elsewhere = elsewhere}));
}

void LiveConnection::send_elsewhere(std::string_view token) {
    send_assigned(wire::Elsewhere{.token = token, .room = grant_.room, .role = grant_.role});
    send(wire::write_goodbye(encoding_, wire::GoodbyeReason::assigned));
    close(CloseCode::assigned, "This screen was sent elsewhere.");
}

void LiveConnection::identify(std::string_view name, Duration shown_for) {
    send(wire::write_identify(encoding_, name, shown_for));
}

void LiveConnection::revoke() {
    send(wire::write_goodbye(encoding_, wire::GoodbyeReason::revoked));
    close(CloseCode::not_admitted, "This screen's access has ended.");
}

void LiveConnection::handle(wire::SentCommand& sent) {
    if (!is_welcome()) {
        refuse_malformed({}, "A command before the Hello was answered.");
        return;
    }
    auto placed = context_.phones.place(*actor_, sent.command, open_room_->writer.room(), address_);
    if (const auto* refusal = std::get_if<Refusal>(&placed)) {
        context_.metrics->count(*refusal);
        send(wire::write_refused(encoding_, sent.id, *refusal));
        return;
    }
    ++commands_in_flight_;
    open_room_->writer.submit(*actor_, sent.id, std::move(sent.command),
                              [self = weak_from_this(), id = sent.id,
                               placed = std::move(placed)](const rooms::Answer& answer) {
                                  if (const auto connection = self.lock())
                                      connection->answer(id, answer);
                              });
}

void LiveConnection::answer(const CommandId& id, const rooms::Answer& answer) {
    if (open_room_ == nullptr) return;
    --commands_in_flight_;
    context_.metrics->count(answer);
    // Send the command's changes before its answer.
    is_answering_ = true;
    open_room_->fanout.catch_up(*this);
    is_answering_ = false;
    if (const auto* accepted = std::get_if<rooms::Accepted>(&answer))
        put(wire::write_accepted(encoding_, id, accepted->revision));
    else
        put(wire::write_refused(encoding_, id, std::get<Refusal>(answer)));
    outbox_sender_->send_soon();
}

void LiveConnection::handle(const wire::TimeSync& sync) {
    if (!is_welcome()) {
        refuse_malformed({}, "A TimeSync before the Hello was answered.");
        return;
    }
    // With the rhythm of the screens, so that thousands are not sent it in one task.
    const std::uint32_t newest = context_.servers.number();
    if (std::exchange(known_servers_, newest) != newest)
        put(wire::write_servers(encoding_, context_.servers.origins()));
    send(wire::write_time_sync_reply(encoding_, sync.client_ms, context_.clock.unix_ms_now()));
}

// Others have nothing on them that an act, or the sender of words on the private line, depends on.
void LiveConnection::handle(wire::Shows& shows) {
    if (!is_welcome()) {
        refuse_malformed({}, "A Shows before the Hello was answered.");
        return;
    }
    const Role role = actor_->role;
    if (role != Role::display && role != Role::speaker && !has_private_line(role)) return;
    if (shows_ && *shows_ == shows) return;
    shows_ = std::make_unique<wire::Shows>(std::move(shows));
    screens_changed();
}

void LiveConnection::screens_changed() {
    if (context_.screen_watch &&
        (is_watched(actor_->role) || has_private_line(actor_->role) || watches_screens_))
        context_.screen_watch->changed(room_);
}

void LiveConnection::show_screens(const std::vector<wire::AlikeScreens>& alike) {
    if (!watches_screens_ || outbox_.sealed()) return;
    is_owed_screens_ = outbox_.bytes() > context_.limits.waiting_bytes;
    if (!is_owed_screens_) send(wire::write_screens(encoding_, alike));
}

/// This phone, if it waits or is shut out. No section of the room has it, because all phones get
/// the same sections.
const Phone* LiveConnection::held_phone() const {
    if (actor_->role != Role::delegation) return nullptr;
    const Meeting* meeting = current_meeting(open_room_->writer.room());
    const Phone* phone = meeting == nullptr ? nullptr : find_phone(*meeting, actor_->device);
    return phone == nullptr || phone->standing == PhoneStanding::admitted ? nullptr : phone;
}

void LiveConnection::put_own_phone() {
    const Phone* phone = held_phone();
    if (phone == nullptr && held_phone_ == nullptr) return;
    if (phone != nullptr && held_phone_ != nullptr && phone->standing == held_phone_->standing &&
        phone->delegation == held_phone_->delegation)
        return;
    put(wire::write_phone(encoding_, phone == nullptr ? Phone{actor_->device, {}} : *phone));
    held_phone_ = phone == nullptr ? nullptr : std::make_unique<Phone>(*phone);
}

bool LiveConnection::show(const Frame& change) {
    if (outbox_.bytes() > (is_answering_ ? context_.limits.waiting_bytes : 0)) {
        ++context_.metrics->lags;
        return false;
    }
    outbox_.put(change);
    put_own_phone();
    if (!is_answering_) outbox_sender_->send();
    return true;
}

void LiveConnection::catch_up() {
    if (open_room_ == nullptr || outbox_.sealed()) return;
    open_room_->fanout.catch_up(*this);
    if (std::exchange(is_owed_screens_, false)) screens_changed();
}

void LiveConnection::no_hello_came() {
    if (is_turned_away_) return;
    close(CloseCode::late_hello, "No Hello came in time.");
}

void LiveConnection::leave_lagging() {
    send(wire::write_goodbye(encoding_, wire::GoodbyeReason::lagging));
    close(CloseCode::lagging, "This client has not kept up.");
}

void LiveConnection::leave_stopping() {
    send(wire::write_goodbye(encoding_, wire::GoodbyeReason::stopping));
    close(CloseCode::stopping, "The server is stopping.");
}

// A malformed command is refused like any other. A message without a readable command id ends the
// connection: nobody knows what else would be misread.
void LiveConnection::refuse_malformed(const CommandId& id, const Explanation& why) {
    ++context_.metrics->commands_refused[RefusalCode::malformed];
    send(wire::write_refused(encoding_, id, {RefusalCode::malformed, why}));
    if (id.empty() || !is_welcome()) close(CloseCode::malformed, why.english);
}

void LiveConnection::put(std::string_view message) {
    outbox_.put(message_frame(encoding_, message));
}

void LiveConnection::send(std::string_view message) {
    put(message);
    if (outbox_sender_ != nullptr) outbox_sender_->send();
}

void LiveConnection::close(CloseCode code, std::string_view reason) {
    outbox_.seal(close_frame(code, reason));
    leave_registry();
    if (outbox_sender_ != nullptr) outbox_sender_->send();
}

FrameVariant LiveConnection::variant() const {
    return {.view = view_of(actor_->role), .encoding = encoding_};
}

}  // namespace rostrum::net
