#include "net/http/admission.hpp"

#include "net/http/problem.hpp"

namespace rostrum::net::http {

std::optional<rooms::Grant> grant_of(Context& context, const Request& request) {
    auto grant = context.credentials.admit(bearer_token(request));
    if (!grant) ++context.metrics->not_admitted;
    return grant;
}

Response no_token() {
    Response response = problem(401, "NOT_ADMITTED", "A valid token is required.");
    response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

}  // namespace rostrum::net::http
