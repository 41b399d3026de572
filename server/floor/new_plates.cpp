#include "floor/new_plates.hpp"

#include <algorithm>
#include <string>

namespace rostrum {

bool is_new_plate(const DelegationId& id) {
    return id.value.starts_with("new-");
}

void give_ids(PlannedMeeting& plan, Revision revision) {
    const std::string prefix = "plate-" + std::to_string(revision.value) + '-';
    std::size_t number = 0;
    const auto is_taken = [&](const std::string& id) {
        return std::any_of(plan.panel.begin(), plan.panel.end(),
                           [&](const PlannedDelegation& one) { return one.id.value == id; });
    };
    for (PlannedDelegation& plate : plan.panel) {
        if (!is_new_plate(plate.id)) continue;
        std::string id;
        do id = prefix + std::to_string(++number);
        while (is_taken(id));
        plate.id.value = std::move(id);
    }
}

}  // namespace rostrum
