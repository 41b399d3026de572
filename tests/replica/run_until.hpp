#pragma once

#include <chrono>
#include <functional>
#include <stdexcept>

#include <boost/asio/io_context.hpp>

namespace rostrum::replica {

/// Runs tasks until this holds.
inline void run_until(boost::asio::io_context& io, const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{300};
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end)
            throw std::runtime_error("What was waited for did not come.");
        io.restart();
        io.run_one_for(std::chrono::milliseconds{50});
    }
}

}  // namespace rostrum::replica
