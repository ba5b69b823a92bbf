#include "engine/bind/remarks/reading/rejected_variants.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/remarks/asked/asked_people.h"
#include "engine/bind/remarks/asked/occurrences.h"
#include "engine/model/schema/schema.h"
#include "grammar/rewrite.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using grammar::Literal;
using model::Entity;
using Segment = storage::SegmentReader;

constexpr auto kNumberOfVariants = static_cast<uint8_t>(Entity::kVariant);
constexpr std::string_view kBenign[] = {"benign", "likely benign"};

// Whether nothing but the gene, the id or the like is asked, by this criterion and all others.
bool AsksForGeneAlone(const SideBySide& criteria, const Has& has) {
  if (has.terms.empty() || !AsksForAnyRow(has) || has.with != nullptr || IsSpokenOf(criteria, has)) return false;
  const std::vector<Occurrence> all = OccurrencesIn(criteria);
  return std::none_of(all.begin(), all.end(), [&](const Occurrence& other) {
    return other.has->with != nullptr && FindEntity(other.has->entity.text) == Entity::kVariant;
  });
}

// What is recorded of the words that say so.
struct Words {
  std::vector<uint32_t> rejected;
  std::vector<uint32_t> benign;
};

absl::StatusOr<Words> WordsIn(const CatalogueView& view) {
  Words words;
  const auto statuses = view.RecordedValues(model::field::kVariantStatus);
  if (!statuses.ok()) return statuses.status();
  for (const model::Symbol status : **statuses) {
    if (view.dictionary().Text(status) == "rejected") words.rejected.push_back(status);
  }
  const auto classes = view.RecordedValues(model::field::kVariantPathogenicity);
  if (!classes.ok()) return classes.status();
  for (const model::Symbol one : **classes) {
    const std::string_view word = view.dictionary().Text(one);
    if (std::find(std::begin(kBenign), std::end(kBenign), word) != std::end(kBenign)) words.benign.push_back(one);
  }
  return words;
}

// Who has a variant of the terms, and none that counts for a planner.
absl::StatusOr<storage::Bitmap> PeopleWithoutOthers(const Segment& segment, const model::SymbolList* terms,
                                                    const Words& words) {
  const auto rows = LiveRowsOf(segment, Entity::kVariant, terms);
  if (!rows.ok()) return rows.status();
  storage::Bitmap others = *rows;
  const std::pair<model::FieldId, const std::vector<uint32_t>*> fields[] = {
      {model::field::kVariantStatus, &words.rejected}, {model::field::kVariantPathogenicity, &words.benign}};
  for (const auto& [field, values] : fields) {
    if (values->empty()) continue;
    const auto with = segment.Union({static_cast<uint8_t>(model::PostingKind::kRows), kNumberOfVariants, field, 0},
                                    *values, segment.rows(kNumberOfVariants));
    if (!with.ok()) return with.status();
    others = storage::Bitmap::AndNot(others, with->rows);
  }
  auto all = IndividualsOf(segment, Entity::kVariant, *rows);
  if (!all.ok()) return all.status();
  const auto with_others = IndividualsOf(segment, Entity::kVariant, others);
  if (!with_others.ok()) return with_others.status();
  return storage::Bitmap::AndNot(*all, *with_others);
}

grammar::ExprPtr NotAmong(std::string field, const std::vector<std::string_view>& words) {
  Compare compare;
  compare.field.text = std::move(field);
  compare.op = words.size() == 1 ? Compare::Op::kIs : Compare::Op::kIn;
  for (const std::string_view word : words) {
    Literal value;
    value.kind = word.find(' ') == word.npos ? Literal::Kind::kWord : Literal::Kind::kQuoted;
    value.text = word;
    compare.values.push_back(std::move(value));
  }
  return grammar::MakeExpr({}, grammar::Not{grammar::MakeExpr({}, std::move(compare))});
}

// Conditions on what is recorded: of other words a criterion would be a mistake.
grammar::ExprPtr NoneOf(const CatalogueView& view, const Words& words) {
  std::vector<std::string_view> benign;
  for (const uint32_t symbol : words.benign) benign.push_back(view.dictionary().Text(symbol));
  std::sort(benign.begin(), benign.end());
  if (words.rejected.empty()) return NotAmong("pathogenicity", benign);
  grammar::ExprPtr rejected = NotAmong("status", {"rejected"});
  if (benign.empty()) return rejected;
  grammar::And both;
  both.operands.push_back(std::move(rejected));
  both.operands.push_back(NotAmong("pathogenicity", benign));
  return grammar::MakeExpr({}, std::move(both));
}

}  // namespace

void RemarkOnRejectedVariants(const CatalogueView& view, Reporter* reporter, const SideBySide& criteria,
                              const Has& has) {
  if (view.listed() != nullptr || !reporter->ExplainsRemarks() || !AsksForGeneAlone(criteria, has)) return;
  const std::optional<TermMatch>& match = criteria.Match(has);
  if (!match) return;
  const absl::StatusOr<Words> words = WordsIn(view);
  if (!words.ok()) return reporter->Fail(words.status());
  if (words->rejected.empty() && words->benign.empty()) return;
  const model::SymbolList* terms = match->symbols.get();
  auto people = CountAmongOthers(view, reporter, criteria, has,
                                 PeopleKey("variants rejected or benign only").Add({Entity::kVariant, terms}),
                                 [&](const Segment& segment) { return PeopleWithoutOthers(segment, terms, *words); });
  if (!people || people->with == 0) return;
  const auto found =
      CountAmongOthers(view, reporter, criteria, has, PeopleKey("with variants").Add({Entity::kVariant, terms}),
                       [&](const Segment& segment) -> absl::StatusOr<storage::Bitmap> {
                         const auto rows = LiveRowsOf(segment, Entity::kVariant, terms);
                         if (!rows.ok()) return rows.status();
                         return IndividualsOf(segment, Entity::kVariant, *rows);
                       });
  if (!found) return;
  people->all = found->with;
  people->others.push_back(&has);
  grammar::Rewriting rewriting;
  rewriting[&has] = grammar::WithCriterion(has, NoneOf(view, *words));
  const std::string other = reporter->Rewritten(std::move(rewriting));
  std::vector<std::string> hints;
  if (!other.empty()) hints.push_back(absl::StrCat("to leave them out, write ", other));
  const char* which = words->benign.empty() ? "rejected" : words->rejected.empty() ? "benign" : "rejected or benign";
  reporter->Note(has.entity.span, "rejected-variants",
                 absl::StrCat(which, " variants count as well: ", OutOf(people->with, *people), HasOrHave(people->with),
                              "no other of it"),
                 std::move(hints));
}

}  // namespace muster::bind
