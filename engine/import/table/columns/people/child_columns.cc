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
    "mother's; "
    "nothing, if it is hers all the same",
    RemarkPlace::kFirst};

bool IsOfMother(std::string_view name) {
  constexpr std::string_view kStems[] = {"mother", "matern", "mutter", "madre", "moeder"};
  return HasOneOf(Letters(name).text(), kStems);
}

// "child_dx", "birth_weight", "gestational_age_at_birth" is of both.
bool IsOfChild(std::string_view name) {
  constexpr std::string_view kBeginnings[] = {
      "child", "baby",   "infant",   "newborn", "neonat", "kind",        "enfant",         "fetus", "foetus",
      "fetal", "bambin", "lactante", "sugling", "barnet", "birthweight", "geburtsgewicht", "apgar"};
  const Letters letters(name);
  return std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                     [&](std::string_view begin) { return letters.text().starts_with(begin); });
}

}  // namespace

void ReportColumnsOfChildren(const Table& table, const TableHeader& header, Reporter& reporter) {
  if (!IsOfMother(table.id)) return;
  for (const HeaderColumn& column : header.columns()) {
    if (!column.used || !IsOfChild(column.name)) continue;
    reporter.Report(kOfChild, model::Concat({"/", table.name, "/", column.name}), column.name,
                    model::Concat({"\"", Shown(column.name, 80), "\" is read, and each row is of \"", table.id, "\""}));
  }
}

}  // namespace muster::import
