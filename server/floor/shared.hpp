#pragma once

#include <memory>
#include <utility>

namespace rostrum {

/// A value that its copies share until one of them is edited: copying a room's proceedings, as
/// every act does to be able to take itself back, costs a few pointers.
/// Not to be edited by two threads at once.
template <class T>
class Shared {
public:
    explicit Shared(T value) : value_(std::make_shared<T>(std::move(value))) {}

    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }

    /// The value, to be changed: its own from here on.
    T& edit() {
        if (value_.use_count() != 1) value_ = std::make_shared<T>(*value_);
        return *value_;
    }

    /// Nobody has edited the one since it was copied from the other.
    [[nodiscard]] bool is(const Shared& other) const { return value_ == other.value_; }

    friend bool operator==(const Shared& a, const Shared& b) { return a.is(b) || *a == *b; }

private:
    std::shared_ptr<T> value_;
};

}  // namespace rostrum
