// The HTTP bodies about screens and what they may open.
#include "floor/limits.hpp"
#include "floor/text.hpp"
#include "rostrum/v1/http.pb.h"
#include "rostrum/v1/live.pb.h"
#include "wire/http.hpp"
#include "wire/json/read_json.hpp"
#include "wire/json/write_json.hpp"
#include "wire/protobuf/command_fields.hpp"
#include "wire/protobuf/enums.hpp"

namespace rostrum::wire {

namespace {

constexpr std::int64_t identified_usually_ms = 5'000;
constexpr std::int64_t identified_shortest_ms = 1'000;
constexpr std::int64_t identified_longest_ms = 60'000;

void write_screen(const ScreenState& screen, v1::ScreenState& out) {
    out.set_id(screen.id);
    out.set_name(screen.access.name);
    out.set_room_id(screen.access.room.value);
    out.set_role(to_proto(screen.access.role));
    if (screen.access.scene) out.set_scene(to_proto(*screen.access.scene));
    out.set_connected(screen.connected);
    out.set_paired(screen.paired);
    if (screen.since) out.set_since_unix_ms(unix_ms(*screen.since));
}

}  // namespace

std::string access_json(const Access& access) {
    v1::Access out;
    FieldWriter{out}.write(access);
    return write_json(out);
}

std::string pairing_json(const Pairing& pairing) {
    v1::Pairing out;
    FieldWriter{out}.write(pairing);
    return write_json(out);
}

std::string pairing_result_json(const std::optional<Paired>& paired) {
    v1::PairingResult out;
    if (paired) FieldWriter{out}.write(*paired);
    return write_json(out);
}

std::string screen_json(const ScreenState& screen) {
    v1::ScreenState out;
    write_screen(screen, out);
    return write_json(out);
}

std::string screens_json(std::span<const ScreenState> screens) {
    v1::Screens out;
    for (const ScreenState& screen : screens) write_screen(screen, *out.add_screens());
    return write_json(out);
}

std::variant<AssignScreen, Sentence> read_assign_screen(std::string_view json) {
    v1::AssignScreen message;
    if (auto fault = read_json(json, message)) return std::move(*fault);
    CommandFields fields;
    AssignScreen assigned;
    if (message.code().size() > limits::id_length) fields.refuse(too_long_for_an_id("code"));
    FieldReader{message, fields}.read(assigned);
    if (const auto fault = text_fault("This text", assigned.name, limits::device_length))
        fields.refuse(at_place("name", *fault));
    if (fields.fault()) return *fields.fault();
    return assigned;
}

std::variant<NewRoom, Sentence> read_new_room(std::string_view json) {
    v1::NewRoom message;
    if (auto fault = read_json(json, message)) return std::move(*fault);
    return NewRoom{message.name(), message.time_zone()};
}

std::variant<Duration, Sentence> read_identify(std::string_view json) {
    v1::Identify message;
    if (!json.empty())
        if (auto fault = read_json(json, message)) return std::move(*fault);
    const std::int64_t asked = message.for_ms() == 0 ? identified_usually_ms : message.for_ms();
    if (asked < identified_shortest_ms || asked > identified_longest_ms)
        return at_place("for_ms",
                        {"identify_limits", "A screen shows its name for 1,000 to 60,000 ms."});
    return Duration{asked};
}

}  // namespace rostrum::wire
