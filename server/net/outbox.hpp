#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "net/frame.hpp"
#include "net/limits.hpp"

namespace rostrum::net {

/// What one connection still has to be sent, in order. Bounded: a client that lags loses the
/// changes that wait, and is owed the newest whole state instead. No socket in here.
class Outbox {
public:
    explicit Outbox(const Limits& limits) : limits_(&limits) {}

    /// What must not be lost: answers, control frames. Whoever puts it bounds it, by
    /// answers().
    void put(Frame frame);

    /// A change of the room. False if it is the one by which the client begins to lag: it and all
    /// the changes that wait are dropped, and those that come until whole() are not taken.
    bool put_change(Frame frame);

    /// The whole state, to a client that lags: it lags no more.
    void put_whole(Frame frame);
    [[nodiscard]] bool owes_whole() const { return owes_whole_; }

    /// The last frame that will ever be sent: changes that wait are dropped, and whatever is put
    /// later.
    void seal(Frame last);
    void seal();
    [[nodiscard]] bool sealed() const { return sealed_; }

    [[nodiscard]] bool empty() const { return head_ == items_.size(); }
    /// What was put and has not left entirely.
    [[nodiscard]] std::size_t answers() const { return answers_; }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

    /// Fills `pieces` with what is to be written next, as far as they reach; returns how many.
    std::size_t next(std::span<std::string_view> pieces) const;
    /// So much of it was written. Returns how many frames have left entirely.
    std::size_t written(std::size_t bytes);

private:
    struct Item {
        Frame frame;
        bool is_change;
    };
    void push(Frame frame, bool is_change);
    void drop_changes();
    void compact();

    const Limits* limits_;
    /// From head_ on; what stands before has left.
    std::vector<Item> items_;
    std::size_t head_ = 0;
    std::size_t written_of_head_ = 0;
    std::size_t answers_ = 0;
    std::size_t changes_ = 0;
    /// Of all frames that have not left entirely.
    std::size_t bytes_ = 0;
    bool owes_whole_ = false;
    bool sealed_ = false;
};

}  // namespace rostrum::net
