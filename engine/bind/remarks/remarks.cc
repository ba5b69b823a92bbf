#include "engine/bind/remarks/remarks.h"

#include "engine/bind/remarks/absence_remarks.h"
#include "engine/bind/remarks/allele_remarks.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "engine/bind/remarks/code_remarks.h"
#include "engine/bind/remarks/consent_remarks.h"
#include "engine/bind/remarks/elsewhere.h"
#include "engine/bind/remarks/missing/denied_values.h"
#include "engine/bind/remarks/missing/missing_remarks.h"
#include "engine/bind/remarks/missing/one_each.h"
#include "engine/bind/remarks/missing/rare_remarks.h"
#include "engine/bind/remarks/missing/silent_sites.h"
#include "engine/bind/remarks/reading/below_another.h"
#include "engine/bind/remarks/reading/consent_kinds.h"
#include "engine/bind/remarks/reading/undated_rows.h"
#include "engine/bind/remarks/reading/unit_edges.h"
#include "engine/bind/remarks/record_remarks.h"
#include "engine/bind/remarks/records/all_or_none.h"
#include "engine/bind/remarks/records/any_term.h"
#include "engine/bind/remarks/records/few_relatives.h"
#include "engine/bind/remarks/records/namesakes.h"
#include "engine/bind/remarks/records/never_recorded.h"
#include "engine/bind/remarks/records/other_field.h"
#include "engine/bind/remarks/records/possible_times.h"

namespace muster::bind {

void RemarkOnCriteria(const CatalogueView& view, Reporter* reporter, const grammar::Expr& where, model::Entity counted,
                      ShownInAnswer shown) {
  const SideBySide criteria(view, reporter, CriteriaIn(where));
  const TimeForNotes time(reporter);
  // For people without a value, it is certain neither that they satisfy the criteria nor that they do not.
  const bool as_written = shown != ShownInAnswer::kCertainty;
  if (as_written) RemarkOnDeniedValues(view, reporter, criteria, counted);
  if (counted != model::Entity::kIndividual) {
    RemarkOnCodes(view, reporter, where, counted);
    if (shown == ShownInAnswer::kNothing) {
      RemarkOnCountedRows(view, reporter, criteria, counted);
      RemarkOnRare(view, reporter, criteria, Rare::kValues);
    }
    RemarkOnNeverRecorded(view, reporter, criteria);
    RemarkOnElsewhere(view, reporter, criteria, counted);
    RemarkOnConsentKinds(view, reporter, criteria);
    return;
  }
  RestateUndatedRows(view, reporter, criteria);
  RemarkOnCodes(view, reporter, where, counted);
  RemarkOnNamesakes(view, reporter, criteria);
  RemarkOnOtherField(view, reporter, criteria);
  RemarkOnNeverRecorded(view, reporter, criteria);
  RemarkOnBelowAnother(view, reporter, criteria);
  RemarkOnRecords(view, reporter, criteria);
  RemarkOnElsewhere(view, reporter, criteria, counted);
  RemarkOnAbsence(view, reporter, criteria);
  RemarkOnAlleles(view, reporter, criteria);
  RemarkOnOneEach(view, reporter, criteria);
  // The absence of a record is certain.
  if (shown == ShownInAnswer::kNotRecorded) {
    RemarkOnRare(view, reporter, criteria, Rare::kRowsThatSilenceDenies);
  } else {
    RemarkOnRare(view, reporter, criteria, as_written ? Rare::kRowsAndValues : Rare::kRows);
    RemarkOnFewRelatives(view, reporter, criteria);
  }
  if (shown == ShownInAnswer::kNothing) RemarkOnPossibleTimes(view, reporter, criteria);
  RemarkOnAllOrNone(view, reporter, criteria);
  RemarkOnAnyTerm(view, reporter, criteria);
  RemarkOnUnitEdges(view, reporter, criteria);
  if (as_written) RemarkOnMissing(view, reporter, criteria, shown == ShownInAnswer::kNothing);
  if (shown == ShownInAnswer::kNothing) RemarkOnSilentSites(view, reporter, criteria);
  RemarkOnConsents(view, reporter, criteria);
}

}  // namespace muster::bind
