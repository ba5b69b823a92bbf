#include "engine/model/time/clock.h"

#include <cstddef>

namespace muster::model {

HalfHours ClockAheadOfUtc(std::string_view text) {
  constexpr size_t kDateSize = 10;
  constexpr int kHalfHour = 30;
  if (text.size() <= kDateSize + 1) return 0;
  size_t sign = text.size() - 1;
  while (sign > kDateSize && text[sign] != '+' && text[sign] != '-') --sign;
  if (sign == kDateSize) return 0;
  int digits[4] = {};  // of hours and minutes
  size_t count = 0;
  for (const char c : text.substr(sign + 1)) {
    if (c >= '0' && c <= '9' && count < 4) digits[count++] = c - '0';
  }
  const int minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3];
  return text[sign] == '+' ? minutes / kHalfHour : -((minutes + kHalfHour - 1) / kHalfHour);
}

}  // namespace muster::model
