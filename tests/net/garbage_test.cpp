#include <array>
#include <fstream>
#include <iostream>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "live_server.hpp"
#include "raw_client.hpp"

#ifdef ROSTRUM_SANITIZED
/// Provided by the sanitizer, whose header is not installed with the compiler.
// NOLINTNEXTLINE(bugprone-reserved-identifier)
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#else
#include <unistd.h>
#endif

namespace rostrum::net {
namespace {

/// Bytes that the process holds. A sanitizer delays frees, so its own counter is used.
std::size_t memory_held() {
#ifdef ROSTRUM_SANITIZED
    return __sanitizer_get_current_allocated_bytes();
#else
    std::ifstream statm("/proc/self/statm");
    std::size_t size = 0;
    std::size_t resident = 0;
    statm >> size >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
#endif
}

class Garbage {
public:
    explicit Garbage(std::uint32_t seed) : random_(seed) {}

    std::size_t up_to(std::size_t most) {
        return std::uniform_int_distribution<std::size_t>{0, most}(random_);
    }

    /// One invalid message.
    std::string message() {
        switch (up_to(11)) {
            case 0:
                return bytes(up_to(200));
            case 1:
                return client_frame(text_opcode, bytes(up_to(300)));
            case 2:
                return client_frame(binary_opcode, bytes(up_to(300)));
            case 3:
                return client_frame(static_cast<int>(up_to(15)), bytes(up_to(200)));
            case 4:
                return truncated(client_frame(text_opcode, some_json()));
            case 5:
                return unmasked(some_json());
            case 6:
                return client_frame(text_opcode, some_json());
            case 7:
                return client_frame(text_opcode, mutated(some_json()));
            case 8:
                return client_frame(text_opcode, std::string(17'000 + up_to(60'000), '['));
            // A frame whose length exceeds all that is sent.
            case 9:
                return std::string("\x81\xFF\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 10) + bytes(20);
            // A continuation frame without a first frame.
            case 10:
                return client_frame(0, bytes(up_to(100)));
            default:
                return client_frame(text_opcode, std::string(up_to(8000), '{'));
        }
    }

    std::string bytes(std::size_t count) {
        std::string all(count, '\0');
        for (char& byte : all) byte = static_cast<char>(up_to(255));
        return all;
    }

private:
    std::string some_json() {
        constexpr std::array messages{
            R"({"hello":{"token":"display-of-xx"}})",
            R"({"hello":{"token":"guessed"}})",
            R"({"timeSync":{"clientMs":1e308}})",
            R"({"timeSync":{"clientMs":"NaN"}})",
            R"({"command":{"id":"command1","next":{"endingStatementId":"0"}}})",
            R"({"command":{"id":"command2","showNotice":{"text":"<img onerror>"}}})",
            R"({"command":{"id":"c"}})",
            R"({"command":{"id":"command3","undo":{"revision":"-1"}}})",
            R"({"welcome":{}})",
            R"([[[[[[[[]]]]]]]])",
            R"({"hello":{"seen":{"revision":"99999999999999999999"}}})",
        };
        return messages.at(up_to(messages.size() - 1));
    }
    std::string mutated(std::string text) {
        for (std::size_t i = up_to(4) + 1; i > 0; --i)
            text[up_to(text.size() - 1)] = static_cast<char>(up_to(255));
        return text;
    }
    std::string truncated(std::string frame) {
        frame.resize(up_to(frame.size()));
        return frame;
    }
    static std::string unmasked(const std::string& payload) {
        return std::string{'\x81', static_cast<char>(payload.size() & 0x7FU)} + payload;
    }

    std::mt19937 random_;
};

TEST_CASE("20,000 messages of garbage affect nobody and leave nothing behind") {
    const std::uint32_t seed = std::random_device{}();
    std::cout << "garbage_test: seed " << seed << '\n';
    INFO("seed " << seed);
    Garbage garbage(seed);
    Limits limits = impatient();
    limits.hello = std::chrono::seconds{10};
    // The bystander never sends, and the garbage may take long on a slow machine.
    limits.dead_after = limits.ping_after = std::chrono::minutes{5};
    LiveServer server(limits);
    RawClient bystander(server.port());
    bystander.join("xx", "observer-of-xx");

    constexpr int messages = 20'000;
    constexpr int a_connection = 10;
    constexpr int warm_up = 4'000;
    std::size_t held_before = 0;
    long revision = 2;
    for (int sent = 0; sent < messages; sent += a_connection) {
        if (sent == warm_up) held_before = memory_held();
        RawClient client(server.port());
        if (garbage.up_to(9) == 0) {
            for (int i = 0; i < a_connection; ++i) client.send(garbage.bytes(garbage.up_to(300)));
        } else {
            client.upgrade("xx", garbage.up_to(1) == 0 ? "rostrum.v1.json" : "rostrum.v1.protobuf");
            if (garbage.up_to(1) == 0) client.send_text(R"({"hello":{"token":"display-of-xx"}})");
            for (int i = 0; i < a_connection; ++i) client.send(garbage.message());
        }
        if (sent % 1000 != 0) continue;
        server.show("Still here.");
        const std::string change = bystander.read_text();
        REQUIRE(change.find(R"({"changed":{"previousRevision":")" + std::to_string(revision) +
                            R"(","revision":")" + std::to_string(revision + 1) + "\"") == 0);
        ++revision;
    }
    constexpr std::size_t noise = 8UL * 1024 * 1024;
    CHECK(memory_held() < held_before + noise);
    CHECK(server.metrics().faults == 0);
    CHECK(server.metrics().connections[Role::observer] == 1);
}

}  // namespace
}  // namespace rostrum::net
