#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

/// What the fuzz targets share.
namespace rostrum::fuzz {

/// Ends the process where it does not hold: a fuzzer keeps what it gave last.
inline void expect(bool holds, const char* what) {
    if (holds) return;
    std::cerr << "This must hold: " << what << ".\n";
    std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Takes what stands before the next `mark` off `text`; all of it where there is none.
inline std::string_view next_piece(std::string_view& text, std::string_view mark) {
    const std::size_t end = text.find(mark);
    const std::string_view piece = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + mark.size());
    return piece;
}

}  // namespace rostrum::fuzz

/// Each target is a program with this one function. Returns 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
