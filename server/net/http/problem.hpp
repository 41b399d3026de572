#pragma once

#include <string_view>

#include "floor/refusal.hpp"
#include "net/http/message.hpp"

/// Errors over HTTP: application/problem+json (RFC 7807) with a `code` for programs.
namespace rostrum::net::http {

/// @param code `NOT_FOUND`: a word that a program may compare.
/// @param detail a sentence for people.
[[nodiscard]] Response problem(int status, std::string_view code, std::string_view detail);

[[nodiscard]] Response too_many_connections();

/// To a request in plain HTTP where TLS is spoken: a page is sent to https, the interface refuses,
/// so that no program goes on telling its token to everybody on the way.
[[nodiscard]] Response over_tls_only(const Request& request);

/// A refusal as the rules said it, under its code on the wire.
[[nodiscard]] Response problem(const Refusal& refusal);

}  // namespace rostrum::net::http
