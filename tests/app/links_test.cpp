#include "app/links.hpp"

#include <sstream>

#include <catch2/catch.hpp>

using namespace rostrum;
using namespace rostrum::app;

namespace {

const RoomId xxvii{"xxvii"};

std::vector<Link> links_of_all_roles() {
    std::vector<Link> links;
    for (const Role role : all_roles())
        links.push_back({role, link_url("http://a", role, xxvii, "t")});
    return links;
}

}  // namespace

TEST_CASE("each role's link opens its screen, with the token in the fragment") {
    const auto url = [](Role role) {
        return link_url("http://192.0.2.1:8080", role, xxvii, "t0k3n");
    };
    CHECK(url(Role::chair) == "http://192.0.2.1:8080/chair/#room=xxvii&token=t0k3n");
    CHECK(url(Role::secretariat) == "http://192.0.2.1:8080/secretariat/#room=xxvii&token=t0k3n");
    CHECK(url(Role::display) == "http://192.0.2.1:8080/display/#room=xxvii&token=t0k3n");
    CHECK(url(Role::speaker) == "http://192.0.2.1:8080/speaker/#room=xxvii&token=t0k3n");
    CHECK(url(Role::observer) == "http://192.0.2.1:8080/display/#room=xxvii&token=t0k3n");
    CHECK(url(Role::delegation) == "http://192.0.2.1:8080/delegation/#room=xxvii&token=t0k3n");
    CHECK(url(Role::interpreter) == "http://192.0.2.1:8080/interpreter/#room=xxvii&token=t0k3n");
}

TEST_CASE("a public address may end in a slash") {
    CHECK(link_url("https://floor.example/", Role::chair, xxvii, "t") ==
          "https://floor.example/chair/#room=xxvii&token=t");
}

TEST_CASE("the links follow the codes, one a role, in the order of the roles") {
    std::ostringstream out;
    print_links(out, links_of_all_roles(), false);
    const std::string text = out.str();
    CHECK(
        text.ends_with("  Chair         http://a/chair/#room=xxvii&token=t\n"
                       "  Secretariat   http://a/secretariat/#room=xxvii&token=t\n"
                       "  Room display  http://a/display/#room=xxvii&token=t\n"
                       "  Lectern       http://a/speaker/#room=xxvii&token=t\n"
                       "  Observer      http://a/display/#room=xxvii&token=t\n"
                       "  Missions      http://a/delegation/#room=xxvii&token=t\n"
                       "  Interpreters  http://a/interpreter/#room=xxvii&token=t\n"));
    CHECK(text.starts_with("  Chair                              Secretariat"));
    CHECK(text.find('\033') == std::string::npos);
}

TEST_CASE("on a terminal the codes set their own colours") {
    std::ostringstream out;
    print_links(out, links_of_all_roles(), true);
    CHECK(out.str().find("  \033[40;97m█") != std::string::npos);
}
