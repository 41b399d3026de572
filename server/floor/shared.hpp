#pragma once

#include <memory>
#include <utility>

namespace rostrum {

/// A copy-on-write value: copying a room's proceedings, as each act does for Undo, costs a few
/// pointers.
template <class T>
class Shared {
public:
    explicit Shared(T value) : value_(std::make_shared<T>(std::move(value))) {}

    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }

    /// Returns the value for editing, unshared first.
    T& edit() {
        if (value_.use_count() != 1) value_ = std::make_shared<T>(*value_);
        return *value_;
    }

    /// Whether both share one value: neither has been edited since the copy.
    [[nodiscard]] bool is(const Shared& other) const { return value_ == other.value_; }

    friend bool operator==(const Shared& a, const Shared& b) { return a.is(b) || *a == *b; }

private:
    std::shared_ptr<T> value_;
};

}  // namespace rostrum
