// Times as HTTP writes them (RFC 9110, 5.6.7).
#ifndef MUSTER_SERVE_HTTP_HTTP_DATE_H_
#define MUSTER_SERVE_HTTP_HTTP_DATE_H_

#include <chrono>
#include <string>

namespace muster::serve {

/// "Sun, 06 Nov 1994 08:49:37 GMT", in the words of the standard whatever the locale.
std::string HttpDate(std::chrono::system_clock::time_point time);

}  // namespace muster::serve

#endif  // MUSTER_SERVE_HTTP_HTTP_DATE_H_
