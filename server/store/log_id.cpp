#include "store/log_id.hpp"

#include <cstddef>
#include <string_view>

#include "store/hexadecimal.hpp"

namespace rostrum::store {

void give_log_id(const Database& log, const Chance& chance) {
    constexpr std::size_t id_size = 16;
    log.prepare(
           "INSERT INTO meta (only_row, log_id) VALUES (1, ?) "
           "ON CONFLICT (only_row) DO UPDATE SET log_id = excluded.log_id")
        .with(std::string_view(hexadecimal(chance(id_size))))
        .run();
}

}  // namespace rostrum::store
