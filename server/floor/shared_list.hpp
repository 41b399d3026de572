#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "floor/shared.hpp"

namespace rostrum {

/// A copy-on-write list that grows at its end and shrinks at its beginning. Copies share values in
/// chunks: copying a list of a thousand costs some thirty pointers, and appending to a copy at most
/// one chunk of pointers more.
template <class T>
class SharedList {
public:
    class Iterator;
    using value_type = T;
    using const_iterator = Iterator;

    [[nodiscard]] std::size_t size() const {
        return chunks_.empty()
                   ? 0
                   : (chunks_.size() - 1) * in_a_chunk + chunks_.back()->size() - forgotten_;
    }
    [[nodiscard]] bool empty() const { return size() == 0; }

    /// @pre index < size()
    const T& operator[](std::size_t index) const {
        const std::size_t place = forgotten_ + index;
        return *(*chunks_[place / in_a_chunk])[place % in_a_chunk];
    }
    /// @pre !empty()
    const T& front() const { return (*this)[0]; }
    const T& back() const { return *chunks_.back()->back(); }

    [[nodiscard]] Iterator begin() const { return {*this, 0}; }
    [[nodiscard]] Iterator end() const { return {*this, size()}; }

    /// Returns the last value for editing, unshared first.
    /// @pre !empty()
    T& edit_back() { return chunks_.back().edit().back().edit(); }

    void push_back(T value) {
        if (chunks_.empty() || chunks_.back()->size() == in_a_chunk) chunks_.emplace_back(Chunk{});
        chunks_.back().edit().emplace_back(std::move(value));
    }

    /// @pre !empty()
    void pop_back() {
        if (chunks_.back()->size() > 1)
            chunks_.back().edit().pop_back();
        else
            chunks_.pop_back();
        if (empty()) clear();
    }

    /// Removes the first value. Its memory is freed together with its chunk, which spares editing
    /// the chunk each time.
    /// @pre !empty()
    void pop_front() {
        ++forgotten_;
        if (empty()) {
            clear();
        } else if (forgotten_ == in_a_chunk) {
            chunks_.erase(chunks_.begin());
            forgotten_ = 0;
        }
    }

    void clear() { *this = {}; }

    /// Compares values, not chunks.
    friend bool operator==(const SharedList& a, const SharedList& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const T& one, const T& other) {
            return &one == &other || one == other;
        });
    }

private:
    static constexpr std::size_t in_a_chunk = 32;
    using Chunk = std::vector<Shared<T>>;

    /// All full except the last, and none empty.
    std::vector<Shared<Chunk>> chunks_;
    /// Removed values at the beginning of the first chunk.
    std::size_t forgotten_ = 0;
};

/// Valid until the list changes.
template <class T>
class SharedList<T>::Iterator {
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() = default;
    Iterator(const SharedList& list, std::size_t index) : list_(&list), index_(index) {}

    const T& operator*() const { return (*list_)[index_]; }
    const T* operator->() const { return &**this; }
    Iterator& operator++() {
        ++index_;
        return *this;
    }
    Iterator operator++(int) { return {*list_, index_++}; }  // NOLINT(cert-dcl21-cpp)
    friend bool operator==(const Iterator&, const Iterator&) = default;

private:
    const SharedList* list_ = nullptr;
    std::size_t index_ = 0;
};

}  // namespace rostrum
