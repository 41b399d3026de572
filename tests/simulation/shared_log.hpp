#pragma once

#include <memory>
#include <vector>

#include "log_side.hpp"
#include "memory_log.hpp"

namespace rostrum::simulation {

/// Servers that write to one log.
class SharedLog final : public World {
public:
    [[nodiscard]] std::unique_ptr<LogSide> new_side() override;
    [[nodiscard]] const std::vector<Act>& acts() override { return log_.acts(); }

private:
    rooms::MemoryLog log_;
};

}  // namespace rostrum::simulation
