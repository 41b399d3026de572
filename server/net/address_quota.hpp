#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "net/address.hpp"

namespace rostrum::net {

/// Counts the connections of each address.
class AddressQuota : public std::enable_shared_from_this<AddressQuota> {
public:
    /// Counts one connection for as long as it lives.
    class Slot {
    public:
        Slot(std::shared_ptr<AddressQuota> address_quota, const Address& from)
            : quota_(std::move(address_quota)), from_(from) {}
        Slot(Slot&&) noexcept = default;
        Slot& operator=(Slot&&) = delete;
        ~Slot() {
            if (quota_) quota_->leave(from_);
        }
        [[nodiscard]] const Address& from() const { return from_; }

    private:
        std::shared_ptr<AddressQuota> quota_;
        Address from_;
    };

    /// nullopt if that address has `most` connections already.
    [[nodiscard]] std::optional<Slot> enter(const Address& from, std::size_t most) {
        const auto found = count_.find(from);
        if ((found == count_.end() ? 0 : found->second) >= most) return std::nullopt;
        ++count_[from];
        return std::optional<Slot>{std::in_place, shared_from_this(), from};
    }

private:
    void leave(const Address& from) {
        const auto found = count_.find(from);
        if (--found->second == 0) count_.erase(found);
    }

    std::map<Address, std::size_t> count_;
};

}  // namespace rostrum::net
