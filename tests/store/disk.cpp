#include "disk.hpp"

#include <cerrno>
#include <cstddef>
#include <dlfcn.h>
#include <limits>

#include <sys/types.h>

namespace rostrum::store {

Disk& Disk::instance() {
    static Disk disk;
    return disk;
}

void Disk::fail_writes(int error) {
    const std::lock_guard lock(mutex_);
    write_error_ = error;
}

void Disk::fail_syncs(int error) {
    fail_syncs(error, std::numeric_limits<int>::max());
}

void Disk::fail_syncs(int error, int times) {
    const std::lock_guard lock(mutex_);
    sync_error_ = error;
    failing_syncs_ = times;
}

int Disk::take_sync_error() {
    return failing_syncs_-- > 0 ? sync_error_ : 0;
}

void Disk::hold_syncs(int passing) {
    const std::lock_guard lock(mutex_);
    held_ = true;
    passing_ = passing;
}

void Disk::wait_for_a_held_sync() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_ > 0; });
}

void Disk::let_go() {
    const std::lock_guard lock(mutex_);
    held_ = false;
    changed_.notify_all();
}

int Disk::syncs() {
    const std::lock_guard lock(mutex_);
    return syncs_;
}

int Disk::before_write() {
    const std::lock_guard lock(mutex_);
    return write_error_;
}

int Disk::before_sync() {
    std::unique_lock lock(mutex_);
    ++syncs_;
    if (held_ && passing_ > 0) {
        --passing_;
        return take_sync_error();
    }
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return !held_; });
    --waiting_;
    return take_sync_error();
}

}  // namespace rostrum::store

namespace {

/// The C library's function of that name.
template <class Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

// The C library's parameter names are reserved.
extern "C" {

ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t offset) {
    static auto* const machine = real<ssize_t(int, const void*, std::size_t, off64_t)>("pwrite64");
    if (const int error = rostrum::store::Disk::instance().before_write()) {
        errno = error;
        return -1;
    }
    return machine(file, bytes, size, offset);
}

int fdatasync(int file) {
    static auto* const machine = real<int(int)>("fdatasync");
    if (const int error = rostrum::store::Disk::instance().before_sync()) {
        errno = error;
        return -1;
    }
    return machine(file);
}
}
// NOLINTEND(readability-inconsistent-declaration-parameter-name)
