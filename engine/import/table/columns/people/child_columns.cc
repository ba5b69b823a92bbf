#include "engine/import/table/columns/people/child_columns.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "engine/import/record/polarity_word.h"
#include "engine/import/record/remarks.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kOfChild{
    ImportProblem::Kind::kNote,
    "column about a child by its name, in a table whose id is the mother's: what it has counts as hers",
    "give the child a table of its own, with its id (\"id\": \"child_id\"), and let this one read what is the "
    "mother's; nothing, if it is hers all the same",
    RemarkPlace::kFirst};

bool IsOfMother(std::string_view name) {
  constexpr std::string_view kStems[] = {"mother", "matern", "mutter", "madre", "moeder"};
  return HasOneOf(Letters(name).text(), kStems);
}

// The first word of the name, small: "child" of "child_dx" and of "childDx".
std::string FirstWord(std::string_view name) {
  size_t end = 0;
  while (end < name.size() && model::IsAsciiAlpha(name[end])) {
    const bool is_large = name[end] >= 'A' && name[end] <= 'Z';
    if (end > 0 && is_large && model::AsciiLower(name[end - 1]) == name[end - 1]) break;
    ++end;
  }
  return model::ToLower(name.substr(0, end));
}

// "child_dx", "birth_weight", not "childhood_trauma" and "children_n". (A kind is one of anything in English.)
bool IsOfChild(std::string_view name, std::string_view mother) {
  constexpr std::string_view kWords[] = {"child",    "childs",   "baby",      "babys",  "infant", "infants", "newborn",
                                         "neonate",  "neonatal", "enfant",    "fetus",  "foetus", "bambino", "bambina",
                                         "lactante", "sugling",  "saeugling", "barnet", "apgar"};
  constexpr std::string_view kBeginnings[] = {"birthweight", "geburtsgewicht", "apgar"};
  const std::string word = FirstWord(name);
  const Letters letters(name);
  if (std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                  [&](std::string_view begin) { return letters.text().starts_with(begin); })) {
    return true;
  }
  if (word == "kind" || word == "kinds") return Letters(mother).text().find("mutter") != std::string_view::npos;
  // "baby_n", "infant_count" are of her.
  constexpr std::string_view kNumbers[] = {"n", "no", "nr", "count", "number", "num"};
  const std::string_view rest = letters.text().substr(std::min(word.size(), letters.text().size()));
  return IsIn(kWords, word) && !IsIn(kNumbers, rest);
}

}  // namespace

void ReportColumnsOfChildren(const Table& table, const TableHeader& header, Reporter& reporter) {
  if (!IsOfMother(table.id)) return;
  for (const HeaderColumn& column : header.columns()) {
    if (!column.used || !IsOfChild(column.name, table.id)) continue;
    reporter.Report(kOfChild, model::Concat({"/", table.name, "/", column.name}), column.name,
                    model::Concat({"\"", Shown(column.name, 80), "\" is read, and each row is of \"", table.id, "\""}));
  }
}

}  // namespace muster::import
