#include "engine/bind/remarks/records/nested_codes.h"

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/record/symbol_list.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {
namespace {

// Of at most this many codes with others below them, the people with both are counted.
constexpr size_t kMostCounted = 100;
// Of more codes than this none are looked at, and nothing is said.
constexpr size_t kMostCodes = 2000;

// A code, and those below it that records have.
struct Nested {
  Nested(model::Symbol general, std::vector<model::Symbol> others) : code({general}), below(std::move(others)) {}
  const model::SymbolList code;
  const model::SymbolList below;
};

// Of `values`, those that lie below `code` and do not mean the same.
std::vector<model::Symbol> Below(const ontology::Terminology& terminology, model::Symbol code,
                                 const std::vector<model::Symbol>& values) {
  const ontology::Concept concept_of = terminology.Find(terminology.dictionary().Text(code));
  const ontology::SymbolSet reached = terminology.FollowOnce(concept_of, ontology::Reach::kDescendants).symbols;
  std::vector<model::Symbol> below;
  if (reached == nullptr || reached->size() < 2) return below;
  for (const model::Symbol symbol : values) {
    if (symbol != code && reached->Contains(symbol)) below.push_back(symbol);
  }
  if (below.empty()) return below;
  const ontology::SymbolSet above = terminology.FollowOnce(concept_of, ontology::Reach::kAncestors).symbols;
  std::erase_if(below, [&](model::Symbol symbol) { return above != nullptr && above->Contains(symbol); });
  return below;
}

// Of `values`, those that others lie below, at most one more than are counted.
absl::StatusOr<std::deque<Nested>> NestedIn(const ontology::Terminology& terminology,
                                            const std::vector<model::Symbol>& values) {
  std::deque<Nested> nested;
  for (const model::Symbol code : values) {
    if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
    std::vector<model::Symbol> below = Below(terminology, code, values);
    if (below.empty()) continue;
    nested.emplace_back(code, std::move(below));
    if (nested.size() > kMostCounted) break;
  }
  return nested;
}

}  // namespace

void RemarkOnNestedCodes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                         const grammar::Has& has, model::Entity entity) {
  const std::optional<TermMatch> match = criteria.MatchOrAny(has);
  if (!match) return;
  const auto field = static_cast<model::FieldId>(model::Info(entity).primary);
  const auto in_use = view.FieldValues(field);
  if (!in_use.ok()) return reporter->Fail(in_use.status());
  std::vector<model::Symbol> values;
  for (const model::Symbol symbol : **in_use) {
    if (match->symbols == nullptr || match->symbols->Contains(symbol)) values.push_back(symbol);
    if (values.size() > kMostCodes) return;
  }
  std::optional<std::deque<Nested>> nested;
  const auto look = [&]() -> absl::Status {
    if (nested) return absl::OkStatus();
    auto found = NestedIn(view.terminology(), values);
    if (found.ok()) nested = *std::move(found);
    return found.status();
  };
  const auto number = view.counts().Nested(entity, match->symbols.get(), field, [&]() -> absl::StatusOr<uint64_t> {
    if (absl::Status check = look(); !check.ok()) return check;
    return nested->size();
  });
  if (!number.ok()) return reporter->Fail(number.status());
  if (*number == 0) return;
  const std::string of(model::Info(entity).name);
  const std::vector<std::string> hints = {absl::StrCat(
      "to count each once, name the kinds one by one: at least 2 of (has ", of, " X, has ", of, " Y, ...)")};
  if (*number > kMostCounted) {
    reporter->Note(has.quantity->span, "general-term",
                   "a term and one below it are two: of the codes that this counts, many lie below others of them",
                   hints);
    return;
  }
  const PeopleKey key = PeopleKey("nested").Add({entity, match->symbols.get()});
  const auto people = CountAskedPeople(view, reporter, criteria, key,
                                       [&](const storage::SegmentReader& segment) -> absl::StatusOr<storage::Bitmap> {
                                         if (absl::Status check = look(); !check.ok()) return check;
                                         storage::Bitmap both;
                                         for (const Nested& one : *nested) {
                                           if (absl::Status stop = CheckStopSampled(); !stop.ok()) return stop;
                                           auto with = PeopleWithCodes(segment, {entity, &one.code});
                                           if (!with.ok()) return with;
                                           if (with->Empty()) continue;
                                           const auto with_below = PeopleWithCodes(segment, {entity, &one.below});
                                           if (!with_below.ok()) return with_below;
                                           both = storage::Bitmap::Or(both, storage::Bitmap::And(*with, *with_below));
                                         }
                                         return both;
                                       });
  if (!people || people->with == 0) return;
  reporter->Note(has.quantity->span, "general-term",
                 absl::StrCat("a term and one below it are two: ", OutOf(people->with, *people),
                              HasOrHave(people->with), "a term beside one that lies below it"),
                 hints);
}

}  // namespace muster::bind
