#pragma once

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/error_code.hpp>

namespace rostrum::replica {

/// Makes an operation report a failure here, and not throw it.
inline auto with_error(boost::system::error_code& error) {
    return boost::asio::redirect_error(boost::asio::use_awaitable, error);
}

}  // namespace rostrum::replica
