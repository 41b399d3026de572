#pragma once

#include <functional>

namespace rostrum::store {

/// Brings work to the thread that runs the chambers, in order. Called from any thread.
using Executor = std::function<void(std::function<void()>)>;

}  // namespace rostrum::store
