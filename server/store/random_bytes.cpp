#include "store/random_bytes.hpp"

#include <stdexcept>

#include <openssl/rand.h>

namespace rostrum::store {

RandomBytes system_random_bytes() {
    return [](std::size_t size) {
        std::string bytes(size, '\0');
        if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(size)) != 1)
            throw std::runtime_error("This machine gives no random numbers.");
        return bytes;
    };
}

}  // namespace rostrum::store
