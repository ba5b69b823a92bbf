#include "engine/import/input/json_scanner.h"

#include <algorithm>
#include <array>

namespace muster::import {
namespace {

enum Class : uint8_t { kOther, kOpen, kClose, kQuote, kBreak };

constexpr std::array<uint8_t, 256> MakeClasses() {
  std::array<uint8_t, 256> classes{};
  classes['{'] = classes['['] = kOpen;
  classes['}'] = classes[']'] = kClose;
  classes['"'] = kQuote;
  classes['\n'] = kBreak;
  return classes;
}
constexpr std::array<uint8_t, 256> kClasses = MakeClasses();

}  // namespace

template <bool kLines>
JsonScanner::Stop JsonScanner::Run(std::string_view text, size_t* at) {
  size_t i = *at;
  while (i < text.size()) {
    const char c = text[i];
    if (in_string_) {
      if (c == '"') {
        in_string_ = false;
      } else if (c == '\\') {
        if (i + 1 == text.size()) break;  // continue when the escaped byte has been read
        ++i;
      } else if (kLines && c == '\n') {
        *at = i + 1;
        return Stop::kLineEnd;
      }
      ++i;
      continue;
    }
    ++i;
    switch (kClasses[static_cast<uint8_t>(c)]) {
      case kOpen:
        ++depth_;
        break;
      case kClose:
        if (depth_ > 0) --depth_;
        if (depth_ == 0) {
          *at = i;
          return Stop::kValueEnd;
        }
        break;
      case kQuote:
        in_string_ = true;
        break;
      case kBreak:
        if (kLines) {
          *at = i;
          return Stop::kLineEnd;
        }
        break;
      default:
        break;
    }
  }
  *at = i;
  return Stop::kMore;
}

template JsonScanner::Stop JsonScanner::Run<false>(std::string_view, size_t*);
template JsonScanner::Stop JsonScanner::Run<true>(std::string_view, size_t*);

}  // namespace muster::import
