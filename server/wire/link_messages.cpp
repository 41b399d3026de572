#include "wire/link_messages.hpp"

#include "wire/act_message.hpp"
#include "wire/log_encoding.hpp"

namespace rostrum::wire {
namespace {

template <class Message>
Message parsed(std::string_view bytes) {
    Message message;
    if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        throw DecodeError("Another server's message cannot be read.");
    return message;
}

}  // namespace

std::string write_rows_question(const RowsQuestion& question) {
    v1::RowsQuestion out;
    out.set_room(question.room.value);
    out.set_after(question.after.value);
    out.set_most(static_cast<std::uint32_t>(question.most));
    return out.SerializeAsString();
}

RowsQuestion read_rows_question(std::string_view bytes) {
    const auto in = parsed<v1::RowsQuestion>(bytes);
    return {RoomId{in.room()}, Revision{in.after()}, in.most()};
}

std::string write_rows(const std::vector<ActRow>& rows) {
    v1::Rows out;
    for (const ActRow& row : rows) *out.add_acts() = act_message(row);
    return out.SerializeAsString();
}

std::vector<ActRow> read_rows(std::string_view bytes) {
    std::vector<ActRow> rows;
    const auto in = parsed<v1::Rows>(bytes);
    for (const auto& act : in.acts()) rows.push_back(row_of(act));
    return rows;
}

std::string write_names(const Names& names) {
    v1::Names out;
    for (const auto& [payload, salt] : names) {
        auto& name = *out.add_names();
        name.set_payload(payload);
        name.set_salt(salt);
    }
    return out.SerializeAsString();
}

Names read_names(std::string_view bytes) {
    Names names;
    const auto in = parsed<v1::Names>(bytes);
    for (const auto& name : in.names()) names.emplace_back(name.payload(), name.salt());
    return names;
}

std::string write_server_state(const ServerState& state) {
    v1::ServerState out;
    out.set_id(state.id);
    out.set_link(state.link);
    out.set_public_url(state.public_url);
    out.set_version(state.version);
    out.set_unix_ms(state.unix_ms);
    out.set_serving_since_unix_ms(state.serving_since_unix_ms);
    for (const auto& [room, revision] : state.revisions)
        (*out.mutable_revisions())[room.value] = revision.value;
    return out.SerializeAsString();
}

ServerState read_server_state(std::string_view bytes) {
    const auto in = parsed<v1::ServerState>(bytes);
    ServerState state{in.id(),      in.link(), in.public_url(),           in.version(),
                      in.unix_ms(), {},        in.serving_since_unix_ms()};
    for (const auto& [room, revision] : in.revisions())
        state.revisions.emplace(RoomId{room}, Revision{revision});
    return state;
}

}  // namespace rostrum::wire
