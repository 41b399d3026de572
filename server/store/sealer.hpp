#pragma once

#include <span>
#include <string>
#include <vector>

#include "floor/act.hpp"
#include "floor/ids.hpp"
#include "store/act_row.hpp"
#include "store/random_bytes.hpp"

namespace rostrum::store {

/// Makes the rows of acts, on the server that decided them: draws a salt for each payload, hashes
/// it, and links the acts. For one thread.
class Sealer {
public:
    explicit Sealer(RandomBytes random_bytes) : random_bytes_(std::move(random_bytes)) {}

    /// @param chain the link of the act before the first.
    [[nodiscard]] std::vector<ActRow> seal(const RoomId& room, std::span<const Act> acts,
                                           std::string chain);

private:
    std::string draw_salt();

    RandomBytes random_bytes_;
    /// Random bytes for many events.
    std::string salts_;
};

}  // namespace rostrum::store
