#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "store/act_row.hpp"
#include "store/held_name.hpp"

namespace rostrum::replica {

/// Takes the persons' names out of a row: what is left may be given to a sequencer.
[[nodiscard]] std::vector<store::HeldName> take_names(store::ActRow& row);

/// Names whose acts have not come yet.
class HeldNames {
public:
    /// The oldest of more are dropped: another server has them.
    static constexpr std::size_t most = 10'000;

    void hold(std::vector<store::HeldName> names);
    /// Puts the names into a row that came without them. False if one is missing.
    [[nodiscard]] bool complete(store::ActRow& row) const;
    /// The row is in the log.
    void drop(const store::ActRow& row);

private:
    /// By the hash of the event.
    std::map<std::string, store::HeldName> names_;
    std::deque<std::string> by_age_;
};

}  // namespace rostrum::replica
