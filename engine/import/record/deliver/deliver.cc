#include "engine/import/record/deliver/deliver.h"

#include <utility>

#include "engine/import/record/deliver/after_last_contact.h"
#include "engine/import/record/deliver/age_and_date.h"
#include "engine/import/record/deliver/alike_samples.h"
#include "engine/import/record/deliver/contradictions.h"
#include "engine/import/record/deliver/impossible_values.h"
#include "engine/import/record/deliver/report_taken.h"
#include "engine/import/record/deliver/row_counts.h"
#include "engine/import/record/deliver/unexpected_counts.h"
#include "engine/import/record/deliver/unite_rows.h"
#include "engine/import/record/draft/record_draft.h"

namespace muster::import {
namespace {

constexpr RemarkKind kTooManyRows{ImportProblem::Kind::kRejected, "record with more than 500,000 rows",
                                  "divide it, or let the mapping make fewer rows of an element"};
static_assert(kMaxRows == 500'000);

}  // namespace

absl::Status DeliverRecord(model::Record record, const model::Plausibility& rules, Sink& sink, Reporter& reporter,
                           model::Taken* taken, bool whole) {
  if (record.rows.size() >= kMaxRows) {
    *taken = {};
    reporter.Report(kTooManyRows, "", {});
    return absl::OkStatus();
  }
  UniteRowsOfOneId(record, sink, reporter);
  UniteRepeated(record, sink, reporter);
  PutPanelsTogether(record, reporter);
  if (rules.lifetime) KeepImplausibleTimes(record, reporter);
  if (rules.numbers) KeepImpossibleRanges(record, reporter);
  const RowCounts rows = CountRows(record);
  NoteBothPolarities(record, sink, reporter);
  NoteBackwards(record, reporter);
  if (rules.lifetime) NoteAfterLastContact(record, sink.symbols(), reporter);
  if (rules.lifetime) NoteAgeAgainstDate(record, reporter);
  NoteDeathOfTheLiving(record, sink, reporter);
  if (rows[static_cast<size_t>(model::Entity::kExposure)] > 0) NoteExposuresOfNothing(record, sink, reporter);
  if (rows[static_cast<size_t>(model::Entity::kInterpretation)] > 0) NoteOnlyInterpreted(record, sink, reporter);
  if (rows[static_cast<size_t>(model::Entity::kSample)] > 1) NoteAlikeSamples(record, reporter);
  if (rows[static_cast<size_t>(model::Entity::kVariant)] > 1) NoteVariantsTwice(record, sink, reporter);
  if (rows[static_cast<size_t>(model::Entity::kConsent)] > 1) NoteRefusedConsents(record, sink, reporter);
  if (absl::Status added = sink.AddRecord(std::move(record), taken); !added.ok()) return added;
  if (!whole && taken->how == model::Taken::How::kRepeated) taken->remark.clear();  // it does not say less
  ++reporter.report().individuals;
  reporter.CountRows(rows);
  ReportTaken(*taken, rows, reporter);
  return absl::OkStatus();
}

}  // namespace muster::import
