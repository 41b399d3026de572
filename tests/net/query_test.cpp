#include "net/http/query.hpp"

#include <catch2/catch.hpp>

namespace rostrum::net::http {
namespace {

TEST_CASE("query values are found by name") {
    CHECK(query_value("meeting=cuba&format=csv", "meeting") == "cuba");
    CHECK(query_value("meeting=cuba&format=csv", "format") == "csv");
    CHECK(query_value("format=csv&format=json", "format") == "csv");
    CHECK(query_value("a=b=c", "a") == "b=c");
    CHECK(query_value("&&format=csv&", "format") == "csv");
}

TEST_CASE("a name that is missing in a query has no value") {
    CHECK(query_value("", "format").empty());
    CHECK(query_value("reformat=csv", "format").empty());
    CHECK(query_value("formats=csv", "format").empty());
    CHECK(query_value("format", "format").empty());
    CHECK(query_value("format=", "format").empty());
    CHECK(query_value("=csv", "format").empty());
}

TEST_CASE("escapes are decoded in values and do not separate them") {
    CHECK(query_value("meeting=burkina%2dfaso", "meeting") == "burkina-faso");
    CHECK(query_value("a=1%262&b=3", "a") == "1&2");
    CHECK(query_value("a=1%26b%3D2", "b").empty());
}

TEST_CASE("a broken escape stays unchanged") {
    CHECK(percent_decoded("100%") == "100%");
    CHECK(percent_decoded("%4") == "%4");
    CHECK(percent_decoded("%zz%41") == "%zzA");
    CHECK(percent_decoded("%%41") == "%A");
    CHECK(percent_decoded("%C3%A9t%c3%a9") == "été");
}

}  // namespace
}  // namespace rostrum::net::http
