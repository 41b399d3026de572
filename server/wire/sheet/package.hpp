#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "floor/sentence.hpp"
#include "wire/sheet/xml.hpp"

struct zip;

/// An .xlsx file: a ZIP archive of XML parts.
namespace rostrum::wire {

/// Bounds against ZIP bombs.
namespace package_limits {
constexpr std::size_t parts = 1000;
constexpr std::uint64_t part_bytes = 64 << 20;
/// Of all parts that are read, together.
constexpr std::uint64_t all_bytes = 128 << 20;
/// The most that unpacking may multiply the size of a part; small parts may grow more.
constexpr std::uint64_t ratio = 200;
constexpr std::uint64_t small_part_bytes = 1 << 20;
}  // namespace package_limits

/// Reads parts until the first fault; after that it does nothing.
class Package {
public:
    /// `bytes` must outlive the package.
    explicit Package(std::string_view bytes);
    Package(const Package&) = delete;
    Package& operator=(const Package&) = delete;
    ~Package();

    [[nodiscard]] bool has(const std::string& part) const;

    /// Parses a part to its end, or until the listener stops it.
    /// @return false if the listener stopped it or on a fault.
    bool read(const std::string& part, XmlListener& listener);

    /// A sentence; empty while there is none.
    [[nodiscard]] const Sentence& fault() const { return fault_; }

private:
    bool refuse(Sentence sentence);

    struct Close {
        void operator()(zip* archive) const;
    };
    std::unique_ptr<zip, Close> archive_;
    std::uint64_t left_ = package_limits::all_bytes;
    Sentence fault_;
};

}  // namespace rostrum::wire
