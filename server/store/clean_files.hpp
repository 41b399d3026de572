#pragma once

namespace rostrum::store {

/// The name under which SQLite knows this way to write files: its own, but every page gets into a
/// database without the former rows in its slack. Journals are written as they are.
///
/// So a row that SQLite has deleted or changed (with `secure_delete`) is nowhere in a database that
/// was only written like this, once its journal is empty.
[[nodiscard]] const char* clean_files();

}  // namespace rostrum::store
