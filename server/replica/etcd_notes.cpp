#include "replica/etcd_notes.hpp"

#include <chrono>
#include <cstddef>
#include <utility>

#include <boost/json/serialize.hpp>

#include "replica/etcd_client.hpp"
#include "replica/etcd_json.hpp"
#include "replica/etcd_lanes.hpp"

namespace rostrum::replica {

namespace json = boost::json;

namespace {

constexpr std::size_t most_notes_waiting = 64;

json::object put_of(const std::string& key, const std::string& value) {
    return {{"request_put", {{"key", to_base64(key)}, {"value", to_base64(value)}}}};
}

EtcdRequest settle_request(const std::string& key, const std::string& value) {
    const json::object is_new{
        {"key", to_base64(key)}, {"target", "VERSION"}, {"result", "EQUAL"}, {"version", "0"}};
    const json::object found{{"request_range", {{"key", to_base64(key)}}}};
    return {"/v3/kv/txn", json::serialize(json::object{{"compare", json::array{is_new}},
                                                       {"success", json::array{put_of(key, value)}},
                                                       {"failure", json::array{found}}})};
}

}  // namespace

struct EtcdNotes::Parts : std::enable_shared_from_this<Parts> {
    Parts(asio::io_context& io, EtcdSettings settings)
        : cluster(std::make_shared<EtcdCluster>(io, std::move(settings))),
          lanes(std::make_shared<EtcdLanes>(cluster, 1, most_notes_waiting)),
          prefix(cluster->settings().prefix + "n/") {}

    using Answered = std::function<void(const EtcdAnswer&)>;
    asio::awaitable<void> ask(EtcdConnection& connection, EtcdRequest request, Answered done) {
        const Moment until = std::chrono::steady_clock::now() + cluster->times().all_tries;
        const EtcdAnswer answer = co_await connection.ask(std::move(request), until);
        if (!is_stopped) done(answer);
    }
    void add(EtcdRequest request, Answered done) {
        // What finds no place gets no answer, as when etcd is away: its caller asks again.
        static_cast<void>(lanes->add([parts = shared_from_this(), request = std::move(request),
                                      done = std::move(done)](EtcdConnection& connection) mutable {
            return parts->ask(connection, std::move(request), std::move(done));
        }));
    }

    std::shared_ptr<EtcdCluster> cluster;
    std::shared_ptr<EtcdLanes> lanes;
    std::string prefix;
    bool is_stopped = false;
};

EtcdNotes::EtcdNotes(asio::io_context& io, EtcdSettings settings)
    : parts_(std::make_shared<Parts>(io, std::move(settings))) {}

EtcdNotes::~EtcdNotes() {
    parts_->is_stopped = true;
    parts_->lanes->stop();
}

void EtcdNotes::put(const std::string& key, const std::string& value) {
    const json::object body{{"key", to_base64(parts_->prefix + key)}, {"value", to_base64(value)}};
    parts_->add({"/v3/kv/put", json::serialize(body)}, [](const EtcdAnswer&) {});
}

void EtcdNotes::erase(const std::string& key, std::function<void(bool)> done) {
    const json::object body{{"key", to_base64(parts_->prefix + key)}};
    parts_->add({"/v3/kv/deleterange", json::serialize(body)},
                [done = std::move(done)](const EtcdAnswer& answer) {
                    done(answer.kind == EtcdAnswer::Kind::answered);
                });
}

void EtcdNotes::read(Read done) {
    std::string end = parts_->prefix;
    ++end.back();
    const json::object body{{"key", to_base64(parts_->prefix)}, {"range_end", to_base64(end)}};
    parts_->add({"/v3/kv/range", json::serialize(body)},
                [prefix = parts_->prefix, done = std::move(done)](const EtcdAnswer& answer) {
                    if (answer.kind != EtcdAnswer::Kind::answered) return done(std::nullopt);
                    std::map<std::string, std::string> notes;
                    try {
                        for (const json::value& value : array_at(answer.body, "kvs")) {
                            const json::object& pair = object_of(value);
                            notes[bytes_at(pair, "key").substr(prefix.size())] =
                                bytes_at(pair, "value");
                        }
                    } catch (const MalformedAnswer&) {
                        return done(std::nullopt);
                    }
                    done(std::move(notes));
                });
}

void EtcdNotes::settle(const std::string& key, const std::string& value, Settled done) {
    parts_->add(settle_request(parts_->prefix + key, value),
                [value, done = std::move(done)](const EtcdAnswer& answer) {
                    if (answer.kind != EtcdAnswer::Kind::answered) return done(std::nullopt);
                    std::string settled = value;
                    try {
                        for (const json::value& response : array_at(answer.body, "responses"))
                            for (const json::value& pair :
                                 array_at(object_at(object_of(response), "response_range"), "kvs"))
                                settled = bytes_at(object_of(pair), "value");
                    } catch (const MalformedAnswer&) {
                        return done(std::nullopt);
                    }
                    done(std::move(settled));
                });
}

}  // namespace rostrum::replica
