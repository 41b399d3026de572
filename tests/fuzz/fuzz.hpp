#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string_view>

/// Shared by the fuzz targets.
namespace rostrum::fuzz {

/// Aborts if the condition is false: a fuzzer keeps the last input.
inline void expect(bool holds, const char* what) {
    if (holds) return;
    std::cerr << "Expectation failed: " << what << ".\n";
    std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Removes the text before the next `mark` from `text` and returns it; all of it if there is no
/// mark.
inline std::string_view next_piece(std::string_view& text, std::string_view mark) {
    const std::size_t end = text.find(mark);
    const std::string_view piece = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + mark.size());
    return piece;
}

using Target = int (*)(const std::uint8_t* data, std::size_t size);

/// The targets of this program, by name.
inline std::map<std::string_view, Target>& targets() {
    static std::map<std::string_view, Target> all;
    return all;
}

}  // namespace rostrum::fuzz

/// FUZZ_TARGET(<name>) { … return 0; }: a target, whose input is `data` and `size`. libFuzzer wants
/// a program for each target (ROSTRUM_FUZZER); without it, one program has them all.
#ifdef ROSTRUM_FUZZER
#define FUZZ_TARGET(name) \
    extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
#else
#define FUZZ_TARGET(name)                                                                         \
    static int target_##name(const std::uint8_t* data, std::size_t size);                         \
    static const bool has_##name = rostrum::fuzz::targets().emplace(#name, target_##name).second; \
    static int target_##name(const std::uint8_t* data, std::size_t size)
#endif
