#include "engine/import/table/rows/stray_quotes.h"

#include <algorithm>

namespace muster::import {

bool StrayQuotes::BeginsCell(std::string_view before) const {
  while (!before.empty() && IsBlank(before.back())) before.remove_suffix(1);
  return before.empty() ? begins_cell_ : EndsCell(before.back());
}

size_t StrayQuotes::Find(std::string_view text) {
  size_t at = 0;
  size_t outside = 0;  // where the text outside of quotes begins
  while (at < text.size()) {
    if (state_ == State::kOutside) {
      const size_t quote = text.find('"', at);
      const size_t end = std::min(quote, text.size());
      const bool begins = BeginsCell(text.substr(outside, end - outside));
      if (quote == std::string_view::npos) {
        begins_cell_ = begins;
        return std::string_view::npos;
      }
      at = quote + 1;
      if (!begins) continue;  // a character like any other
      state_ = State::kInside;
      stray_ = lines_ = false;
    } else if (state_ == State::kInside) {
      const size_t quote = std::min(text.find('"', at), text.size());
      lines_ = lines_ || text.substr(at, quote - at).find_first_of("\r\n") != std::string_view::npos;
      if (stray_ && lines_) return at;
      at = quote + 1;
      state_ = quote < text.size() ? State::kBehindQuote : State::kInside;
      blanks_ = false;
    } else if (IsBlank(text[at])) {
      blanks_ = true;
      ++at;
    } else if (EndsCell(text[at])) {
      state_ = State::kOutside;
      begins_cell_ = true;
      outside = ++at;
    } else {
      const bool doubled = text[at] == '"' && !blanks_;
      stray_ = stray_ || !doubled;
      if (stray_ && lines_) return at;
      state_ = State::kInside;
      // Behind blanks, a quote may be the one that ends the cell.
      if (text[at] != '"' || doubled) {
        ++at;
      }
    }
  }
  return std::string_view::npos;
}

}  // namespace muster::import
