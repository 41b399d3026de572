#include "replica/etcd_messages.hpp"

#include <algorithm>
#include <iterator>

#include <boost/algorithm/hex.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "replica/etcd_json.hpp"

namespace rostrum::replica {

namespace json = boost::json;

namespace {

constexpr std::size_t revision_digits = 20;
constexpr std::size_t chain_digits = 64;
constexpr int rooms_a_page = 500;

std::string digits_of(Revision revision) {
    const std::string digits = std::to_string(revision.value);
    return std::string(revision_digits - digits.size(), '0') + digits;
}

std::string hex_of(const std::string& chain) {
    return boost::algorithm::hex_lower(chain);
}

std::string chain_of(std::string_view digits) {
    std::string chain;
    try {
        boost::algorithm::unhex(digits, std::back_inserter(chain));
    } catch (const boost::algorithm::hex_decode_error&) {
        throw MalformedAnswer();
    }
    return chain;
}

/// The keys under a prefix.
struct Keys {
    std::string_view prefix;

    [[nodiscard]] std::string acts() const { return std::string{prefix} + "a/"; }
    [[nodiscard]] std::string heads() const { return std::string{prefix} + "h/"; }
    [[nodiscard]] std::string acts_of(const RoomId& room) const {
        return acts() + room.value + '/';
    }
    [[nodiscard]] std::string act(const RoomId& room, Revision revision) const {
        return acts_of(room) + digits_of(revision);
    }
    [[nodiscard]] std::string command(const RoomId& room, const CommandId& command) const {
        return std::string{prefix} + "c/" + room.value + '/' + command.value;
    }
    [[nodiscard]] std::string head(const RoomId& room) const { return heads() + room.value; }
};

/// The first key behind all those that begin so: etcd's `range_end`.
std::string end_of(std::string beginning) {
    ++beginning.back();
    return beginning;
}

std::string value_of(const SequencedAct& act) {
    return hex_of(act.chain) + ' ' + act.command.value + '\n' + act.bytes;
}

std::string value_of(const RoomHead& head) {
    return std::to_string(head.revision.value) + ' ' + hex_of(head.chain);
}

RoomHead head_of(const std::string& value) {
    const std::size_t space = value.find(' ');
    if (space == std::string::npos) throw MalformedAnswer();
    return {Revision{number_of(std::string_view{value}.substr(0, space))},
            chain_of(std::string_view{value}.substr(space + 1))};
}

SequencedAct act_of(Revision revision, const std::string& value) {
    const std::size_t line = value.find('\n');
    if (line == std::string::npos || line <= chain_digits || value[chain_digits] != ' ')
        throw MalformedAnswer();
    return {revision, CommandId{value.substr(chain_digits + 1, line - chain_digits - 1)},
            chain_of(std::string_view{value}.substr(0, chain_digits)), value.substr(line + 1)};
}

/// The room and the revision in an act's key.
std::pair<RoomId, Revision> place_of(std::string_view prefix, const std::string& key) {
    const std::string before = Keys{prefix}.acts();
    const std::size_t slash = key.rfind('/');
    if (!key.starts_with(before) || slash < before.size()) throw MalformedAnswer();
    return {RoomId{key.substr(before.size(), slash - before.size())},
            Revision{number_of(std::string_view{key}.substr(slash + 1))}};
}

json::object is_absent(const std::string& key) {
    return {{"key", to_base64(key)}, {"target", "VERSION"}, {"result", "EQUAL"}, {"version", "0"}};
}

json::object has_value(const std::string& key, const std::string& value) {
    return {{"key", to_base64(key)},
            {"target", "VALUE"},
            {"result", "EQUAL"},
            {"value", to_base64(value)}};
}

json::object put(const std::string& key, const std::string& value) {
    return {{"request_put", {{"key", to_base64(key)}, {"value", to_base64(value)}}}};
}

json::object get(const std::string& key) {
    return {{"request_range", {{"key", to_base64(key)}}}};
}

EtcdRequest transaction(const json::object& body) {
    return {"/v3/kv/txn", json::serialize(body)};
}

/// The values of the keys that an operation of a transaction found.
const json::array& found_by(const json::array& operations, std::size_t i) {
    if (i >= operations.size()) throw MalformedAnswer();
    return array_at(object_at(object_of(operations[i]), "response_range"), "kvs");
}

std::optional<std::string> value_found_by(const json::array& operations, std::size_t i) {
    const json::array& found = found_by(operations, i);
    if (found.empty()) return std::nullopt;
    return bytes_at(object_of(found.front()), "value");
}

RoomHead head_found_by(const json::array& operations, std::size_t i) {
    const auto value = value_found_by(operations, i);
    return value ? head_of(*value) : RoomHead{};
}

}  // namespace

EtcdRequest append_request(std::string_view prefix, const std::vector<RoomBatch>& batches) {
    const Keys keys{prefix};
    json::array compare;
    json::array success;
    json::array failure;
    for (const RoomBatch& batch : batches) {
        const std::string head = keys.head(batch.room);
        compare.push_back(batch.expected.revision.value == 0
                              ? is_absent(head)
                              : has_value(head, value_of(batch.expected)));
        // Even if a head were lost, no act would be written over.
        compare.push_back(is_absent(keys.act(batch.room, batch.acts.front().revision)));
        for (const SequencedAct& act : batch.acts) {
            const std::string command = keys.command(batch.room, act.command);
            compare.push_back(is_absent(command));
            success.push_back(put(keys.act(batch.room, act.revision), value_of(act)));
            success.push_back(put(command, std::to_string(act.revision.value)));
            failure.push_back(get(command));
        }
        const SequencedAct& last = batch.acts.back();
        success.push_back(put(head, value_of(RoomHead{last.revision, last.chain})));
        failure.push_back(get(keys.act(batch.room, last.revision)));
        failure.push_back(get(head));
    }
    return transaction({{"compare", compare}, {"success", success}, {"failure", failure}});
}

SequenceOutcome append_outcome(const json::object& answer, const std::vector<RoomBatch>& batches) {
    if (flag_at(answer, "succeeded")) return Sequenced{};
    const json::array& found = array_at(answer, "responses");
    std::optional<KnownCommand> known;
    std::optional<OtherHead> other;
    std::size_t at = 0;
    for (const RoomBatch& batch : batches) {
        for (const SequencedAct& act : batch.acts)
            if (const auto revision = value_found_by(found, at++); revision && !known)
                known = {batch.room, act.command, Revision{number_of(*revision)}};
        // An earlier try of this transaction did it all, and its answer was lost.
        if (value_found_by(found, at++) == value_of(batch.acts.back())) return Sequenced{};
        RoomHead head = head_found_by(found, at++);
        if (head != batch.expected && !other) other = {batch.room, std::move(head)};
    }
    // Before the heads: where a command is known, the head has moved as well.
    if (known) return *known;
    if (other) return *other;
    return NotSequenced{"etcd has an act behind the end of room " + batches.front().room.value +
                        ": its data are damaged."};
}

EtcdRequest read_request(std::string_view prefix, const RoomId& room, Revision after,
                         std::optional<Revision> up_to, std::size_t most) {
    const Keys keys{prefix};
    const std::string end =
        up_to ? keys.act(room, Revision{up_to->value + 1}) : end_of(keys.acts_of(room));
    const json::object acts{{"key", to_base64(keys.act(room, Revision{after.value + 1}))},
                            {"range_end", to_base64(end)},
                            {"limit", std::to_string(most)}};
    return transaction({{"success", json::array{{{"request_range", acts}}, get(keys.head(room))}}});
}

Sequencer::Acts read_acts(const json::object& answer, Revision after) {
    const json::array& found = array_at(answer, "responses");
    Sequencer::Acts read;
    for (const json::value& pair : found_by(found, 0)) {
        const std::string key = bytes_at(object_of(pair), "key");
        const Revision revision{number_of(std::string_view{key}.substr(key.rfind('/') + 1))};
        if (!read.acts.empty() && revision.value != read.acts.back().revision.value + 1) break;
        read.acts.push_back(act_of(revision, bytes_at(object_of(pair), "value")));
    }
    const Revision head = head_found_by(found, 1).revision;
    read.has_gap =
        read.acts.empty() ? head > after : read.acts.front().revision.value != after.value + 1;
    return read;
}

EtcdRequest drop_request(std::string_view prefix, const RoomId& room,
                         const std::vector<SequencedAct>& acts) {
    const Keys keys{prefix};
    const auto deleted = [](const std::string& key, const std::string& end) {
        return json::object{
            {"request_delete_range", {{"key", to_base64(key)}, {"range_end", to_base64(end)}}}};
    };
    json::array success;
    success.push_back(deleted(keys.act(room, acts.front().revision),
                              keys.act(room, Revision{acts.back().revision.value + 1})));
    for (const SequencedAct& act : acts)
        success.push_back(deleted(keys.command(room, act.command), ""));
    return transaction({{"success", success}});
}

EtcdRequest compact_request(std::uint64_t revision) {
    return {"/v3/kv/compaction",
            json::serialize(json::object{{"revision", std::to_string(revision)}})};
}

EtcdRequest begin_request(std::string_view prefix, const RoomId& room, const RoomHead& head) {
    const std::string key = Keys{prefix}.head(room);
    return transaction({{"compare", json::array{is_absent(key)}},
                        {"success", json::array{put(key, value_of(head))}},
                        {"failure", json::array{get(key)}}});
}

RoomHead begun_head(const json::object& answer, const RoomHead& head) {
    if (flag_at(answer, "succeeded")) return head;
    const auto found = value_found_by(array_at(answer, "responses"), 0);
    if (!found) throw MalformedAnswer();
    return head_of(*found);
}

std::uint64_t revision_of(const json::object& answer) {
    return number_at(object_at(answer, "header"), "revision");
}

EtcdRequest heads_request(std::string_view prefix, const std::string& from,
                          std::uint64_t revision) {
    const std::string all = Keys{prefix}.heads();
    return {"/v3/kv/range",
            json::serialize(json::object{{"key", to_base64(from.empty() ? all : from)},
                                         {"range_end", to_base64(end_of(all))},
                                         {"limit", std::to_string(rooms_a_page)},
                                         {"revision", std::to_string(revision)}})};
}

HeadsPage read_heads(std::string_view prefix, const json::object& answer) {
    const std::string before = Keys{prefix}.heads();
    HeadsPage page;
    std::string key;
    for (const json::value& value : array_at(answer, "kvs")) {
        const json::object& pair = object_of(value);
        key = bytes_at(pair, "key");
        if (!key.starts_with(before)) throw MalformedAnswer();
        page.heads.emplace_back(RoomId{key.substr(before.size())},
                                head_of(bytes_at(pair, "value")));
        page.newest = std::max(page.newest, number_at(pair, "mod_revision"));
    }
    if (flag_at(answer, "more") && !key.empty()) page.next = key + '\0';
    return page;
}

EtcdRequest watch_request(std::string_view prefix, std::uint64_t revision) {
    const std::string acts = Keys{prefix}.acts();
    const json::object created{{"key", to_base64(acts)},
                               {"range_end", to_base64(end_of(acts))},
                               {"start_revision", std::to_string(revision)},
                               {"filters", json::array{"NODELETE"}},
                               {"fragment", true}};
    return {"/v3/watch", json::serialize(json::object{{"create_request", created}})};
}

WatchLine read_watch_line(std::string_view prefix, std::string_view line) {
    json::error_code error;
    const json::value parsed = json::parse({line.data(), line.size()}, error);
    if (error) throw MalformedAnswer();
    const json::object& result = object_at(object_of(parsed), "result");
    WatchLine read;
    read.goes_on = flag_at(result, "fragment");
    read.is_compacted = number_at(result, "compact_revision") > 0;
    // Without a result it is an error.
    read.is_canceled = flag_at(result, "canceled") || result.empty();
    for (const json::value& event : array_at(result, "events")) {
        const json::object& pair = object_at(object_of(event), "kv");
        auto [room, revision] = place_of(prefix, bytes_at(pair, "key"));
        SequencedAct act = act_of(revision, bytes_at(pair, "value"));
        read.newest = std::max(read.newest, number_at(pair, "mod_revision"));
        const bool continues = !read.acts.empty() && read.acts.back().first == room &&
                               read.acts.back().second.back().revision.value + 1 == revision.value;
        if (!continues) read.acts.emplace_back(room, std::vector<SequencedAct>{});
        read.acts.back().second.push_back(std::move(act));
    }
    return read;
}

}  // namespace rostrum::replica
