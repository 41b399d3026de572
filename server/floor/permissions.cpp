#include "floor/permissions.hpp"

namespace rostrum {

View view_of(Role role) {
    switch (role) {
        case Role::chair:
        case Role::secretariat:
            return View::podium;
        case Role::speaker:
        case Role::interpreter:
            return View::lectern;
        case Role::display:
        case Role::observer:
        case Role::delegation:
            return View::everybody;
    }
    return View::everybody;
}

}  // namespace rostrum
