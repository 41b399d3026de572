#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rostrum::net {

/// Tracks the bytes that a client sends after its handshake, just enough to know whether they end
/// between two messages. Whether the frames are valid is for Beast to judge. RFC 6455, section 5.2.
class MessageBoundary {
public:
    void pass(std::string_view bytes) {
        while (!bytes.empty()) {
            if (payload_left_ > 0) {
                const std::uint64_t part =
                    payload_left_ < bytes.size() ? payload_left_ : bytes.size();
                payload_left_ -= part;
                bytes.remove_prefix(static_cast<std::size_t>(part));
            } else {
                pass_of_header(static_cast<unsigned char>(bytes.front()));
                bytes.remove_prefix(1);
            }
        }
    }

    [[nodiscard]] bool is_between_messages() const {
        return header_passed_ == 0 && payload_left_ == 0 && !more_frames_follow_;
    }

private:
    void pass_of_header(unsigned char byte) {
        ++header_passed_;
        if (header_passed_ == 1) {
            const bool is_control = (byte & 0x08U) != 0;
            const bool is_final = (byte & 0x80U) != 0;
            // A control frame may come between the frames of one message.
            if (!is_control) more_frames_follow_ = !is_final;
        } else if (header_passed_ == 2) {
            const unsigned length = byte & 0x7fU;
            digits_ = length == 126 ? 2 : length == 127 ? 8 : 0;
            length_ = digits_ == 0 ? length : 0;
            header_size_ = 2 + digits_ + ((byte & 0x80U) != 0 ? mask_size : 0);
        } else if (header_passed_ <= 2 + digits_) {
            length_ = length_ << 8U | byte;
        }
        if (header_passed_ < 2 || header_passed_ < header_size_) return;
        payload_left_ = length_;
        header_passed_ = 0;
    }

    static constexpr unsigned mask_size = 4;
    unsigned header_passed_ = 0;
    unsigned header_size_ = 0;
    unsigned digits_ = 0;
    std::uint64_t length_ = 0;
    std::uint64_t payload_left_ = 0;
    bool more_frames_follow_ = false;
};

}  // namespace rostrum::net
