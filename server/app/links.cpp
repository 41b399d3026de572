#include "app/links.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "app/qr_code.hpp"

namespace rostrum::app {

namespace {

struct Entrance {
    Role role;
    /// What it is for, as a newcomer would look for it.
    std::string_view title;
    std::string_view path;
};
constexpr std::array entrances{Entrance{Role::chair, "Chair", "/chair/"},
                               Entrance{Role::secretariat, "Secretariat", "/secretariat/"},
                               Entrance{Role::display, "Room display", "/display/"},
                               Entrance{Role::speaker, "Lectern", "/speaker/"},
                               Entrance{Role::observer, "Observer", "/display/"},
                               Entrance{Role::delegation, "Missions", "/delegation/"},
                               Entrance{Role::interpreter, "Interpreters", "/interpreter/"}};

const Entrance& entrance_of(Role role) {
    return *std::ranges::find(entrances, role, &Entrance::role);
}

std::string padded(std::string_view text, std::size_t columns) {
    std::string result{text};
    result.resize(std::max(columns, text.size()), ' ');
    return result;
}

void print_side_by_side(std::ostream& out, const Link* begin, const Link* end, bool colours) {
    std::vector<QrCode> codes;
    for (const Link* link = begin; link != end; ++link) {
        codes.push_back(qr_code(link->url));
        out << "  " << padded(entrance_of(link->role).title, codes.back().columns);
    }
    out << '\n';
    const std::string_view light_on_dark = colours ? "\033[40;97m" : "";
    const std::string_view as_before = colours ? "\033[0m" : "";
    for (std::size_t row = 0; row < codes.front().lines.size(); ++row) {
        for (const QrCode& code : codes)
            out << "  " << light_on_dark
                << (row < code.lines.size() ? code.lines[row] : padded("", code.columns))
                << as_before;
        out << '\n';
    }
    out << '\n';
}

}  // namespace

const std::vector<Role>& all_roles() {
    static const std::vector<Role> roles = [] {
        std::vector<Role> of_all;
        of_all.reserve(entrances.size());
        for (const Entrance& one : entrances) of_all.push_back(one.role);
        return of_all;
    }();
    return roles;
}

std::string link_url(std::string_view public_url, Role role, const RoomId& room,
                     std::string_view token) {
    if (public_url.ends_with('/')) public_url.remove_suffix(1);
    std::string url{public_url};
    url += entrance_of(role).path;
    url += "#room=" + room.value + "&token=";
    return url += token;
}

void print_links(std::ostream& out, const std::vector<Link>& links, bool colours) {
    constexpr std::size_t per_line = 2;
    for (std::size_t i = 0; i < links.size(); i += per_line)
        print_side_by_side(out, &links[i], &links[i] + std::min(per_line, links.size() - i),
                           colours);
    for (const Link& link : links)
        out << "  " << padded(entrance_of(link.role).title, 14) << link.url << '\n';
}

}  // namespace rostrum::app
