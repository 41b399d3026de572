#include <string>

#include <catch2/catch.hpp>

#include "live_server.hpp"
#include "raw_client.hpp"

namespace rostrum::net::slow_reader_test {
namespace {

constexpr int small_buffer = 4096;
/// The kernel buffers some hundred thousand bytes before the client counts as slow.
constexpr int plenty = 3000;

std::string long_notice(int number) {
    return "Notice " + std::to_string(number) + " " + std::string(700, 'x');
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

int number_after(const std::string& text, const std::string& part) {
    return std::stoi(text.substr(text.find(part) + part.size()));
}

TEST_CASE("a slow client receives merged changes and misses no revision") {
    LiveServer server(patient());
    RawClient slow(server.port(), small_buffer);
    RawClient quick(server.port());
    slow.join("xx", "display-of-xx");
    quick.join("xx", "display-of-xx");
    std::thread reader([&] {
        std::string message;
        do {
            message = quick.read_text();
        } while (!message.empty() && !holds(message, "The last one"));
    });
    for (int i = 0; i < plenty; ++i) server.show(long_notice(i));
    server.show("The last one.");
    reader.join();

    CHECK(server.metrics().lags >= 1);
    int messages = 0;
    int held = 2;
    std::string message;
    while (!holds(message, "The last one")) {
        message = slow.read_text();
        REQUIRE_FALSE(message.empty());
        ++messages;
        const bool is_whole = holds(message, R"("previousRevision":"0")");
        CHECK(is_whole == holds(message, R"("sections":{"agenda")"));
        if (!is_whole) CHECK(number_after(message, R"("previousRevision":")") == held);
        held = number_after(message, R"("revision":")");
    }
    CHECK(held == plenty + 3);
    CHECK(messages < plenty);

    // Once caught up, it receives each change again.
    server.show("One more.");
    CHECK(holds(slow.read_text(), R"("previousRevision":")" + std::to_string(plenty + 3) + "\""));
}

TEST_CASE("a client that does not read its answers is not read from, and closed in time") {
    Limits limits = impatient();
    // Its messages stay within the rate limit: the unread answers are what stops the reading.
    limits.messages_at_once = 1'000'000;
    LiveServer server(limits);
    RawClient client(server.port(), small_buffer);
    client.join("xx", "chair-of-xx");
    std::thread talker([&] {
        for (int i = 0; i < 200'000; ++i) client.send_text(R"({"timeSync":{"clientMs":1}})");
    });
    const auto until = std::chrono::steady_clock::now() + patience;
    while (server.metrics().connections[Role::chair] > 0)
        REQUIRE(std::chrono::steady_clock::now() < until);
    talker.join();
    CHECK(server.metrics().sockets == 0);
}

TEST_CASE("a client that never reads is dropped when nothing more can be written to it") {
    LiveServer server(patient_unless_stuck());
    RawClient stuck(server.port(), small_buffer);
    stuck.join("xx", "display-of-xx");
    const auto until = std::chrono::steady_clock::now() + patience;
    int shown = 0;
    while (server.metrics().sockets > 0) {
        REQUIRE(std::chrono::steady_clock::now() < until);
        server.show(long_notice(shown++));
        // It sends, as a browser with a hung page does.
        stuck.send(client_frame(pong_opcode, ""));
    }
}

}  // namespace
}  // namespace rostrum::net::slow_reader_test
