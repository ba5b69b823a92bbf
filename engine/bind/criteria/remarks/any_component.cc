#include "engine/bind/criteria/remarks/any_component.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/values/names/name_search.h"
#include "engine/bind/values/remarks/rows_that_meet.h"
#include "grammar/clone.h"
#include "grammar/overloaded.h"
#include "grammar/parse.h"
#include "grammar/walk.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;
using storage::Bitmap;
using Segment = storage::SegmentReader;

// Whether some comparison of the row's own is of one of `fields`.
bool ComparesOneOf(const grammar::Expr& with, std::initializer_list<model::FieldId> fields) {
  const auto is_one = [&](const Compare& compare) {
    const auto field = FindField(Entity::kMeasurement, compare.field.text);
    return !compare.event && field && std::find(fields.begin(), fields.end(), *field) != fields.end();
  };
  return grammar::AnyCriterion(with, grammar::Overloaded{[](const Has&) { return false; }, is_one,
                                                         [](const grammar::InCohort&) { return false; },
                                                         [](const grammar::Usable&) { return false; },
                                                         [](const grammar::Overlaps&) { return false; }});
}

// Whether a number is compared, and nothing says of which component.
bool ComparesAnyValue(const grammar::Expr& with) {
  return ComparesOneOf(with, {model::field::kMeasurementValue}) &&
         !ComparesOneOf(with, {model::field::kMeasurementComponent, model::field::kMeasurementPart});
}

absl::StatusOr<Bitmap> RowsOfComponent(const Segment& segment, model::Symbol component) {
  auto rows =
      segment.Posting({static_cast<uint8_t>(model::PostingKind::kRows), static_cast<uint8_t>(Entity::kMeasurement),
                       model::field::kMeasurementComponent, component},
                      segment.rows(static_cast<uint8_t>(Entity::kMeasurement)));
  if (!rows.ok()) return rows.status();
  return **rows;
}

// Removes from `components` those of which a row of the segment meets the criterion, and adds them to `met`.
absl::Status FindMet(const Segment& segment, const Condition& exists, std::vector<model::Symbol>* components,
                     std::vector<model::Symbol>* met) {
  const auto rows = LiveRowsOf(segment, Entity::kMeasurement, exists.symbols.get());
  if (!rows.ok()) return rows.status();
  const auto meet = RowsThatMeet(segment, *exists.operands[0]);
  if (!meet.ok() || !*meet) return meet.status();
  const Bitmap found = Bitmap::And(*rows, **meet);
  if (found.Empty()) return absl::OkStatus();
  std::vector<model::Symbol> others;
  for (const model::Symbol component : *components) {
    const auto of_component = RowsOfComponent(segment, component);
    if (!of_component.ok()) return of_component.status();
    (Bitmap::And(found, *of_component).Empty() ? others : *met).push_back(component);
  }
  *components = std::move(others);
  return absl::OkStatus();
}

void Say(const CatalogueView& view, Reporter* reporter, const Has& has, const std::vector<model::Symbol>& met) {
  constexpr size_t kMostNamed = 3;
  const std::string asked = absl::StrJoin(has.terms, " or ", [](std::string* out, const grammar::Literal& term) {
    absl::StrAppend(out, grammar::Print(term));
  });
  std::string named;
  std::vector<std::string> hints;
  for (size_t i = 0; i < met.size() && i < kMostNamed; ++i) {
    const std::string code(view.dictionary().Text(met[i]));
    const std::string label = view.terminology().Label(code);
    absl::StrAppend(&named, i == 0 ? "" : ", ", code, label.empty() ? "" : " ", label);
    grammar::Literal term;
    term.kind = grammar::Literal::Kind::kCode;
    term.text = code;
    Has of_one = grammar::Clone(has);
    of_one.terms = {std::move(term)};
    const std::string other = reporter->RewrittenWith(&has, std::move(of_one));
    if (!other.empty()) hints.push_back(absl::StrCat("of ", code, " alone, write ", other));
  }
  if (met.size() > kMostNamed) absl::StrAppend(&named, " and ", met.size() - kMostNamed, " more");
  reporter->Note(has.terms[0].span, "any-component",
                 absl::StrCat("measurements of ", asked,
                              " have a value for each component, and that of any of these may meet this: ", named),
                 std::move(hints));
}

}  // namespace

void NoteAnyComponent(const CatalogueView& view, Reporter* reporter, const Has& has, const Condition& exists) {
  if (exists.child != Entity::kMeasurement || has.with == nullptr || has.terms.empty() || exists.operands.size() != 1 ||
      exists.operands[0] == nullptr || reporter->HasReported("any-component", has.terms[0].span)) {
    return;
  }
  const auto recorded = view.FieldValues(model::field::kMeasurementComponent);
  if (!recorded.ok()) return reporter->Fail(recorded.status());
  if ((*recorded)->size() < 2 || !ComparesAnyValue(*has.with)) return;
  // Most measurements are of no panel; which are is counted once.
  std::vector<model::Symbol> components, met;
  for (const model::Symbol component : **recorded) {
    if (exists.symbols->Contains(component)) continue;  // it is asked for itself
    const auto rows =
        view.counts().Observed(Entity::kMeasurement, *exists.symbols, model::field::kMeasurementComponent, component);
    if (!rows.ok()) return reporter->Fail(rows.status());
    if (*rows > 0) components.push_back(component);
  }
  if (components.size() < 2) return;
  for (const auto& segment : view.snapshot().segments) {
    if (absl::Status status = FindMet(*segment, exists, &components, &met); !status.ok()) return reporter->Fail(status);
  }
  if (met.size() > 1) Say(view, reporter, has, ByText(model::SymbolList(std::move(met)), view.dictionary()));
}

}  // namespace muster::bind
