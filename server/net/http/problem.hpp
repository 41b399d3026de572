#pragma once

#include <string_view>

#include "floor/refusal.hpp"
#include "net/http/message.hpp"

/// Errors over HTTP: application/problem+json (RFC 7807) with a `code` for programs.
namespace rostrum::net::http {

/// @param code `NOT_FOUND`: for programs to compare.
/// @param detail a sentence for people.
[[nodiscard]] Response problem(int status, std::string_view code, const Explanation& detail);

[[nodiscard]] Response too_many_connections();

[[nodiscard]] Response unknown_encoding();

/// The answer to a request for a name that is not this server's.
[[nodiscard]] Response unknown_host();

/// Answers plain HTTP on a TLS port: redirects pages to https, refuses interface requests, so that
/// no program continues to send its token unencrypted.
[[nodiscard]] Response over_tls_only(const Request& request);

/// LongTasks has no place left.
[[nodiscard]] Response too_much_work();

/// A refusal of the rules, under its code on the wire.
[[nodiscard]] Response problem(const Refusal& refusal);

}  // namespace rostrum::net::http
