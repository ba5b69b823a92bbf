#include "serve/http/http_date.h"

#include <ctime>

#include "serve/text/concat.h"

namespace muster::serve {

std::string HttpDate(std::chrono::system_clock::time_point time) {
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm parts = {};
  gmtime_r(&seconds, &parts);
  char rest[32];
  std::strftime(rest, sizeof(rest), " %Y %H:%M:%S GMT", &parts);
  const auto day = std::to_string(100 + parts.tm_mday).substr(1);
  return Concat(kDays[parts.tm_wday], ", ", day, " ", kMonths[parts.tm_mon], rest);
}

}  // namespace muster::serve
