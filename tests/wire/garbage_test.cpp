// Clients may send anything. It is always answered, and always read the same.
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "encodings.hpp"
#include "rostrum/v1/live.pb.h"
#include "wire/log_encoding.hpp"
#include "wire/programme_json.hpp"

namespace rostrum::wire {
namespace {

constexpr int rounds = 10'000;

std::size_t below(std::mt19937& random, std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>{0, bound - 1}(random);
}

std::string noise(std::mt19937& random) {
    std::string bytes(below(random, 200), '\0');
    for (char& byte : bytes) byte = static_cast<char>(below(random, 256));
    return bytes;
}

/// A message with a few bytes changed, dropped or doubled.
std::string spoilt(std::string bytes, std::mt19937& random) {
    for (std::size_t times = 1 + below(random, 4); times > 0 && !bytes.empty(); --times) {
        const std::size_t at = below(random, bytes.size());
        switch (below(random, 3)) {
            case 0:
                bytes[at] = static_cast<char>(below(random, 256));
                break;
            case 1:
                bytes.erase(at, 1 + below(random, 8));
                break;
            default:
                bytes.insert(at, bytes.substr(at, 1 + below(random, 8)));
        }
    }
    return bytes;
}

/// Reads it with every reader; returns whether the live one accepts it.
bool is_answered(Encoding encoding, const std::string& bytes) {
    const auto read = read_client_message(encoding, bytes);
    if (encoding == Encoding::json) {
        static_cast<void>(read_command(bytes));
        static_cast<void>(read_programme(bytes));
    } else {
        try {
            static_cast<void>(read_event(bytes));
        } catch (const DecodeError& unreadable) {
            CHECK(!std::string{unreadable.what()}.empty());
        }
    }
    const auto* malformed = std::get_if<Malformed>(&read);
    if (malformed) {
        CHECK(!malformed->reason.empty());
        CHECK(malformed->command.value.size() <= 64);
    }
    return !malformed;
}

TEST_CASE("random bytes are not a message") {
    const unsigned seed = GENERATE(20'180'411U);
    std::mt19937 random{seed};
    INFO("seed " << seed);
    for (int round = 0; round < rounds; ++round) {
        const std::string bytes = noise(random);
        CHECK(!is_answered(Encoding::json, bytes));
        is_answered(Encoding::protobuf, bytes);
    }
}

TEST_CASE("damaged messages are answered") {
    // In two parts, since it is longer than a line.
    const std::string planning =
        R"({"command":{"id":"command-1","planMeetings":{"meetings":[{"id":"cuba",)"
        R"("startsAt":"2018-04-11T07:00:00Z","panel":[{"standing":"STANDING_EXPECTED"}]}]}}})";
    const std::vector<std::string> whole{
        R"({"hello":{"token":"secret","device":"Tablet","seen":{"logId":"l","revision":"4"}}})",
        R"({"command":{"id":"command-1","next":{"endingStatementId":"7"}}})",
        R"({"command":{"id":"command-1","markAbsent":{"delegationId":"a","publicReason":"b"}}})",
        R"({"command":{"id":"command-1","enterRoll":{"stateCodes":["FR","CU"]}}})",
        planning,
        R"({"timeSync":{"clientMs":1234.5}})",
    };
    const unsigned seed = GENERATE(20'180'411U);
    std::mt19937 random{seed};
    INFO("seed " << seed);
    int taken = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const auto& [encoding, bytes] :
             both_encodings<v1::ClientMessage>(whole[below(random, whole.size())]))
            if (is_answered(encoding, spoilt(bytes, random))) ++taken;
    }
    // Some damage does not show, such as within a name; the rest is noticed.
    CHECK(taken > rounds / 100);
    CHECK(taken < rounds);
}

}  // namespace
}  // namespace rostrum::wire
