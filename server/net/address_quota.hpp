#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "net/address.hpp"

namespace rostrum::net {

/// A connection that may have to leave for a newcomer.
class Guest {
public:
    /// Leaves at once, and frees its slot.
    virtual void give_way() = 0;

protected:
    ~Guest() = default;
};

/// Counts the connections of each address, and knows those that have shown no token: they are worth
/// less than a newcomer, which may be the chair.
class AddressQuota : public std::enable_shared_from_this<AddressQuota> {
    using Guests = std::list<Guest*>;
    struct Share {
        std::size_t connections = 0;
        std::size_t crowd = 0;
        Guests guests{};
    };

public:
    /// Counts one connection for as long as it lives.
    class Slot {
    public:
        Slot(std::shared_ptr<AddressQuota> address_quota, const Address& from)
            : quota_(std::move(address_quota)), from_(from) {}
        Slot(Slot&& other) noexcept
            : quota_(std::move(other.quota_)),
              from_(other.from_),
              guest_(std::exchange(other.guest_, std::nullopt)),
              is_in_crowd_(std::exchange(other.is_in_crowd_, false)) {}
        Slot& operator=(Slot&&) = delete;
        ~Slot() {
            if (!quota_) return;
            keep();
            if (is_in_crowd_) quota_->leave_crowd(from_);
            quota_->leave(from_);
        }
        [[nodiscard]] const Address& from() const { return from_; }

        /// From now on the connection may have to leave for a newcomer, after all that offered it
        /// before.
        void offer(Guest& guest) {
            keep();
            Guests& own = quota_->shares_[from_].guests;
            guest_ = {own.insert(own.end(), &guest),
                      quota_->guests_.insert(quota_->guests_.end(), &guest)};
        }
        /// It need not leave any more.
        void keep() {
            if (!guest_) return;
            quota_->shares_[from_].guests.erase(guest_->first);
            quota_->guests_.erase(guest_->second);
            guest_.reset();
        }
        /// Counts it as one of the crowd, the clients that are not the podium's.
        /// @returns false if there are `most_of_address` or `most_of_all` already.
        [[nodiscard]] bool enter_crowd(std::size_t most_of_address, std::size_t most_of_all) {
            Share& share = quota_->shares_[from_];
            if (share.crowd >= most_of_address || quota_->crowd_ >= most_of_all) return false;
            ++share.crowd;
            ++quota_->crowd_;
            is_in_crowd_ = true;
            return true;
        }

    private:
        std::shared_ptr<AddressQuota> quota_;
        Address from_;
        /// Its places among the guests of its address, and of all.
        std::optional<std::pair<Guests::iterator, Guests::iterator>> guest_;
        bool is_in_crowd_ = false;
    };

    /// nullopt if that address has `most` connections already.
    [[nodiscard]] std::optional<Slot> enter(const Address& from, std::size_t most) {
        const auto found = shares_.find(from);
        if ((found == shares_.end() ? 0 : found->second.connections) >= most) return std::nullopt;
        ++shares_[from].connections;
        return std::optional<Slot>{std::in_place, shared_from_this(), from};
    }

    /// Makes the connection leave that has offered it longest: one of this address, or of all.
    /// @returns false if none has.
    bool make_room(const Address& from) {
        const auto found = shares_.find(from);
        return found != shares_.end() && make_room(found->second.guests);
    }
    bool make_room() { return make_room(guests_); }

private:
    static bool make_room(Guests& guests) {
        if (guests.empty()) return false;
        guests.front()->give_way();
        return true;
    }
    void leave(const Address& from) {
        const auto found = shares_.find(from);
        if (--found->second.connections == 0) shares_.erase(found);
    }
    void leave_crowd(const Address& from) {
        --shares_[from].crowd;
        --crowd_;
    }

    std::map<Address, Share> shares_;
    Guests guests_;
    std::size_t crowd_ = 0;
};

}  // namespace rostrum::net
