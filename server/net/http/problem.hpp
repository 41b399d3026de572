#pragma once

#include <string_view>

#include "floor/refusal.hpp"
#include "net/http/message.hpp"

/// Errors over HTTP: application/problem+json (RFC 7807) with a `code` for programs.
namespace rostrum::net::http {

/// @param code `NOT_FOUND`: a word that a program may compare.
/// @param detail a sentence for people.
[[nodiscard]] Response problem(int status, std::string_view code, std::string_view detail);

/// A refusal as the rules said it, under its code on the wire.
[[nodiscard]] Response problem(const Refusal& refusal);

}  // namespace rostrum::net::http
