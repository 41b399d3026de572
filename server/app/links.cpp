#include "app/links.hpp"

#include <algorithm>
#include <ostream>

#include "app/qr_code.hpp"

namespace rostrum::app {

namespace {

/// The purpose of a role's link, for newcomers.
std::string_view title(Role role) {
    switch (role) {
        case Role::chair:
            return "Chair";
        case Role::secretariat:
            return "Secretariat";
        case Role::display:
            return "Room display";
        case Role::speaker:
            return "Lectern";
        case Role::observer:
            return "Observer";
        case Role::delegation:
            return "Missions";
        case Role::interpreter:
            return "Interpreters";
    }
    return "";
}

std::string_view screen(Role role) {
    switch (role) {
        case Role::chair:
            return "/chair/";
        case Role::secretariat:
            return "/secretariat/";
        case Role::speaker:
            return "/speaker/";
        case Role::display:
        case Role::observer:
            return "/display/";
        case Role::delegation:
            return "/delegation/";
        case Role::interpreter:
            return "/interpreter/";
    }
    return "/";
}

std::string padded(std::string_view text, std::size_t columns) {
    std::string result{text};
    result.resize(std::max(columns, text.size()), ' ');
    return result;
}

void print_beside(std::ostream& out, const Link* begin, const Link* end, bool colours) {
    std::vector<QrCode> codes;
    for (const Link* link = begin; link != end; ++link) {
        codes.push_back(qr_code(link->url));
        out << "  " << padded(title(link->role), codes.back().columns);
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
    static const std::vector roles{Role::chair,      Role::secretariat, Role::display,
                                   Role::speaker,    Role::observer,    Role::delegation,
                                   Role::interpreter};
    return roles;
}

std::string link_url(std::string_view public_url, Role role, const RoomId& room,
                     std::string_view token) {
    if (public_url.ends_with('/')) public_url.remove_suffix(1);
    std::string url{public_url};
    url += screen(role);
    url += "#room=" + room.value + "&token=";
    return url += token;
}

void print_links(std::ostream& out, const std::vector<Link>& links, bool colours) {
    constexpr std::size_t beside = 2;
    for (std::size_t i = 0; i < links.size(); i += beside)
        print_beside(out, &links[i], &links[i] + std::min(beside, links.size() - i), colours);
    for (const Link& link : links) out << "  " << padded(title(link.role), 14) << link.url << '\n';
}

}  // namespace rostrum::app
