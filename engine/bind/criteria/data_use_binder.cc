#include "engine/bind/criteria/data_use_binder.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/conditions.h"
#include "engine/bind/criteria/remarks/silent_datasets.h"
#include "engine/bind/values/names/fixed_vocabularies.h"
#include "engine/bind/values/names/visible_collections.h"
#include "engine/model/codes/country.h"
#include "engine/model/schema/keyword.h"

namespace muster::bind {

using model::Collection;
using model::Entity;

namespace {

std::string Title(const Collection& collection) {
  return absl::StrCat(collection.kind == Collection::Kind::kDataset ? "dataset " : "cohort ", collection.id);
}

// Collections with the same remark; of many, only the first few are named.
std::string Titles(const std::vector<std::string>& titles, size_t shown, const char* joint = ", ") {
  if (titles.size() <= shown) return absl::StrJoin(titles, joint);
  return absl::StrCat(absl::StrJoin(titles.begin(), titles.begin() + static_cast<std::ptrdiff_t>(shown), joint),
                      " and ", titles.size() - shown, " more");
}

// "DUO:0000022 geographical restriction" and "ISO3166:DE DE", of both with the second in parentheses; of several
// conditions, or without, all and nothing.
std::pair<std::string, std::string> KindAndValue(const std::string& condition) {
  const size_t open = condition.find(" (");
  if (open == std::string::npos || !condition.ends_with(')') || condition.find("; ") != std::string::npos) {
    return {condition, ""};
  }
  return {condition.substr(0, open), condition.substr(open + 2, condition.size() - open - 3)};
}

using TitlesByCondition = std::map<std::string, std::vector<std::string>>;

// One note for the collections of each condition: of a kind of condition that has several values, such as countries,
// one for all, with the value of each.
void NoteConditions(Reporter* reporter, grammar::Span span, std::string_view code, std::string_view may,
                    const TitlesByCondition& by_condition) {
  constexpr size_t kShown = 5, kShownValues = 4;
  std::map<std::string, TitlesByCondition> by_kind;
  for (const auto& [condition, titles] : by_condition) by_kind[KindAndValue(condition).first][condition] = titles;
  for (const auto& [kind, of_kind] : by_kind) {
    if (of_kind.size() == 1) {
      const auto& [condition, titles] = *of_kind.begin();
      reporter->Note(span, std::string(code), absl::StrCat(Titles(titles, kShown), std::string(may), condition));
      continue;
    }
    std::vector<std::string> each;
    for (const auto& [condition, titles] : of_kind) {
      const std::string value = KindAndValue(condition).second;
      each.push_back(absl::StrCat(Titles(titles, kShown), value.empty() ? "" : absl::StrCat(" (", value, ")")));
    }
    reporter->Note(span, std::string(code), absl::StrCat(Titles(each, kShownValues, "; "), std::string(may), kind));
  }
}

ConditionPtr MembersOf(const Collection& collection, const CatalogueView& view) {
  const bool dataset = collection.kind == Collection::Kind::kDataset;
  std::vector<model::Symbol> symbols;
  if (const auto symbol = view.dictionary().Find(model::NormalizeKeyword(collection.id))) symbols.push_back(*symbol);
  return MakeCodes(dataset ? model::field::kDataset : model::field::kCohort,
                   std::make_shared<const model::SymbolList>(std::move(symbols)), 0, collection.id);
}

// `exactly`, since a term means what lies below it as well, and a permission below another one permits less.
std::string HintOfOwnUses(const std::vector<std::string>& permissions, const model::Dictionary& dictionary,
                          const model::SymbolList& recorded) {
  std::vector<std::string> terms;
  for (const std::string& permission : permissions) {
    const auto symbol = dictionary.Find(permission);
    if (symbol && recorded.Contains(*symbol)) terms.push_back("exactly " + permission);
  }
  if (terms.empty()) return "count consents by data use lists them: by its term alone none of them permits this";
  return absl::StrCat(
      "ask for it as well: has consent with (data use ",
      terms.size() == 1 ? absl::StrCat("is ", terms[0]) : absl::StrCat("in (", absl::StrJoin(terms, ", "), ")"),
      " and status is granted)");
}

ConditionPtr AnyOf(std::vector<ConditionPtr> members) {
  if (members.empty()) return MakeNode(Condition::Kind::kNone, Entity::kIndividual);
  return Combine(Condition::Kind::kOr, Entity::kIndividual, std::move(members));
}

}  // namespace

std::optional<consent::Purpose> DataUseBinder::BindPurpose(const grammar::Usable& usable) {
  consent::Purpose purpose;
  if (usable.disease) {
    const grammar::Literal& quoted = *usable.disease;
    if (quoted.kind == grammar::Literal::Kind::kQuoted && consent::FindStudy(model::NormalizeKeyword(quoted.text))) {
      reporter_->Error(quoted.span, "unknown-purpose", absl::StrCat("\"", quoted.text, "\" is no disease"),
                       {absl::StrCat("a purpose of a study stands without quotation marks: write usable for ",
                                     model::NormalizeKeyword(quoted.text))});
      return std::nullopt;
    }
    purpose.study = consent::Purpose::Study::kDisease;
    auto disease = terms_->BindDisease(*usable.disease);
    if (!disease) return std::nullopt;
    purpose.disease = *std::move(disease);
  } else if (const auto study = consent::FindStudy(usable.purpose.text)) {
    purpose.study = *study;
  } else {
    std::vector<std::string> hints;
    // A disease without its quotes, or with words behind it: cancer research.
    std::string_view disease = usable.purpose.text;
    for (const std::string_view word : {" research", " study", " studies", " trial"}) {
      if (disease.ends_with(word)) disease.remove_suffix(word.size());
    }
    if (disease.size() > 3)
      hints.push_back(absl::StrCat("of a disease write usable for \"", std::string(disease), "\""));
    hints.push_back(absl::StrCat("write a disease, such as MONDO:0005105 or \"melanoma\", or one of: ",
                                 absl::StrJoin(consent::StudyNames(), ", ")));
    reporter_->Error(usable.purpose.span, "unknown-purpose",
                     absl::StrCat("'", usable.purpose.text, "' is no purpose of a study"), std::move(hints));
    return std::nullopt;
  }
  purpose.user = static_cast<consent::Purpose::User>(usable.user);
  if (usable.country) {
    const std::string word = model::NormalizeKeyword(usable.country->text);
    if (word.size() == 2 && !model::IsCountryCode(word)) {
      std::vector<std::string> hints;
      if (const auto meant = MeantInstead(model::field::kCountry, word)) {
        hints.push_back(absl::StrCat("did you mean ", *meant, "?"));
      }
      reporter_->Error(usable.country->span, "unknown-value",
                       absl::StrCat("'", usable.country->text, "' is no country of ISO 3166"), std::move(hints));
      return std::nullopt;
    }
    purpose.country = usable.country->text;
  }
  return purpose;
}

// What datasets and cohorts permit is not what each person permits.
void DataUseBinder::NoteOwnUses(const consent::Purpose& purpose, grammar::Span span) {
  if (view_.listed() != nullptr) return;
  const auto uses = view_.RecordedValues(model::field::kConsentUse);
  if (!uses.ok()) return reporter_->Fail(uses.status());
  if ((*uses)->empty()) return;
  const auto count = view_.counts().WithValue(model::field::kConsentUse, **uses);
  if (!count.ok()) return reporter_->Fail(count.status());
  if (*count == 0) return;
  reporter_->Note(
      span, "own-data-uses",
      absl::StrCat(*count, *count == 1 ? " consent has" : " consents have",
                   " a data use of the person's own, which this does not look at: it asks what datasets and "
                   "cohorts permit"),
      {HintOfOwnUses(consent::PermissionsFor(purpose, view_.terminology()), view_.dictionary(), **uses)});
}

void DataUseBinder::NoteIfNothingIsSaid(bool said, grammar::Span span) {
  if (said) return NoteSilentDatasets(view_, reporter_, span);
  // Where cohorts cannot be named, whether one says it is not told either.
  if (view_.listed() != nullptr && view_.listed()->IsHidden(model::field::kCohort)) return;
  reporter_->Warn(span, "no-data-use", "no dataset or cohort says what its data may be used for",
                  {"import their descriptions (Beacon datasets and cohorts), or name them in the mapping"});
}

ConditionPtr DataUseBinder::Bind(const grammar::Usable& usable, grammar::Span span) {
  const auto purpose = BindPurpose(usable);
  if (!purpose) return nullptr;
  bool said = false;  // by a dataset, or by a cohort that the caller is told of
  std::vector<ConditionPtr> permitting;
  std::vector<ConditionPtr> forbidding;
  TitlesByCondition refused, obliged;
  for (const Collection& collection : view_.collections()) {
    if (collection.data_uses.empty()) continue;
    const consent::Verdict verdict = consent::Judge(collection.data_uses, *purpose, view_.terminology());
    (verdict.permitted ? permitting : forbidding).push_back(MembersOf(collection, view_));
    const absl::StatusOr<bool> told = IsVisible(view_, collection);
    if (!told.ok()) {
      reporter_->Fail(told.status());
      return nullptr;
    }
    said |= *told || collection.kind == Collection::Kind::kDataset;
    if (!*told) continue;
    if (!verdict.permitted) {
      refused[absl::StrJoin(verdict.reasons, "; ")].push_back(Title(collection));
    } else if (!verdict.obligations.empty()) {
      obliged[absl::StrJoin(verdict.obligations, "; ")].push_back(Title(collection));
    }
  }
  NoteIfNothingIsSaid(said, span);  // what leaves out whole datasets first
  NoteConditions(reporter_, span, "not-usable", " may not be used: ", refused);
  NoteConditions(reporter_, span, "use-with-conditions", " may be used with: ", obliged);
  NoteOwnUses(*purpose, span);
  ConditionPtr usable_people = AnyOf(std::move(permitting));
  if (!forbidding.empty()) usable_people = Both(std::move(usable_people), Negate(AnyOf(std::move(forbidding))));
  return usable_people;
}

}  // namespace muster::bind
