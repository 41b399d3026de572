#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "net/live_connection.hpp"

namespace rostrum::net {

/// A client without a socket: the test reads what the server sends from its outbox.
struct Client {
    Client(Context& context, const std::string& room,
           wire::Encoding encoding = wire::Encoding::json, const std::string& address = "")
        : connection(std::make_shared<LiveConnection>(context, RoomId{room}, encoding, outbox,
                                                      outbox_sender, address)) {}

    void send_text(std::string_view message) const { connection->receive(message, true); }

    /// The queued frames, without their headers of two or four bytes.
    std::vector<std::string> received() {
        std::vector<std::string> messages;
        std::array<std::string_view, 1> piece;
        while (outbox.next(piece) == 1) {
            const std::size_t head = piece[0][1] == '\x7E' ? 4 : 2;
            messages.emplace_back(piece[0].substr(head));
            outbox.written(piece[0].size());
        }
        return messages;
    }

    /// Leaves everything in the outbox.
    struct NoSender final : OutboxSender {
        void send() override {}
        void send_soon() override {}
    };
    NoSender outbox_sender;
    Outbox outbox;
    std::shared_ptr<LiveConnection> connection;
};

/// A close frame without its header.
inline std::string close_of(int code, const std::string& reason) {
    return std::string{static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)} + reason;
}

inline bool starts(const std::string& text, const std::string& beginning) {
    return text.rfind(beginning, 0) == 0;
}

}  // namespace rostrum::net
