#pragma once

#include <functional>

namespace rostrum::store {

/// Runs tasks on the thread of the rooms, in order. May be called from any thread.
using Executor = std::function<void(std::function<void()>)>;

}  // namespace rostrum::store
