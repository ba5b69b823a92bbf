#include "engine/bind/remarks/records/nested_codes.h"

#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/remarks/asked_people.h"
#include "engine/bind/values/term_binder.h"
#include "engine/model/record/symbol_list.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {
namespace {

// Of so many codes that others lie below it is counted who has both.
constexpr size_t kMostCounted = 100;

// A code, and those below it that records have.
struct Nested {
  Nested(model::Symbol general, std::vector<model::Symbol> others) : code({general}), below(std::move(others)) {}
  const model::SymbolList code;
  const model::SymbolList below;
};

// Of `values`, those that lie below `code` and do not mean the same.
std::vector<model::Symbol> Below(const ontology::Terminology& terminology, model::Symbol code,
                                 const std::vector<model::Symbol>& values) {
  const model::Dictionary& dictionary = terminology.dictionary();
  const ontology::Concept concept_of = terminology.Find(dictionary.Text(code));
  const ontology::SymbolSet reached = terminology.Follow(concept_of, ontology::Reach::kDescendants).symbols;
  std::vector<model::Symbol> below;
  if (reached == nullptr || reached->size() < 2) return below;
  for (const model::Symbol symbol : values) {
    if (symbol == code || !reached->Contains(symbol)) continue;
    const ontology::Concept other = terminology.Find(dictionary.Text(symbol));
    if (!terminology.IsAtOrBelow(concept_of, other)) below.push_back(symbol);
  }
  return below;
}

}  // namespace

void RemarkOnNestedCodes(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                         const grammar::Has& has, model::Entity entity) {
  const std::optional<TermMatch> match = criteria.MatchOrAny(has);
  if (!match) return;
  const auto in_use = view.FieldValues(static_cast<model::FieldId>(model::Info(entity).primary));
  if (!in_use.ok()) return reporter->Fail(in_use.status());
  std::vector<model::Symbol> values;
  for (const model::Symbol symbol : **in_use) {
    if (match->symbols == nullptr || match->symbols->Contains(symbol)) values.push_back(symbol);
  }
  std::deque<Nested> nested;
  for (const model::Symbol code : values) {
    std::vector<model::Symbol> below = Below(view.terminology(), code, values);
    if (below.empty()) continue;
    nested.emplace_back(code, std::move(below));
    if (nested.size() > kMostCounted) break;
  }
  if (nested.empty()) return;
  const std::string of(model::Info(entity).name);
  const std::vector<std::string> hints = {absl::StrCat(
      "to count each once, name the kinds one by one: at least 2 of (has ", of, " X, has ", of, " Y, ...)")};
  if (nested.size() > kMostCounted) {
    reporter->Note(has.quantity->span, "general-term",
                   "a term and one below it are two: of the codes that this counts, many lie below others of them",
                   hints);
    return;
  }
  const PeopleKey key = PeopleKey("nested").Add({entity, match->symbols.get()});
  const auto people = CountAskedPeople(view, reporter, criteria, key,
                                       [&](const storage::SegmentReader& segment) -> absl::StatusOr<storage::Bitmap> {
                                         storage::Bitmap both;
                                         for (const Nested& one : nested) {
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
                              HasOrHave(people->with), "both of such a pair"),
                 hints);
}

}  // namespace muster::bind
