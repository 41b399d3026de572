#include "floor/shared_list.hpp"

#include <deque>
#include <memory>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

using rostrum::SharedList;

namespace {

SharedList<int> one_to(int last) {
    SharedList<int> list;
    for (int value = 1; value <= last; ++value) list.push_back(value);
    return list;
}

std::deque<int> values_of(const SharedList<int>& list) {
    return {list.begin(), list.end()};
}

}  // namespace

TEST_CASE("a list holds its values in the order of insertion") {
    const SharedList<int> list = one_to(100);
    CHECK(list.size() == 100);
    CHECK(list.front() == 1);
    CHECK(list[63] == 64);
    CHECK(list.back() == 100);
    int expected = 0;
    for (const int value : list) CHECK(value == ++expected);
    CHECK(expected == 100);
}

TEST_CASE("a list emptied from either end behaves like a new one") {
    SharedList<int> list = one_to(40);
    for (int i = 0; i < 40; ++i) list.pop_back();
    CHECK(list.empty());
    list = one_to(40);
    for (int i = 0; i < 40; ++i) list.pop_front();
    CHECK(list.empty());
    CHECK(list.begin() == list.end());
    list.push_back(7);
    CHECK(values_of(list) == std::deque{7});
}

TEST_CASE("a list and all its copies behave like independent vectors") {
    const auto seed = GENERATE(range(1U, 4U));
    CAPTURE(seed);
    std::mt19937 chance(seed);
    SharedList<int> list;
    std::deque<int> expected;
    std::vector<std::pair<SharedList<int>, std::deque<int>>> copies;
    for (int step = 0; step < 20'000; ++step) {
        const auto drawn = chance() % 100;
        // Grows to a few chunks, and then shrinks to nothing.
        const bool grows = step / 500 % 2 == 0;
        if (expected.empty() || drawn < (grows ? 60U : 20U)) {
            list.push_back(step);
            expected.push_back(step);
        } else if (drawn < 70) {
            list.pop_back();
            expected.pop_back();
        } else if (drawn < 90) {
            list.pop_front();
            expected.pop_front();
        } else {
            list.edit_back() = -step;
            expected.back() = -step;
        }
        REQUIRE(list.size() == expected.size());
        REQUIRE((expected.empty() ||
                 (list.front() == expected.front() && list.back() == expected.back())));
        if (step % 50 != 0) continue;
        copies.emplace_back(list, expected);
        // Continues with one of the copies; the original stays.
        std::swap(copies[chance() % copies.size()], copies.back());
        std::tie(list, expected) = copies.back();
    }
    for (const auto& [copy, held] : copies) REQUIRE(values_of(copy) == held);
}

TEST_CASE("a copy shares the values until one is edited") {
    SharedList<std::string> list;
    for (int i = 0; i < 50; ++i) list.push_back("plate");
    const SharedList<std::string> copy = list;
    list.edit_back() = "list";
    CHECK(list.back() == "list");
    CHECK(copy.back() == "plate");
    for (std::size_t i = 0; i < 49; ++i) CHECK(&list[i] == &copy[i]);
}

TEST_CASE("a value that no copy shares is edited in place") {
    SharedList<std::string> list;
    list.push_back("plate");
    const std::string* place = &list.back();
    list.edit_back() += "s";
    CHECK(&list.back() == place);
    CHECK(list.back() == "plates");
}

TEST_CASE("removed values are freed a chunk at a time") {
    const auto thing = std::make_shared<int>(7);
    SharedList<std::shared_ptr<int>> list;
    for (int i = 0; i < 10'000; ++i) {
        if (list.size() == 100) list.pop_front();
        list.push_back(thing);
        REQUIRE(thing.use_count() <= 1 + 100 + 31);
    }
    for (int i = 0; i < 100; ++i) list.pop_front();
    CHECK(thing.use_count() == 1);

    for (int i = 0; i < 20; ++i) list.push_back(thing);
    for (int i = 0; i < 10; ++i) list.pop_front();
    for (int i = 0; i < 10; ++i) list.pop_back();
    CHECK(thing.use_count() == 1);
}

TEST_CASE("lists compare by their values, not by removed ones") {
    SharedList<int> list = one_to(100);
    for (int i = 0; i < 50; ++i) list.pop_front();
    SharedList<int> same;
    for (int value = 51; value <= 100; ++value) same.push_back(value);
    CHECK(list == same);
    same.edit_back() = 7;
    CHECK_FALSE(list == same);
    same.pop_back();
    CHECK_FALSE(list == same);
    same.push_back(100);
    CHECK(list == same);
}
