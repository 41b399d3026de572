#include "net/http/accept_encoding.hpp"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/rfc7230.hpp>

namespace rostrum::net::http {

namespace beast = boost::beast;

bool accepts_gzip(std::string_view accept_encoding) {
    for (const auto& [coding, parameters] : beast::http::ext_list{accept_encoding}) {
        if (!beast::iequals(coding, "gzip")) continue;
        // `q=0`, `q=0.000`: not acceptable.
        for (const auto& [name, value] : parameters)
            if (beast::iequals(name, "q") && value.find_first_not_of("0.") == value.npos)
                return false;
        return true;
    }
    return false;
}

}  // namespace rostrum::net::http
