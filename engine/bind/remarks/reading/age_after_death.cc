#include "engine/bind/remarks/reading/age_after_death.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/records/open_treatments.h"
#include "engine/bind/values/keyword_binder.h"
#include "engine/model/schema/schema.h"
#include "engine/ontology/terminology.h"

namespace muster::bind {
namespace {

using model::Entity;
using Segment = storage::SegmentReader;

absl::StatusOr<storage::Bitmap> BornAndDeceased(const Segment& segment, model::Symbol deceased) {
  const auto with = [&](model::FieldId field, model::Symbol value) {
    return segment.Posting(
        {static_cast<uint8_t>(model::PostingKind::kRows), static_cast<uint8_t>(Entity::kIndividual), field, value},
        segment.rows(0));
  };
  const auto dead = with(model::field::kVitalStatus, deceased);
  if (!dead.ok()) return dead.status();
  const auto born = with(model::field::kBirth, model::kAnyValue);
  if (!born.ok()) return born.status();
  return storage::Bitmap::And(**dead, **born);
}

// What other criteria ask of the individuals' words: dataset is registry, sex is female.
struct Word {
  model::FieldId field;
  ontology::SymbolSet values;
};

std::vector<Word> WordsAsked(const CatalogueView& view, const SideBySide& criteria) {
  using Op = grammar::Compare::Op;
  SilentReporter silent;
  std::vector<Word> words;
  for (const Leaf& leaf : criteria.leaves()) {
    const auto* compare = std::get_if<grammar::Compare>(&leaf.criterion->node);
    if (compare == nullptr || leaf.negated || compare->event || (compare->op != Op::kIs && compare->op != Op::kIn)) {
      continue;
    }
    const auto field = FindField(Entity::kIndividual, compare->field.text);
    if (!field || model::Info(*field).kind != model::Kind::kKeyword) continue;
    auto match = KeywordBinder(view, &silent).Bind(compare->values, *field);
    if (match && match->symbols != nullptr) words.push_back({*field, std::move(match->symbols)});
  }
  return words;
}

// Whether any of the people whom `find` gives has these words. True after a failure, which is reported.
bool SomeHave(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, const std::vector<Word>& words,
              PeopleKey key, FindPeople find) {
  if (words.empty()) return true;
  key.Add(words.size());
  for (const Word& word : words) key.Add(word.field).Add({Entity::kIndividual, word.values.get()});
  const auto people =
      CountAskedPeople(view, reporter, criteria, key, [&](const Segment& segment) -> absl::StatusOr<storage::Bitmap> {
        auto some = find(segment);
        for (const Word& word : words) {
          if (!some.ok() || some->Empty()) break;
          const auto with = segment.Union({static_cast<uint8_t>(model::PostingKind::kRows),
                                           static_cast<uint8_t>(Entity::kIndividual), word.field, 0},
                                          word.values->symbols(), segment.rows(0));
          if (!with.ok()) return with.status();
          some = storage::Bitmap::And(*some, with->rows);
        }
        return some;
      });
  return !people || people->with > 0;
}

bool Say(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria, grammar::Span span,
         const char* how) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks() || AsksOfDeath(criteria)) return false;
  const auto deceased = view.dictionary().Find("deceased");
  if (!deceased) return false;
  const auto find = [&](const Segment& segment) { return BornAndDeceased(segment, *deceased); };
  const PeopleKey key("born and deceased");
  const auto people = CountAskedPeople(view, reporter, criteria, key, find);
  if (!people || people->with == 0) return false;
  if (!SomeHave(view, reporter, criteria, WordsAsked(view, criteria), key, find)) return false;
  reporter->Note(span, "age-after-death",
                 absl::StrCat(OutOf(people->with, *people), " ", IsOrAre(people->with), " recorded as deceased, and ",
                              people->with == 1 ? "has" : "have", " an age at any date"),
                 {absl::StrCat("to leave them out, write ", how, " not vital status is deceased")});
  return true;
}

}  // namespace

std::optional<grammar::Span> AgeAsOfIn(const SideBySide& criteria) {
  std::optional<grammar::Span> span;
  for (const Leaf& leaf : criteria.leaves()) {
    const auto* compare = std::get_if<grammar::Compare>(&leaf.criterion->node);
    if (compare != nullptr && !compare->event && compare->as_of) span = leaf.criterion->span;
  }
  return span;
}

bool RemarkOnAgeAfterDeath(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                           grammar::Span span) {
  return Say(view, reporter, criteria, span, "and");
}

void RemarkOnAgeAsOf(const CatalogueView& view, Reporter* reporter, const grammar::Expr* where, grammar::Span span) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks()) return;
  const TimeForNotes time(reporter);
  const SideBySide criteria(view, reporter,
                            where == nullptr ? std::vector<const grammar::Expr*>() : CriteriaIn(*where));
  if (AgeAsOfIn(criteria)) return;
  Say(view, reporter, criteria, span, where == nullptr ? "where" : "and");
}

}  // namespace muster::bind
