#include "engine/model/text/spreadsheet_number.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

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
  if (text.size() >= 3 && text.find_first_not_of('#') == text.npos) return true;
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

bool IsGeneAsDate(std::string_view text) {
  constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul",
                                          "aug", "sep", "oct", "nov", "dec", "sept"};
  text = Trim(text);
  // The number of a day is also the id of a gene at NCBI (51755, CDK12), and so is that of a year (1956, EGFR).
  if (std::string_view rest = text; TakeDigits(rest) && rest.empty()) return false;
  if (text.empty() || text.find_first_not_of("0123456789-./") == text.npos) return !text.empty();
  const size_t hyphen = text.find('-');
  if (hyphen == text.npos || hyphen == 0 || text.find('-', hyphen + 1) != text.npos) return false;
  std::string_view digits = text.substr(0, hyphen);
  std::string_view letters = text.substr(hyphen + 1);
  if (!IsAsciiDigit(digits.front())) std::swap(digits, letters);
  const std::string month = ToLower(letters);
  return TakeDigits(digits) && digits.empty() &&
         std::find(std::begin(kMonths), std::end(kMonths), month) != std::end(kMonths);
}

}  // namespace muster::model
