#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "net/address.hpp"

namespace rostrum::net {

/// Counts the connections of each address.
class Crowd : public std::enable_shared_from_this<Crowd> {
public:
    /// Counts one connection for as long as it lives.
    class Place {
    public:
        Place(std::shared_ptr<Crowd> crowd, const Address& from)
            : crowd_(std::move(crowd)), from_(from) {}
        Place(Place&&) noexcept = default;
        Place& operator=(Place&&) = delete;
        ~Place() {
            if (crowd_) crowd_->leave(from_);
        }
        [[nodiscard]] const Address& from() const { return from_; }

    private:
        std::shared_ptr<Crowd> crowd_;
        Address from_;
    };

    /// nullopt if that address has `most` connections already.
    [[nodiscard]] std::optional<Place> enter(const Address& from, std::size_t most) {
        const auto found = count_.find(from);
        if ((found == count_.end() ? 0 : found->second) >= most) return std::nullopt;
        ++count_[from];
        return std::optional<Place>{std::in_place, shared_from_this(), from};
    }

private:
    void leave(const Address& from) {
        const auto found = count_.find(from);
        if (--found->second == 0) count_.erase(found);
    }

    std::map<Address, std::size_t> count_;
};

}  // namespace rostrum::net
