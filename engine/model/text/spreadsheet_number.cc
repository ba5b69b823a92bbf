#include "engine/model/text/spreadsheet_number.h"

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

// Takes digits off the front; false when there are none.
bool TakeDigits(std::string_view& text) {
  const size_t size = text.size();
  while (!text.empty() && IsAsciiDigit(text.front())) text.remove_prefix(1);
  return text.size() < size;
}

}  // namespace

bool IsRoundedNumber(std::string_view text) {
  text = Trim(text);
  if (text.empty() || !IsAsciiDigit(text.front())) return false;
  text.remove_prefix(1);  // one digit stands before the sign
  if (!text.empty() && (text.front() == '.' || text.front() == ',')) {
    text.remove_prefix(1);
    if (!TakeDigits(text)) return false;
  }
  if (text.empty() || AsciiLower(text.front()) != 'e') return false;
  text.remove_prefix(1);
  if (text.empty() || text.front() != '+') return false;
  text.remove_prefix(1);
  const bool two_digits = text.size() >= 2;
  return two_digits && TakeDigits(text) && text.empty();
}

}  // namespace muster::model
