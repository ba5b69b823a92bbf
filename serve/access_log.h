// The line of the log for one request. Nothing of what was asked is in it, and no address.
#ifndef MUSTER_SERVE_ACCESS_LOG_H_
#define MUSTER_SERVE_ACCESS_LOG_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "serve/http/message.h"

namespace muster::serve {

/// JSON. `path`: with ids replaced.
std::string AccessLine(const HttpRequest& request, std::string_view id, std::string_view path, int status,
                       int64_t micros, std::string_view tier);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_ACCESS_LOG_H_
