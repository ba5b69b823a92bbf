#include "engine/api/found/found_notes.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/api/found/any_of_several.h"
#include "engine/api/found/asked/asked_times.h"
#include "engine/api/found/deceased.h"
#include "engine/api/found/distinct_records.h"
#include "engine/api/found/found_people.h"
#include "engine/api/found/narrower_uses.h"
#include "engine/api/found/other_codes.h"
#include "engine/api/found/other_names.h"
#include "engine/api/found/other_systems.h"
#include "engine/api/found/provisional.h"
#include "engine/api/found/rest_of_top.h"
#include "engine/api/found/survival.h"
#include "engine/api/found/unknown_codes.h"
#include "engine/api/found/unsure_times.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/remarks/asked/side_by_side.h"
#include "grammar/rewrite.h"

namespace muster::api {
namespace {

using grammar::Count;

bool HasReported(const std::vector<Diagnostic>& said, std::string_view code) {
  return std::any_of(said.begin(), said.end(), [&](const Diagnostic& one) { return one.code == code; });
}

// How many individuals a count has found, where its answer says so.
std::optional<int64_t> FoundBy(const Count& count, const Table& counts) {
  if (!count.having.empty()) return std::nullopt;
  const Cell* cell = nullptr;
  if (!count.by.empty()) {
    if (!counts.total.empty()) cell = &counts.total[0];
  } else if (counts.rows.size() == 1 && !counts.rows[0].empty()) {
    cell = &counts.rows[0][0];
  }
  const auto* number = cell == nullptr ? nullptr : std::get_if<int64_t>(cell);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

// Individuals, of each dataset or over all of them, or the rows of another entity; not families, nor what is recorded
// as absent.
bool CountsRows(const bind::Query& query) {
  return !query.counted.empty() && query.counted[0].distinct != bind::Counted::Distinct::kFamilies &&
         query.counted[0].polarity != bind::Polarity::kExcluded;
}
bool IsOfPersons(const bind::Query& query) {
  return CountsRows(query) && query.counted[0].distinct == bind::Counted::Distinct::kPersons;
}
bool IsOfIndividuals(const bind::Query& query) {
  return CountsRows(query) && !IsOfPersons(query) && query.counted[0].entity == model::Entity::kIndividual;
}

// Whether the answer has numbers of its own of whom the records do not decide the criteria.
bool ShowsLacking(const grammar::Statement& statement) {
  const auto* count = std::get_if<Count>(&statement.query);
  return std::holds_alternative<grammar::Steps>(statement.query) || (count != nullptr && count->with);
}

void NotePersonsPossiblyMet(const grammar::Statement& statement, const execute::Context& context,
                            bind::Reporter* reporter) {
  if (ShowsLacking(statement)) return;
  for (const grammar::ExprPtr* criteria : grammar::CriteriaOf(&statement)) {
    if (*criteria == nullptr) continue;
    FoundPeople found(**criteria, std::nullopt, {}, context, model::Entity::kIndividual, /*persons=*/true);
    const bind::SideBySide side_by_side(*context.view, reporter, bind::CriteriaIn(**criteria));
    NotePossiblyMet(side_by_side, AskedTimesIn(side_by_side), &found, reporter);
    reporter->Fail(found.status());
  }
}

absl::StatusOr<std::vector<Diagnostic>> Found(const bind::Reporter& reporter, std::vector<Diagnostic> notes) {
  if (!reporter.status().ok()) return reporter.status();
  return notes;
}

}  // namespace

absl::StatusOr<std::vector<Diagnostic>> FoundNotes(const grammar::Statement& statement, const bind::Query& query,
                                                   const plan::Plan& plan, Answered answer,
                                                   const std::vector<Diagnostic>& said,
                                                   const execute::Context& context) {
  std::vector<Diagnostic> notes;
  if (context.view->listed() != nullptr || query.explain != grammar::Statement::Explain::kNo) return notes;
  bind::Reporter reporter(&notes);
  reporter.set_statement(&statement);
  const auto* count = std::get_if<Count>(&statement.query);
  const bool plain = count != nullptr && !count->with && count->having.empty();
  if (count != nullptr) NoteRestOfTop(*count, query, plan, answer.counts, context, &reporter);
  if (IsOfPersons(query)) NotePersonsPossiblyMet(statement, context, &reporter);
  if (!CountsRows(query)) return Found(reporter, std::move(notes));
  if (const auto* summarise = std::get_if<grammar::Summarise>(&statement.query); summarise && IsOfIndividuals(query)) {
    NoteSurvival(*summarise, context, &reporter);
  }
  if (IsOfIndividuals(query) && count != nullptr && count->with && count->with->text == "certainty" &&
      HasReported(said, "ages-to-the-month")) {
    reporter.Note(count->with->span, "ages-to-the-month",
                  "`with certainty` takes an age in whole months for an exact one, too: who may be in such a window or "
                  "not, by the day of the month, is counted as certain or not at all");
  }
  const bool shows_lacking = ShowsLacking(statement);
  // Of a comparison there are several who are found; with `having` the answer has not all of them.
  const bool one_answer =
      !std::holds_alternative<grammar::CompareCohorts>(statement.query) && (count == nullptr || count->having.empty());
  for (const grammar::ExprPtr* criteria : grammar::CriteriaOf(&statement)) {
    if (*criteria == nullptr) continue;
    const bool hands_on = plain && IsOfIndividuals(query);
    FoundPeople found(**criteria, plain ? FoundBy(*count, answer.counts) : std::nullopt,
                      hands_on ? std::move(answer.rows) : std::vector<execute::RowSet>(), context,
                      query.counted[0].entity, IsOfPersons(query));
    const bind::SideBySide side_by_side(*context.view, &reporter, bind::CriteriaIn(**criteria));
    const std::vector<std::string> named = NoteOtherCodes(side_by_side, &found, &reporter);
    NoteOtherSystems(side_by_side, named, said, &found, &reporter);
    NoteUnknownCodes(side_by_side, named, said, &found, &reporter);
    NoteOtherNames(side_by_side, said, &found, &reporter);
    NoteNarrowerUses(side_by_side, &found, &reporter);
    if (!shows_lacking && !IsOfPersons(query)) {
      const std::vector<AskedTime> times = AskedTimesIn(side_by_side, found.counted());
      if (found.AreIndividuals()) NoteUndated(side_by_side, times, said, &found, &reporter);
      NotePossiblyMet(side_by_side, times, &found, &reporter);
      NoteOverlappingPeriods(side_by_side, &found, &reporter);
    }
    NoteAnyOfSeveral(side_by_side, &found, &reporter);
    NoteDistinctRecords(side_by_side, &found, &reporter);
    if (!found.AreIndividuals() || IsOfPersons(query)) {
      reporter.Fail(found.status());
      continue;
    }
    NoteProvisional(side_by_side, &found, &reporter);
    if (one_answer && !HasReported(said, "age-after-death") && !HasReported(said, "treatment-after-death")) {
      NoteDeceased(statement, &found, &reporter);
    }
    reporter.Fail(found.status());
  }
  return Found(reporter, std::move(notes));
}

}  // namespace muster::api
