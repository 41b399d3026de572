#pragma once

#include <memory>
#include <vector>

#include "log_side.hpp"

namespace rostrum::simulation {

class ReplicatedSide;
struct SharedSequence;

/// Servers with a log each, over a model of a sequencer: appends that land late, answers that are
/// lost, followers that lag, acts that come twice or not, old acts that it drops, and names that
/// only the servers exchange.
class Replicated final : public World {
public:
    Replicated();
    ~Replicated() override;
    [[nodiscard]] std::unique_ptr<LogSide> new_side() override;
    /// As the log of some server has them.
    [[nodiscard]] const std::vector<Act>& acts() override;

private:
    std::unique_ptr<SharedSequence> shared_;
    std::vector<Act> acts_;
};

}  // namespace rostrum::simulation
