#pragma once

#include "floor/ids.hpp"
#include "floor/instant.hpp"

namespace rostrum {

/// The time that fitting the hour gives an inscription.
struct Allotment {
    InscriptionId inscription;
    Duration allotted{};
    friend bool operator==(const Allotment&, const Allotment&) = default;
};

}  // namespace rostrum
