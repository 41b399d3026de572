#pragma once

namespace rostrum {

enum class DisplayMode { automatic, blackout, test_picture, questions_code };

/// The settings of the room's displays.
struct DisplaySettings {
    DisplayMode mode = DisplayMode::automatic;
    bool time_up_sound = false;
    friend bool operator==(const DisplaySettings&, const DisplaySettings&) = default;
};

}  // namespace rostrum
