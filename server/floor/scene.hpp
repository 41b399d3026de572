#pragma once

#include <cstdint>

namespace rostrum {

/// What a display shows of its room. The rules know nothing of it: it is set for each screen.
enum class Scene : std::uint8_t {
    /// What happens on the floor.
    automatic,
    timer,
    plates,
    list,
    /// Who speaks and how long, on a transparent ground, for a video mixer.
    overlay,
};

}  // namespace rostrum
