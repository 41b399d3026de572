#include "store/sha256.hpp"

#include <memory>
#include <new>

#include <openssl/evp.h>

namespace rostrum::store {
namespace {

struct Free {
    void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// Looked up once: a lookup takes longer than hashing an act.
class Hashing {
public:
    Hashing() : algorithm_(EVP_MD_fetch(nullptr, "SHA256", nullptr)), context_(EVP_MD_CTX_new()) {
        if (!algorithm_ || !context_) throw std::bad_alloc();
    }

    std::string hash(std::string_view bytes) {
        std::string hash(32, '\0');
        if (EVP_DigestInit_ex2(context_.get(), algorithm_.get(), nullptr) != 1 ||
            EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) != 1 ||
            EVP_DigestFinal_ex(context_.get(), reinterpret_cast<unsigned char*>(hash.data()),
                               nullptr) != 1)
            throw std::bad_alloc();
        return hash;
    }

private:
    std::unique_ptr<EVP_MD, Free> algorithm_;
    std::unique_ptr<EVP_MD_CTX, Free> context_;
};

}  // namespace

std::string sha256(std::string_view bytes) {
    thread_local Hashing hashing;
    return hashing.hash(bytes);
}

}  // namespace rostrum::store
