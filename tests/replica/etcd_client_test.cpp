// What a server knows after each answer that a member may give, or not give.
#include <array>
#include <deque>
#include <optional>
#include <sstream>
#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

#include "fake_member.hpp"
#include "replica/etcd_json.hpp"
#include "replica/etcd_sequencer.hpp"
#include "run_until.hpp"
#include "seen_acts.hpp"
#include "test_acts.hpp"

using namespace rostrum;
using namespace rostrum::replica;
using Reply = FakeMember::Reply;

namespace {

const RoomId hall{"room"};
const std::string done_body = R"({"header":{"revision":"5"},"succeeded":true})";

std::string answer(int status, const std::string& body) {
    return FakeMember::http_answer(status, body);
}

template <class... Members>
EtcdSettings settings_of(const Members&... members) {
    EtcdSettings settings;
    settings.members = {members.address()...};
    // A slow machine answers too.
    settings.times.a_try = std::chrono::seconds{3};
    settings.times.all_tries = std::chrono::seconds{15};
    return settings;
}

std::vector<RoomBatch> one_act() {
    return {batch_after(hall, {}, {"command"})};
}

SequenceOutcome outcome_with(asio::io_context& io, const EtcdSettings& settings) {
    EtcdSequencer sequencer{io, settings};
    std::optional<SequenceOutcome> outcome;
    sequencer.append(one_act(), [&](SequenceOutcome got) { outcome = std::move(got); });
    run_until(io, [&] { return outcome.has_value(); });
    return *outcome;
}

std::string name_of(const SequenceOutcome& outcome) {
    static constexpr std::array names{"Sequenced", "OtherHead", "KnownCommand", "OutcomeUnknown",
                                      "NotSequenced"};
    return names.at(outcome.index());
}

std::string chunk(const std::string& bytes) {
    std::ostringstream size;
    size << std::hex << bytes.size();
    return size.str() + "\r\n" + bytes + "\r\n";
}

std::string event_of(const SequencedAct& act, const std::string& etcd_revision) {
    const std::string digits = std::to_string(act.revision.value);
    const std::string key = "/rostrum/a/room/" + std::string(20 - digits.size(), '0') + digits;
    std::string value;
    for (const char c : act.chain) {
        constexpr std::string_view hex = "0123456789abcdef";
        value += hex[static_cast<unsigned char>(c) >> 4U];
        value += hex[static_cast<unsigned char>(c) & 15U];
    }
    value += ' ' + act.command.value + '\n' + act.bytes;
    return R"({"kv":{"key":")" + to_base64(key) + R"(","mod_revision":")" + etcd_revision +
           R"(","value":")" + to_base64(value) + R"("}})";
}

}  // namespace

TEST_CASE("what an answer says is known, and nothing more", "[client]") {
    struct Case {
        const char* name;
        Reply reply;
        const char* outcome;
    };
    const std::vector<Case> cases{
        {"done", {answer(200, done_body)}, "Sequenced"},
        {"a bad request", {answer(400, R"({"error":"etcdserver: no","code":3})")}, "NotSequenced"},
        {"a certificate with a name", {answer(400, "CommonName of client")}, "NotSequenced"},
        {"no space", {answer(429, R"({"message":"database space exceeded"})")}, "NotSequenced"},
        {"no leader", {answer(503, R"({"error":"request timed out"})")}, "OutcomeUnknown"},
        {"too late", {answer(500, R"({"error":"context deadline exceeded"})")}, "OutcomeUnknown"},
        {"a page", {answer(200, "<html>Welcome</html>")}, "OutcomeUnknown"},
        {"no object", {answer(200, "[1]")}, "OutcomeUnknown"},
        {"no answers of operations", {answer(200, R"({"header":{}})")}, "OutcomeUnknown"},
        {"another type", {answer(200, R"({"succeeded":"yes"})")}, "OutcomeUnknown"},
        {"no HTTP", {"\x16\x03\x01 garbage\r\n\r\n", true}, "OutcomeUnknown"},
        {"half an answer", {answer(200, done_body).substr(0, 60), true}, "OutcomeUnknown"},
        {"the end", {"", true}, "OutcomeUnknown"},
        {"silence", {""}, "OutcomeUnknown"},
        {"slow bytes",
         {answer(200, done_body), false, std::chrono::milliseconds{200}},
         "OutcomeUnknown"},
        {"a huge answer",
         {"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"},
         "OutcomeUnknown"},
        {"endless headers",
         {"HTTP/1.1 200 OK\r\nA: " + std::string(100'000, 'a')},
         "OutcomeUnknown"}};
    asio::io_context io;
    struct Running {
        std::unique_ptr<FakeMember> member;
        std::unique_ptr<EtcdSequencer> sequencer;
        std::optional<SequenceOutcome> outcome;
    };
    std::deque<Running> running(cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        Running& one = running[i];
        one.member = std::make_unique<FakeMember>(
            io, [&cases, i](const auto&, const auto&) { return cases[i].reply; });
        one.sequencer = std::make_unique<EtcdSequencer>(io, settings_of(*one.member));
        one.sequencer->append(one_act(),
                              [&one](SequenceOutcome got) { one.outcome = std::move(got); });
    }
    for (std::size_t i = 0; i < cases.size(); ++i) {
        INFO(cases[i].name);
        run_until(io, [&] { return running[i].outcome.has_value(); });
        CHECK(name_of(*running[i].outcome) == cases[i].outcome);
        if (const auto* unknown = std::get_if<OutcomeUnknown>(&*running[i].outcome))
            CHECK(unknown->reason.ends_with('.'));
    }
    CHECK(std::get<NotSequenced>(*running[1].outcome).reason ==
          "etcd does not take the acts. " + text_of(running[1].member->address()) +
              ": It answers 400: etcdserver: no.");
}

TEST_CASE("what one member does not answer, the next one is asked with the same words",
          "[client]") {
    asio::io_context io;
    FakeMember first{io, [](auto&, auto&) { return Reply{answer(503, "{}")}; }};
    FakeMember second{io, [](auto&, auto&) { return Reply{answer(200, done_body)}; }};
    CHECK(name_of(outcome_with(io, settings_of(first, second))) == "Sequenced");
    REQUIRE(first.received().size() == 1);
    CHECK(first.received() == second.received());
}

TEST_CASE("a refusal says nothing of an earlier try", "[client]") {
    asio::io_context io;
    FakeMember first{io, [](auto&, auto&) { return Reply{answer(503, "{}")}; }};
    FakeMember second{io, [](auto&, auto&) { return Reply{answer(400, "{}")}; }};
    CHECK(name_of(outcome_with(io, settings_of(first, second))) == "OutcomeUnknown");
}

TEST_CASE("a member that is of no use is asked nothing", "[client]") {
    asio::io_context io;
    const auto status =
        GENERATE(R"({"header":{"cluster_id":"7"},"version":"3.4.23"})",
                 R"({"header":{"cluster_id":"7"},"leader":"1","isLearner":true})",
                 R"({"header":{"cluster_id":"8"},"leader":"1"})", R"({"header":"?"})", "<html>");
    CAPTURE(status);
    FakeMember useless{io, [](auto&, auto&) { return Reply{answer(200, done_body)}; }, status};
    FakeMember useful{io, [](auto&, auto&) { return Reply{answer(200, done_body)}; }};
    EtcdSettings settings = settings_of(useless, useful);
    settings.cluster = 7;
    CHECK(name_of(outcome_with(io, settings)) == "Sequenced");
    CHECK(useless.received().empty());
    settings = settings_of(useless);
    settings.cluster = 7;
    CHECK(name_of(outcome_with(io, settings)) == "NotSequenced");
}

TEST_CASE("where no member listens, nothing was put in order", "[client]") {
    asio::io_context io;
    EtcdSettings settings;
    {
        const FakeMember gone{io, {}};
        settings = settings_of(gone);
    }
    const auto outcome = outcome_with(io, settings);
    REQUIRE(name_of(outcome) == "NotSequenced");
    CHECK(std::get<NotSequenced>(outcome).reason == "etcd does not take the acts. " +
                                                        text_of(settings.members.front()) +
                                                        " cannot be reached: Connection refused.");
}

TEST_CASE("a bounded number of appends waits, and none is called back after the end", "[client]") {
    asio::io_context io;
    FakeMember silent{io, [](auto&, auto&) { return Reply{}; }};
    auto sequencer = std::make_unique<EtcdSequencer>(io, settings_of(silent));
    std::vector<std::string> outcomes;
    for (int i = 0; i < 1025; ++i)
        sequencer->append(one_act(), [&](const SequenceOutcome& outcome) {
            outcomes.push_back(std::get<NotSequenced>(outcome).reason);
        });
    run_until(io, [&] { return !outcomes.empty() && silent.received().size() == 4; });
    sequencer.reset();
    io.restart();
    io.poll();
    CHECK(outcomes == std::vector<std::string>{"More waits for etcd than it takes."});
}

TEST_CASE("a page that is too large is asked for in parts", "[client]") {
    asio::io_context io;
    std::vector<std::string> limits;
    FakeMember member{
        io, [&](auto&, const std::string& body) {
            const auto asked = boost::json::parse(body).as_object();
            const auto& range = asked.at("success").as_array().at(0);
            limits.emplace_back(
                range.as_object().at("request_range").as_object().at("limit").as_string());
            return Reply{"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"};
        }};
    EtcdSequencer sequencer{io, settings_of(member)};
    std::optional<std::variant<Sequencer::Acts, OutcomeUnknown>> outcome;
    sequencer.read(hall, Revision{}, 1000, [&](auto got) { outcome = std::move(got); });
    run_until(io, [&] { return outcome.has_value(); });
    CHECK(std::holds_alternative<OutcomeUnknown>(*outcome));
    CHECK(limits == std::vector<std::string>{"256", "64", "16", "4", "1"});
}

TEST_CASE("a watch goes on where it ended, and with the heads after a gap", "[client]") {
    asio::io_context io;
    const SequencedAct one = act_after({}, "one");
    const SequencedAct two = act_after(end_with(one), "two");
    const std::string begins =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" +
        chunk("{\"result\":{\"header\":{\"revision\":\"10\"},\"created\":true}}\n");
    const std::string first = "{\"result\":{\"events\":[" + event_of(one, "12") + "]}}\n";
    // The act of revision 13 goes on in a line that never comes.
    const std::string second =
        "{\"result\":{\"fragment\":true,\"events\":[" + event_of(two, "13") + "]}}\n";
    std::deque<Reply> watches{
        {begins + chunk("no JSON\n")},
        {begins + chunk(first.substr(0, 30)) + chunk(first.substr(30)) + chunk(second), true},
        {begins + chunk("{\"result\":{\"canceled\":true,\"compact_revision\":\"19\"}}\n")},
        {begins + "zzzz\r\n"},
        {begins + chunk(second)}};
    std::vector<std::string> starts;
    FakeMember member{
        io, [&](const std::string& path, const std::string& body) {
            if (path == "/v3/kv/range") {
                const char* revision = starts.size() < 2 ? "10" : starts.size() == 2 ? "13" : "20";
                return Reply{
                    answer(200, R"({"header":{"revision":")" + std::string{revision} + R"("}})")};
            }
            const auto asked = boost::json::parse(body).as_object();
            const auto& create = asked.at("create_request").as_object();
            starts.emplace_back(create.at("start_revision").as_string());
            Reply reply = watches.front();
            if (watches.size() > 1) watches.pop_front();
            return reply;
        }};
    EtcdSequencer sequencer{io, settings_of(member)};
    SeenActs follower;
    sequencer.follow(follower);
    run_until(io, [&] { return starts.size() >= 5 && follower.times >= 5; });
    starts.resize(5);
    CHECK(starts == std::vector<std::string>{"11", "11", "13", "21", "21"});
    CHECK(follower.rooms[hall] ==
          std::map<Revision, SequencedAct>{{Revision{1}, one}, {Revision{2}, two}});
    CHECK(follower.faults == std::vector<std::string>{});
}

TEST_CASE("addresses of members are read, or refused with a sentence", "[client]") {
    CHECK(read_addresses("http://a:1,https://b,https://[2001:db8::1]:3/") ==
          std::vector<HttpAddress>{
              {false, "a", "1"}, {true, "b", "2379"}, {true, "2001:db8::1", "3"}});
    CHECK(text_of({true, "2001:db8::1", "3"}) == "https://[2001:db8::1]:3");
    for (const char* wrong :
         {"", "a:1", "http://", "http://a:", "http://a:x", "ftp://a", "http://a/b", "http://a,",
          "http://[::1", "http://u@a", "http://a:123456"})
        CHECK_THROWS_AS(read_addresses(wrong), UnusableSetting);
    CHECK_THROWS_WITH(read_addresses("here"),
                      "`here` is no address: write it like "
                      "https://10.0.0.1:2379.");
}
