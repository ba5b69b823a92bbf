#include "engine/import/record/deliver/renewed_rows.h"

#include <string>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kRenewed{
    ImportProblem::Kind::kNote, "individuals replaced, most of whom have hardly any of the rows that were there",
    "nothing, if the files say all that is to be known of them; if they have only what is new, as a delivery since the "
    "last one, give them together with the files before: an import replaces all that was known of an individual",
    RemarkPlace::kFirst};

}  // namespace

void RenewedRows::Look(const model::Taken& taken) {
  for (const model::Replacement::Stayed& rows : taken.replacement.rows) {
    Count& count = counts_[static_cast<size_t>(rows.entity)];
    ++count.people;
    count.were += rows.were;
    count.stayed += rows.stayed;
    if (rows.stayed * 4 <= rows.were) ++count.renewed;
  }
}

void RenewedRows::Report(Reporter& reporter) const {
  // One or two may have been corrected.
  constexpr uint64_t kFewest = 3;
  for (const model::EntityInfo& entity : model::Entities()) {
    const Count& count = counts_[static_cast<size_t>(entity.entity)];
    if (count.people < kFewest || count.renewed * 2 <= count.people || count.stayed * 4 > count.were) continue;
    reporter.ReturnTo({}, 0);
    reporter.Report(kRenewed, model::Concat({"/", entity.name}), {},
                    model::Concat({std::to_string(count.renewed), " of ", std::to_string(count.people), " who had ",
                                   entity.plural, " come back with others: of ", std::to_string(count.were),
                                   " that were there ", std::to_string(count.stayed),
                                   count.stayed == 1 ? " is" : " are", " there again, by code and time"}));
  }
}

}  // namespace muster::import
