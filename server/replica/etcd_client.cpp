#include "replica/etcd_client.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/json/parse.hpp>

#include "replica/etcd_json.hpp"

namespace rostrum::replica {

namespace http = beast::http;
namespace json = boost::json;
using ErrorCode = boost::system::error_code;
using Kind = EtcdAnswer::Kind;

/// What came of a request to one member.
struct EtcdConnection::Try {
    EtcdAnswer answer;
    /// Every other member would refuse it too.
    bool is_final = false;
};

/// The addresses of a name.
struct EtcdConnection::Search {
    asio::ip::tcp::resolver resolver;
    asio::steady_timer over;
    std::vector<asio::ip::tcp::endpoint> found;
};

namespace {

constexpr std::size_t longest_reason = 200;
/// A large request has more time for each try.
constexpr std::size_t bytes_a_time = 1UL << 20U;

Moment now() {
    return std::chrono::steady_clock::now();
}

auto with_error(ErrorCode& error) {
    return asio::redirect_error(asio::use_awaitable, error);
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

asio::ssl::context tls_of(const EtcdTls& files) {
    asio::ssl::context context{asio::ssl::context::tls_client};
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    context.set_verify_mode(asio::ssl::verify_peer);
    const auto use = [](const std::filesystem::path& file, const ErrorCode& error) {
        if (error)
            throw UnusableEtcd("There is no usable PEM in " + file.string() + ": " +
                               error.message() + ".");
    };
    ErrorCode error;
    if (files.authorities.empty())
        context.set_default_verify_paths(error);
    else
        context.load_verify_file(files.authorities, error);
    use(files.authorities, error);
    if (files.certificate.empty()) return context;
    context.use_certificate_chain_file(files.certificate, error);
    use(files.certificate, error);
    context.use_private_key_file(files.key, asio::ssl::context::pem, error);
    use(files.key, error);
    return context;
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
      tls_(tls_of(settings.tls)),
      settings_(std::move(settings)),
      cluster_(settings_.cluster) {
    if (settings_.members.empty()) throw UnusableEtcd("No member of etcd is named.");
}

void EtcdCluster::avoid(std::size_t member) {
    if (member == chosen_) chosen_ = (chosen_ + 1) % settings_.members.size();
}

bool EtcdCluster::is_ours(std::uint64_t cluster) {
    if (cluster_ == 0) cluster_ = cluster;
    return cluster_ == cluster;
}

EtcdConnection::EtcdConnection(EtcdCluster& cluster) : cluster_(cluster), pause_(cluster.io()) {}

asio::awaitable<EtcdAnswer> EtcdConnection::ask(EtcdRequest request, Moment until) {
    EtcdAnswer last{Kind::refused, {}, "It waited for too long."};
    bool may_be_done = false;
    const EtcdTimes::Time a_try = cluster_.times().a_try * (1 + request.body.size() / bytes_a_time);
    while (!is_stopped_ && now() < until) {
        const Moment began = now();
        const Moment deadline = std::min(began + a_try, until);
        Try tried = co_await try_once(request, deadline);
        last = std::move(tried.answer);
        if (last.kind == Kind::answered || last.kind == Kind::too_large) co_return last;
        may_be_done = may_be_done || last.kind == Kind::unknown;
        if (tried.is_final) break;
        close();
        cluster_.avoid(member_);
        if (now() - began < cluster_.times().between) co_await wait(cluster_.times().between);
    }
    // What a later try is refused, an earlier one may still do.
    last.kind = may_be_done ? Kind::unknown : Kind::refused;
    co_return last;
}

asio::awaitable<EtcdAnswer> EtcdConnection::ask_member(std::size_t member, EtcdRequest request) {
    const Moment deadline = now() + cluster_.times().a_try;
    close();
    std::string fault = co_await open_socket(member, deadline);
    if (!fault.empty()) co_return EtcdAnswer{Kind::refused, {}, std::move(fault)};
    Try tried = co_await exchange(request, deadline);
    co_return std::move(tried.answer);
}

asio::awaitable<EtcdConnection::Try> EtcdConnection::try_once(const EtcdRequest& request,
                                                              Moment deadline) {
    if (!stream_) {
        std::string fault = co_await connect(deadline);
        if (fault.empty() && !stream_) fault = named() + " closes its connections.";
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
            co_return named() + " is a member of another cluster.";
        if (number_at(body, "leader") == 0) co_return named() + " sees no majority.";
        if (flag_at(body, "isLearner")) co_return named() + " is a learner: it takes no requests.";
    } catch (const MalformedAnswer& malformed) {
        co_return named() + ": " + malformed.what();
    }
    co_return std::string{};
}

asio::awaitable<std::string> EtcdConnection::open_socket(std::size_t member, Moment deadline) {
    member_ = member;
    const EtcdAddress& address = cluster_.settings().members[member_];
    const auto places = co_await resolve(address, deadline);
    if (places.empty()) co_return named() + " has no IP address.";
    if (is_stopped_) co_return "The program ends.";
    buffer_.clear();
    stream_.emplace(cluster_.io(), cluster_.tls());
    beast::tcp_stream& socket = stream_->next_layer();
    socket.expires_at(deadline);
    ErrorCode error;
    co_await socket.async_connect(places, with_error(error));
    if (!error) socket.socket().set_option(asio::ip::tcp::no_delay{true}, error);
    if (!error && address.is_secure) {
        stream_->set_verify_callback(asio::ssl::host_name_verification{address.host});
        SSL_set_tlsext_host_name(stream_->native_handle(), address.host.c_str());
        co_await stream_->async_handshake(asio::ssl::stream_base::client, with_error(error));
    }
    if (error) co_return named() + " cannot be reached: " + error.message() + '.';
    co_return std::string{};
}

/// Empty if the name is not known in time: a name server may take longer, and then its answer is
/// dropped.
asio::awaitable<std::vector<asio::ip::tcp::endpoint>> EtcdConnection::resolve(
    const EtcdAddress& address, Moment deadline) {
    using Tcp = asio::ip::tcp;
    ErrorCode error;
    const auto ip = asio::ip::make_address(address.host, error);
    const auto port = static_cast<std::uint16_t>(std::stoul(address.port));
    if (!error) co_return std::vector<Tcp::endpoint>{Tcp::endpoint{ip, port}};
    const auto search = std::make_shared<Search>(
        Search{Tcp::resolver{cluster_.io()}, asio::steady_timer{cluster_.io(), deadline}, {}});
    search->resolver.async_resolve(address.host, address.port,
                                   [search](const ErrorCode&, const auto& results) {
                                       search->found.assign(results.begin(), results.end());
                                       search->over.cancel();
                                   });
    co_await search->over.async_wait(with_error(error));
    co_return search->found;
}

namespace {

template <class Stream>
asio::awaitable<ErrorCode> converse(Stream& stream, http::request<http::string_body>& request,
                                    beast::flat_buffer& buffer,
                                    http::response_parser<http::string_body>& parser) {
    ErrorCode error;
    co_await http::async_write(stream, request, with_error(error));
    if (!error) co_await http::async_read(stream, buffer, parser, with_error(error));
    co_return error;
}

template <class Stream, class Parser>
asio::awaitable<ErrorCode> begin_lines(Stream& stream, http::request<http::string_body>& request,
                                       beast::flat_buffer& buffer, Parser& parser) {
    ErrorCode error;
    co_await http::async_write(stream, request, with_error(error));
    if (!error) co_await http::async_read_header(stream, buffer, parser, with_error(error));
    co_return error;
}

template <class Stream, class Parser>
asio::awaitable<ErrorCode> read_more(Stream& stream, beast::flat_buffer& buffer, Parser& parser) {
    ErrorCode error;
    co_await http::async_read_some(stream, buffer, parser, with_error(error));
    co_return error;
}

}  // namespace

asio::awaitable<EtcdConnection::Try> EtcdConnection::exchange(const EtcdRequest& request,
                                                              Moment deadline) {
    HttpRequest sent = http_request(request);
    http::response_parser<http::string_body> parser;
    parser.body_limit(most_answered);
    stream_->next_layer().expires_at(deadline);
    ErrorCode error;
    if (cluster_.settings().members[member_].is_secure)
        error = co_await converse(*stream_, sent, buffer_, parser);
    else
        error = co_await converse(stream_->next_layer(), sent, buffer_, parser);
    Try tried;
    if (error == http::error::body_limit) {
        close();
        tried.answer = {Kind::too_large, {}, named() + " answers more than can be read at once."};
    } else if (error) {
        close();
        tried.answer = {Kind::unknown, {}, named() + " gives no answer: " + error.message() + '.'};
    } else {
        const auto& answer = parser.get();
        tried.answer = read_answer(answer.result_int(), answer.body(), tried.is_final);
        if (tried.answer.kind != Kind::answered)
            tried.answer.reason = named() + ": " + tried.answer.reason;
        if (!answer.keep_alive()) close();
    }
    co_return tried;
}

asio::awaitable<bool> EtcdConnection::open_stream(EtcdRequest request) {
    const Moment deadline = now() + cluster_.times().a_try;
    close();
    const std::string fault = co_await connect(deadline);
    if (!fault.empty() || !stream_) {
        close();
        cluster_.avoid(member_);
        co_return false;
    }
    HttpRequest sent = http_request(request);
    lines_.emplace();
    lines_->body_limit(boost::none);
    lines_->get().body().max_size(most_answered);
    ErrorCode error;
    if (cluster_.settings().members[member_].is_secure)
        error = co_await begin_lines(*stream_, sent, buffer_, *lines_);
    else
        error = co_await begin_lines(stream_->next_layer(), sent, buffer_, *lines_);
    if (!error) stream_->next_layer().expires_never();
    co_return !error && lines_->get().result() == http::status::ok;
}

asio::awaitable<std::optional<std::string>> EtcdConnection::next_line() {
    std::size_t searched = 0;
    while (stream_) {
        beast::flat_buffer& body = lines_->get().body();
        const std::string_view bytes{static_cast<const char*>(body.cdata().data()), body.size()};
        const std::size_t end = bytes.find('\n', searched);
        if (end != std::string_view::npos) {
            std::optional<std::string> line{bytes.substr(0, end)};
            body.consume(end + 1);
            co_return line;
        }
        searched = bytes.size();
        if (lines_->is_done()) break;
        ErrorCode error;
        if (cluster_.settings().members[member_].is_secure)
            error = co_await read_more(*stream_, buffer_, *lines_);
        else
            error = co_await read_more(stream_->next_layer(), buffer_, *lines_);
        if (error) break;
    }
    co_return std::nullopt;
}

/// No operation may be using the stream.
void EtcdConnection::close() {
    stream_.reset();
    lines_.reset();
}

void EtcdConnection::cut() {
    cluster_.avoid(member_);
    if (stream_) stream_->next_layer().close();
}

void EtcdConnection::stop() {
    is_stopped_ = true;
    cut();
    pause_.cancel();
}

EtcdConnection::HttpRequest EtcdConnection::http_request(const EtcdRequest& request) const {
    const EtcdAddress& address = cluster_.settings().members[member_];
    HttpRequest sent{http::verb::post, request.path, 11};
    sent.set(http::field::host, text_of(address).substr(address.is_secure ? 8 : 7));
    sent.set(http::field::content_type, "application/json");
    sent.body() = request.body;
    sent.prepare_payload();
    return sent;
}

std::string EtcdConnection::named() const {
    return text_of(cluster_.settings().members[member_]);
}

asio::awaitable<void> EtcdConnection::wait(std::chrono::milliseconds time) {
    if (is_stopped_) co_return;
    pause_.expires_after(time);
    ErrorCode error;
    co_await pause_.async_wait(with_error(error));
}

}  // namespace rostrum::replica
