#include "wire/command_hash.hpp"

#include <functional>
#include <string>

#include "wire/binary_archive.hpp"

namespace rostrum::wire {

std::uint64_t command_hash(const Command& command) {
    ArchiveWriter out;
    out.write(command);
    return std::hash<std::string>{}(out.take());
}

}  // namespace rostrum::wire
