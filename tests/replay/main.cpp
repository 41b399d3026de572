// Writes the replayed round into a data folder: `replay_round FOLDER`, then `rostrum serve --data
// FOLDER` or `rostrum export figures --data FOLDER`.
#include <exception>
#include <iostream>

#include "demonstration.hpp"
#include "round.hpp"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "Usage: replay_round FOLDER\n";
        return 2;
    }
    try {
        const rostrum::PlannedRoom plan = rostrum::replay::demonstration();
        rostrum::replay::Replay replay{plan, argv[1]};
        rostrum::replay::hold(replay, plan);
        return 0;
    } catch (const std::exception& fault) {
        std::cerr << "replay_round: " << fault.what() << '\n';
        return 1;
    }
}
