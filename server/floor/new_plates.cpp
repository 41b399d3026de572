#include "floor/new_plates.hpp"

#include <string>

namespace rostrum {

bool is_new_plate(const DelegationId& id) {
    return id.value.starts_with("new-");
}

void give_ids(PlannedMeeting& plan, Revision revision) {
    const std::string prefix = "plate-" + std::to_string(revision.value) + '-';
    std::size_t number = 0;
    for (PlannedDelegation& plate : plan.panel) {
        if (!is_new_plate(plate.id)) continue;
        DelegationId id;
        do id.value = prefix + std::to_string(++number);
        while (has_plate(plan.panel, id));
        plate.id = std::move(id);
    }
}

}  // namespace rostrum
