#pragma once

#include <cstdint>

namespace rostrum::endurance {

/// Whether the program at this local port answers `GET /healthz` with 200.
[[nodiscard]] bool is_well(std::uint16_t port);

}  // namespace rostrum::endurance
