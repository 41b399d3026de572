#pragma once

#include <cstdint>

namespace rostrum {

/// What a display shows of its room. Set for each screen; the rules do not use it.
enum class Scene : std::uint8_t {
    /// What happens on the floor.
    automatic,
    timer,
    plates,
    list,
    /// The speaker and the time on a transparent background, for a video mixer.
    overlay,
};

}  // namespace rostrum
