#include "engine/import/table/rows/odd_row.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "engine/import/record/polarity_word.h"
#include "engine/model/text/digits.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// In lower case. Words that people or centres may have as ids ("SD", "N") are none of them.
constexpr std::string_view kTotals[] = {
    "total",  "totals", "grand total", "subtotal",     "sub total", "sum",         "totale", "totaal",
    "suma",   "summe",  "somme",       "gesamt",       "insgesamt", "gesamtsumme", "razem",  "count",
    "anzahl", "mean",   "mittelwert",  "durchschnitt", "average",   "moyenne",     "median", "mediane"};

// What programs write below the last row.
constexpr std::string_view kEnds[] = {"eof", "end", "end of file", "end of data", "ende", "fin"};

// "n=12", "N = 12"; "(3 rows)", "3 rows" of databases
bool IsNumberOfRows(std::string_view text) {
  std::string_view counted = text;
  if (counted.starts_with('(') && counted.ends_with(')')) counted = counted.substr(1, counted.size() - 2);
  if (const size_t digits = counted.find_first_not_of("0123456789"); digits != 0 && digits != counted.npos) {
    const std::string_view unit = counted.substr(digits);
    if (unit == " rows" || unit == " row" || unit == " records" || unit == " zeilen") return true;
  }
  const size_t equals = text.find('=');
  if (equals == text.npos || model::Trim(text.substr(0, equals)) != "n") return false;
  const std::string_view number = model::Trim(text.substr(equals + 1));
  return model::OnlyDigits(number);
}

bool IsTotals(std::string_view id) {
  const std::string text = model::ToLower(model::Trim(id));
  if (IsNumberOfRows(text)) return true;
  // "Total:", "Total (n=12)"
  const std::string_view word = model::Trim(std::string_view(text).substr(0, text.find_first_of(":=(")));
  return std::find(std::begin(kTotals), std::end(kTotals), word) != std::end(kTotals);
}

bool IsEnd(std::string_view id) {
  const std::string text = model::ToLower(model::Trim(id));
  return std::find(std::begin(kEnds), std::end(kEnds), text) != std::end(kEnds);
}

// Ids of three words or more are not known, and comments begin with such a sign.
bool IsText(std::string_view id) {
  id = model::Trim(id);
  return id.starts_with('*') || id.starts_with('#') || std::count(id.begin(), id.end(), ' ') >= 2;
}

// "Response ID" below "ResponseId". (In capitals alone it may be somebody's id.)
bool IsNameInOtherWords(std::string_view cell, std::string_view name) {
  const Letters letters(cell);
  return letters.text().size() > 1 && letters.text() == Letters(name).text() &&
         model::ToLower(cell) != model::ToLower(name);
}

}  // namespace

OddRow OddRowOf(const std::vector<std::string>& names, size_t id, const std::vector<std::string>& cells) {
  const std::string& own = cells[id];
  if (own.empty()) {
    const bool any = std::any_of(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); });
    return any ? OddRow::kNone : OddRow::kEmpty;
  }
  if (own == names[id]) {
    if (std::equal(names.begin(), names.end(), cells.begin())) return OddRow::kSameHeader;
    const auto is_name = [&](const std::string& cell) {
      return !cell.empty() && std::find(names.begin(), names.end(), cell) != names.end();
    };
    // Of a name of one letter, such as "A", another one has to stand beside it.
    if (own.size() > 1 || std::count_if(cells.begin(), cells.end(), is_name) > 1) return OddRow::kOtherHeader;
  }
  if (own.starts_with("{\"ImportId\"")) return OddRow::kMoreHeader;
  if (IsNameInOtherWords(own, names[id])) return OddRow::kMoreHeader;
  if (IsTotals(own)) return OddRow::kTotals;
  const auto others = std::count_if(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); });
  return others == 1 && names.size() > 1 && (IsText(own) || IsEnd(own)) ? OddRow::kText : OddRow::kNone;
}

}  // namespace muster::import
