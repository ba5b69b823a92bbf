#include "engine/bind/criteria/data_use_binder.h"

#include <algorithm>
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
std::string Titles(const std::vector<std::string>& titles) {
  constexpr size_t kShown = 5;
  if (titles.size() <= kShown) return absl::StrJoin(titles, ", ");
  return absl::StrCat(absl::StrJoin(titles.begin(), titles.begin() + kShown, ", "), " and ", titles.size() - kShown,
                      " more");
}

ConditionPtr MembersOf(const Collection& collection, const CatalogueView& view) {
  const bool dataset = collection.kind == Collection::Kind::kDataset;
  std::vector<model::Symbol> symbols;
  if (const auto symbol = view.dictionary().Find(model::NormalizeKeyword(collection.id))) symbols.push_back(*symbol);
  return MakeCodes(dataset ? model::field::kDataset : model::field::kCohort,
                   std::make_shared<const model::SymbolList>(std::move(symbols)), 0, collection.id);
}

ConditionPtr AnyOf(std::vector<ConditionPtr> members) {
  if (members.empty()) return MakeNode(Condition::Kind::kNone, Entity::kIndividual);
  return Combine(Condition::Kind::kOr, Entity::kIndividual, std::move(members));
}

}  // namespace

std::optional<consent::Purpose> DataUseBinder::BindPurpose(const grammar::Usable& usable) {
  consent::Purpose purpose;
  if (usable.disease) {
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
void DataUseBinder::NoteOwnUses(grammar::Span span) {
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
      {"ask for it as well: has consent with (data use is DUO:0000042 and status is granted)"});
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
  std::map<std::string, std::vector<std::string>> refused;  // reasons -> whose
  std::map<std::string, std::vector<std::string>> obliged;  // obligations -> whose
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
  for (const auto& [obligations, titles] : obliged) {
    reporter_->Note(span, "use-with-conditions", absl::StrCat(Titles(titles), " may be used with: ", obligations));
  }
  for (const auto& [reasons, titles] : refused) {
    reporter_->Note(span, "not-usable", absl::StrCat(Titles(titles), " may not be used: ", reasons));
  }
  NoteIfNothingIsSaid(said, span);
  NoteOwnUses(span);
  ConditionPtr usable_people = AnyOf(std::move(permitting));
  if (!forbidding.empty()) usable_people = Both(std::move(usable_people), Negate(AnyOf(std::move(forbidding))));
  return usable_people;
}

}  // namespace muster::bind
