#include "net/long_tasks.hpp"

#include <utility>

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

namespace rostrum::net {

LongTasks::LongTasks(Post post)
    : post_(std::move(post)), thread_(std::make_unique<boost::asio::thread_pool>(1)) {}

LongTasks::~LongTasks() = default;

LongTasks::Place LongTasks::enter() {
    if (*taken_ >= most) return nullptr;
    ++*taken_;
    return {taken_.get(), [taken = taken_](void*) { --*taken; }};
}

// What `then` holds belongs to the loop's thread, so it is destroyed there.
void LongTasks::run(Place place, HasLeft has_left, std::function<void()> work,
                    std::function<void()> then) {
    boost::asio::post(*thread_,
                      [post = post_, place = std::move(place), has_left = std::move(has_left),
                       work = std::move(work), then = std::move(then)]() mutable {
                          const bool is_wanted = !has_left || !*has_left;
                          if (is_wanted) work();
                          work = {};
                          place = {};
                          post([is_wanted, then = std::move(then)] {
                              if (is_wanted) then();
                          });
                      });
}

}  // namespace rostrum::net
