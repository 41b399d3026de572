#pragma once

namespace rostrum::app {

/// What Rostrum holds are names of persons and keys to rooms. From here on nothing of it leaves the
/// process by the back door: files are made for its own user alone, no core is dumped, and no other
/// process of that user may look into its memory.
/// @throws std::system_error if the system refuses.
void keep_to_itself();

}  // namespace rostrum::app
