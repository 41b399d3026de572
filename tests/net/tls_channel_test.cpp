#include <array>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "net/tls/channel.hpp"
#include "net/tls/identity.hpp"
#include "test_certificate.hpp"
#include "tls_end.hpp"

namespace rostrum::net {
namespace {

/// The server's channel connected to a client.
struct Pair {
    explicit Pair(int version = 0) : client(version) {}

    std::string read() {
        std::string text;
        std::array<char, 1000> piece;
        while (const std::size_t bytes = server.read(piece)) text.append(piece.data(), bytes);
        return text;
    }
    /// Delivers the server's output in pieces of at most `most` bytes.
    void deliver(std::size_t most = 100'000) {
        while (!server.outgoing().empty()) {
            const std::string piece{server.outgoing().substr(0, most)};
            client.receive(piece);
            server.sent(piece.size());
        }
    }
    /// Completes the handshake. Returns false if it fails.
    bool shake_hands() {
        for (int i = 0; i < 10; ++i) {
            const bool done = client.shake_hands();
            server.receive(client.outgoing());
            read();
            deliver();
            if (done || server.broken()) return done && !server.broken();
        }
        return false;
    }
    void send(std::string_view text) {
        client.send(text);
        server.receive(client.outgoing());
    }
    std::size_t write(std::string_view text) {
        const std::array pieces{text};
        return server.write(pieces);
    }

    TestCertificate files;
    TlsIdentity identity{files.certificate(), files.key()};
    TlsChannel server{identity};
    TlsEnd client;
};

TEST_CASE("over TLS both sides receive what the other sends") {
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        CAPTURE(version);
        Pair pair{version};
        REQUIRE(pair.shake_hands());
        CHECK(SSL_version(pair.client.ssl()) == version);
        pair.send("Who has the floor?");
        CHECK(pair.read() == "Who has the floor?");
        CHECK(pair.write("Cuba.") == 5);
        CHECK(std::string{pair.server.outgoing()}.find("Cuba") == std::string::npos);
        pair.deliver();
        CHECK(pair.client.read() == "Cuba.");
        CHECK_FALSE(pair.server.ended());
        CHECK_FALSE(pair.server.broken());
    }
}

TEST_CASE("over TLS old versions and weak ciphers are rejected") {
    for (const int version : {TLS1_VERSION, TLS1_1_VERSION}) {
        CAPTURE(version);
        Pair pair{version};
        CHECK_FALSE(pair.shake_hands());
        CHECK(pair.server.broken());
    }
    for (const auto* weak : {"AES128-SHA", "ECDHE-ECDSA-AES128-SHA256", "DHE-RSA-AES128-SHA"}) {
        CAPTURE(weak);
        Pair pair{TLS1_2_VERSION};
        SSL_set_cipher_list(pair.client.ssl(), weak);
        CHECK_FALSE(pair.shake_hands());
        CHECK(pair.server.broken());
    }
}

TEST_CASE("over TLS records may arrive byte by byte or together") {
    Pair pair;
    for (int step = 0; step < 3; ++step) {
        pair.client.shake_hands();
        for (const char byte : pair.client.outgoing()) {
            pair.server.receive({&byte, 1});
            CHECK(pair.read().empty());
        }
        pair.deliver(1);
    }
    pair.client.send("one");
    pair.client.send("two");
    const std::string bytes = pair.client.outgoing();
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        pair.server.receive(bytes.substr(i, 1));
        const std::string text = pair.read();
        CHECK((text.empty() || text == "one"));
    }
    pair.server.receive(bytes.substr(bytes.size() - 1));
    CHECK(pair.read() == "two");

    pair.client.send("three");
    pair.client.send("four");
    pair.server.receive(pair.client.outgoing());
    std::array<char, 4> few;
    std::string text;
    while (const std::size_t count = pair.server.read(few)) text.append(few.data(), count);
    CHECK(text == "threefour");
}

TEST_CASE("over TLS small pieces share a record, and a partial write returns its length") {
    Pair pair;
    REQUIRE(pair.shake_hands());
    const std::array<std::string_view, 3> pieces{"one ", "two ", "three"};
    CHECK(pair.server.write(pieces) == 13);
    CHECK(pair.server.outgoing().size() < 13 + 40);
    pair.deliver();
    CHECK(pair.client.read() == "one two three");

    const std::string longest(50'000, 'x');
    CHECK(pair.write(longest) == 16'384);
    pair.deliver(1000);
    CHECK(pair.client.read() == std::string(16'384, 'x'));
}

TEST_CASE("over TLS nothing is written before the handshake is done") {
    Pair pair;
    CHECK(pair.write("too early") == 0);
    CHECK(pair.server.outgoing().empty());
    CHECK_FALSE(pair.server.close());
    REQUIRE(pair.shake_hands());
    CHECK(pair.write("in time") == 7);
}

TEST_CASE("over TLS each side can close") {
    Pair pair;
    REQUIRE(pair.shake_hands());
    SSL_shutdown(pair.client.ssl());
    pair.server.receive(pair.client.outgoing());
    CHECK(pair.read().empty());
    CHECK(pair.server.ended());
    CHECK_FALSE(pair.server.broken());

    CHECK(pair.write("Last words.") == 11);
    pair.deliver();
    CHECK(pair.server.close());
    CHECK_FALSE(pair.server.close());
    CHECK(pair.write("more") == 0);
    pair.deliver();
    CHECK(pair.client.read() == "Last words.");
    CHECK((SSL_get_shutdown(pair.client.ssl()) & SSL_RECEIVED_SHUTDOWN) != 0);
}

TEST_CASE("garbage instead of TLS breaks the channel, before and after the handshake") {
    for (const bool after : {false, true}) {
        CAPTURE(after);
        Pair pair;
        if (after) REQUIRE(pair.shake_hands());
        pair.server.receive(std::string(300, '\x99'));
        CHECK(pair.read().empty());
        CHECK(pair.server.broken());
        CHECK(pair.write("anything") == 0);
        CHECK_FALSE(pair.server.close());
        // At most an alert: seven bytes, a few more if encrypted.
        CHECK(pair.server.outgoing().size() < 40);
    }
}

TEST_CASE("a message changed in transit breaks the channel") {
    Pair pair;
    REQUIRE(pair.shake_hands());
    pair.client.send("Give the floor to Cuba.");
    std::string bytes = pair.client.outgoing();
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    pair.server.receive(bytes);
    CHECK(pair.read().empty());
    CHECK(pair.server.broken());
}

TEST_CASE("a handshake in the middle of a connection is refused") {
    Pair pair{TLS1_2_VERSION};
    REQUIRE(pair.shake_hands());
    SSL_renegotiate(pair.client.ssl());
    pair.client.shake_hands();
    pair.server.receive(pair.client.outgoing());
    CHECK(pair.read().empty());
    pair.deliver();
    CHECK_FALSE(pair.client.shake_hands());
    CHECK(SSL_get_error(pair.client.ssl(), -1) == SSL_ERROR_SSL);
}

TEST_CASE("a client that provokes TLS output and never reads is bounded") {
    Pair pair{TLS1_3_VERSION};
    REQUIRE(pair.shake_hands());
    for (int i = 0; i < 5000; ++i) {
        SSL_key_update(pair.client.ssl(), SSL_KEY_UPDATE_REQUESTED);
        pair.client.shake_hands();
        pair.server.receive(pair.client.outgoing());
        CHECK(pair.read().empty());
    }
    CHECK(pair.server.outgoing().size() < 100'000);
}

TEST_CASE("queued TLS output is bounded") {
    Pair pair;
    REQUIRE(pair.shake_hands());
    const std::string piece(16'384, 'x');
    int records = 0;
    while (pair.write(piece) > 0) REQUIRE(++records < 100);
    CHECK(pair.server.broken());
    CHECK(pair.server.outgoing().size() < 100'000);
}

}  // namespace
}  // namespace rostrum::net
