#include "replica/etcd_client.hpp"

#include <algorithm>
#include <utility>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/parse.hpp>

#include "replica/etcd_json.hpp"

namespace rostrum::replica {

namespace json = boost::json;
using ErrorCode = boost::system::error_code;
using Kind = EtcdAnswer::Kind;

/// What came of a request to one member.
struct EtcdConnection::Try {
    EtcdAnswer answer;
    /// Every other member would refuse it too.
    bool is_final = false;
};

namespace {

constexpr std::size_t longest_reason = 200;
/// A large request has more time for each try.
constexpr std::size_t bytes_a_time = 1UL << 20U;

Moment now() {
    return std::chrono::steady_clock::now();
}

/// What a member says of itself, as far as it can be shown in a line.
std::string shown(std::string_view text) {
    std::string line{text.substr(0, longest_reason)};
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c < ' ' || c > '~'; }, ' ');
    return line.substr(0, line.find_last_not_of(' ') + 1);
}

std::string reason_in(const json::value& parsed, std::string_view body) {
    if (const json::object* object = parsed.if_object())
        for (const char* name : {"message", "error"})
            if (const json::value* text = object->if_contains(name); text && text->is_string())
                return shown({text->get_string().data(), text->get_string().size()});
    return shown(body);
}

}  // namespace

EtcdAnswer read_answer(unsigned status, std::string_view body, bool& final_refusal) {
    json::error_code error;
    json::value parsed = json::parse({body.data(), body.size()}, error);
    final_refusal = status == 400;
    if (status == 200) {
        if (json::object* object = parsed.if_object(); object && !error)
            return {Kind::answered, std::move(*object), ""};
        return {Kind::unknown, {}, "It answers what etcd does not."};
    }
    // 408: the request was cut off. All others were refused before they entered etcd's log.
    const bool is_refusal = status >= 400 && status < 500 && status != 408;
    return {is_refusal ? Kind::refused : Kind::unknown,
            {},
            "It answers " + std::to_string(status) + ": " + reason_in(parsed, body) + '.'};
}

EtcdCluster::EtcdCluster(asio::io_context& io, EtcdSettings settings)
    : io_(io),
      tls_(client_tls(settings.tls)),
      settings_(std::move(settings)),
      cluster_(settings_.cluster) {
    if (settings_.members.empty()) throw UnusableSetting("No member of etcd is named.");
}

void EtcdCluster::avoid(std::size_t member) {
    if (member == chosen_) chosen_ = (chosen_ + 1) % settings_.members.size();
}

bool EtcdCluster::is_ours(std::uint64_t cluster) {
    if (cluster_ == 0) cluster_ = cluster;
    return cluster_ == cluster;
}

EtcdConnection::EtcdConnection(EtcdCluster& cluster)
    : cluster_(cluster), http_(cluster.io(), cluster.tls()), pause_(cluster.io()) {}

asio::awaitable<EtcdAnswer> EtcdConnection::ask(EtcdRequest request, Moment until) {
    EtcdAnswer last{Kind::refused, {}, "It waited for too long."};
    bool may_be_done = false;
    const EtcdTimes::Time a_try = cluster_.times().a_try * (1 + request.body.size() / bytes_a_time);
    // A try without the time for an answer would make unknown what is known.
    while (!is_stopped_ && now() + a_try / 4 < until) {
        const Moment began = now();
        const Moment deadline = std::min(began + a_try, until);
        Try tried = co_await try_once(request, deadline);
        last = std::move(tried.answer);
        if (last.kind == Kind::answered || last.kind == Kind::too_large) co_return last;
        may_be_done = may_be_done || last.kind == Kind::unknown;
        if (tried.is_final) break;
        http_.close();
        cluster_.avoid(member_);
        if (now() - began < cluster_.times().between) co_await wait(cluster_.times().between);
    }
    // What a later try is refused, an earlier one may still do.
    last.kind = may_be_done ? Kind::unknown : Kind::refused;
    co_return last;
}

asio::awaitable<EtcdAnswer> EtcdConnection::ask_member(std::size_t member, EtcdRequest request) {
    const Moment deadline = now() + cluster_.times().a_try;
    http_.close();
    std::string fault = co_await open_socket(member, deadline);
    if (!fault.empty()) co_return EtcdAnswer{Kind::refused, {}, std::move(fault)};
    Try tried = co_await exchange(request, deadline);
    co_return std::move(tried.answer);
}

asio::awaitable<EtcdConnection::Try> EtcdConnection::try_once(const EtcdRequest& request,
                                                              Moment deadline) {
    if (!http_.is_open()) {
        std::string fault = co_await connect(deadline);
        if (fault.empty() && !http_.is_open()) fault = http_.named() + " closes its connections.";
        if (!fault.empty()) co_return Try{{Kind::refused, {}, std::move(fault)}, false};
    }
    co_return co_await exchange(request, deadline);
}

/// Connects to the chosen member, and makes sure that it is of use: another member answers at once
/// what one without a leader would let wait. Returns why it is not; empty if it is.
asio::awaitable<std::string> EtcdConnection::connect(Moment deadline) {
    std::string fault = co_await open_socket(cluster_.chosen(), deadline);
    if (!fault.empty()) co_return fault;
    const EtcdRequest status{"/v3/maintenance/status", "{}"};
    const Try tried = co_await exchange(status, deadline);
    if (tried.answer.kind != Kind::answered) co_return tried.answer.reason;
    const json::object& body = tried.answer.body;
    try {
        if (!cluster_.is_ours(number_at(object_at(body, "header"), "cluster_id")))
            co_return http_.named() + " is a member of another cluster.";
        if (number_at(body, "leader") == 0) co_return http_.named() + " sees no majority.";
        if (flag_at(body, "isLearner"))
            co_return http_.named() + " is a learner: it takes no requests.";
    } catch (const MalformedAnswer& malformed) {
        co_return http_.named() + ": " + malformed.what();
    }
    co_return std::string{};
}

asio::awaitable<std::string> EtcdConnection::open_socket(std::size_t member, Moment deadline) {
    member_ = member;
    std::string fault = co_await http_.open(cluster_.settings().members[member_], deadline);
    if (fault.empty() && is_stopped_) fault = "The program ends.";
    co_return fault;
}

asio::awaitable<EtcdConnection::Try> EtcdConnection::exchange(const EtcdRequest& request,
                                                              Moment deadline) {
    HttpAnswer answer = co_await http_.exchange(request, deadline);
    Try tried;
    if (answer.is_too_large) {
        tried.answer = {Kind::too_large, {}, std::move(answer.fault)};
    } else if (answer.status == 0) {
        tried.answer = {Kind::unknown, {}, std::move(answer.fault)};
    } else {
        tried.answer = read_answer(answer.status, answer.body, tried.is_final);
        if (tried.answer.kind != Kind::answered)
            tried.answer.reason = http_.named() + ": " + tried.answer.reason;
    }
    co_return tried;
}

asio::awaitable<bool> EtcdConnection::open_stream(EtcdRequest request) {
    const Moment deadline = now() + cluster_.times().a_try;
    http_.close();
    const std::string fault = co_await connect(deadline);
    if (!fault.empty() || !http_.is_open()) {
        http_.close();
        cluster_.avoid(member_);
        co_return false;
    }
    co_return co_await http_.open_lines(request);
}

void EtcdConnection::cut() {
    cluster_.avoid(member_);
    http_.cut();
}

void EtcdConnection::stop() {
    is_stopped_ = true;
    cut();
    pause_.cancel();
}

asio::awaitable<void> EtcdConnection::wait(std::chrono::milliseconds time) {
    if (is_stopped_) co_return;
    pause_.expires_after(time);
    ErrorCode error;
    co_await pause_.async_wait(asio::redirect_error(asio::use_awaitable, error));
}

}  // namespace rostrum::replica
