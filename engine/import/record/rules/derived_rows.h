// Rows that are no observation of their own, but follow from others: the last one carried forward, a mean of several.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_DERIVED_ROWS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_DERIVED_ROWS_H_

#include <span>
#include <string>
#include <string_view>

namespace muster::import {

struct DerivedRow {
  std::string word;          ///< empty: there is none
  std::string_view meaning;  ///< "the last one carried forward"
};

/// By the cells `words` of a column called `name`: of ADaM's DTYPE, which is empty beside what was observed, SDTM's
/// flags of derived rows (VSDRVFL), ADaM's PARAMTYP, and by words such as "LOCF" in any column.
DerivedRow FindDerivedRow(std::string_view name, std::span<const std::string> words);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_DERIVED_ROWS_H_
