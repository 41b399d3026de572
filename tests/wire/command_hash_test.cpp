#include "wire/command_hash.hpp"

#include <catch2/catch.hpp>

namespace rostrum::wire {
namespace {

TEST_CASE("a command's hash depends on its kind and on each of its fields") {
    const auto added = [](int seconds, std::uint64_t statement = 3) {
        return command_hash(AddTime{StatementId{statement}, std::chrono::seconds{seconds}});
    };
    CHECK(added(30) == added(30));
    CHECK(added(30) != added(31));
    CHECK(added(30) != added(-30));
    CHECK(added(30) != added(30, 4));
    CHECK(command_hash(PauseStatement{StatementId{3}}) !=
          command_hash(ResumeStatement{StatementId{3}}));
}

}  // namespace
}  // namespace rostrum::wire
