#include "floor/sentence.hpp"

namespace rostrum {

Sentence::Sentence(std::string_view key, std::string_view text, std::vector<Particular> filled_in)
    : english(text), code(key), particulars(std::move(filled_in)) {
    // From the last to the first: a text of somebody that has braces is not looked at again.
    for (std::size_t end = english.rfind('}'); end != std::string::npos && end > 0;) {
        const std::size_t begin = english.rfind('{', end);
        if (begin == std::string::npos) return;
        const std::string_view name{english.data() + begin + 1, end - begin - 1};
        for (const Particular& one : particulars)
            if (one.name == name) {
                english.replace(begin, end + 1 - begin, one.value);
                break;
            }
        if (begin == 0) return;
        end = english.rfind('}', begin - 1);
    }
}

Sentence at_place(std::string_view place, Sentence sentence) {
    if (!place.empty()) sentence.english = std::string{place} + ": " + sentence.english;
    return sentence;
}

}  // namespace rostrum
