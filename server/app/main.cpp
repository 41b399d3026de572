#include "app/program.hpp"

int main(int argc, char** argv) {
    return rostrum::app::run_program(argc, argv);
}
