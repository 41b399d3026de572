#include "floor/permissions.hpp"

namespace rostrum {

bool may(Role role, ActKind act) {
    switch (role) {
        case Role::secretariat:
            return true;
        case Role::chair:
            return act != ActKind::found_room;
        case Role::display:
        case Role::speaker:
        case Role::observer:
            return false;
    }
    return false;
}

View view_of(Role role) {
    switch (role) {
        case Role::chair:
        case Role::secretariat:
            return View::podium;
        case Role::display:
        case Role::speaker:
        case Role::observer:
            return View::everybody;
    }
    return View::everybody;
}

}  // namespace rostrum
