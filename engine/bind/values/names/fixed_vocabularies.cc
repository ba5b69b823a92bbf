#include "engine/bind/values/names/fixed_vocabularies.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "containers/hash_table.h"
#include "engine/model/codes/country.h"
#include "engine/model/schema/vocabulary.h"

namespace muster::bind {
namespace {

using model::FieldId;

// Words that by themselves say which field is meant. "yes" and "completed" do not, nor does "XX", which may be a
// country.
const HashMap<FieldId, std::vector<std::string>>& WordsOfVocabularies() {
  static const auto* words = new HashMap<FieldId, std::vector<std::string>>{
      {model::field::kSex, {"female", "male", "other", "unknown"}},
      {model::field::kVitalStatus, {"alive", "deceased", "unknown"}},
      {model::field::kRunAssay, {"wgs", "wes", "panel", "array", "rna-seq"}},
      {model::field::kSampleType, {"tumour", "reference", "abnormal"}},
      {model::field::kInterpretationStatus, {"solved", "unsolved", "in progress", "completed", "unknown"}},
      {model::field::kVariantStatus, {"causative", "contributory", "candidate", "rejected", "unknown"}},
      {model::field::kVariantPathogenicity,
       {"pathogenic", "likely pathogenic", "uncertain significance", "likely benign", "benign", "not provided"}},
  };
  return *words;
}

// Only suggested: what else they may mean, somebody has to decide.
struct Colloquial {
  FieldId field;
  std::string_view written;
  std::string_view word;
};
constexpr Colloquial kColloquial[] = {
    {model::field::kSex, "f", "female"},
    {model::field::kSex, "w", "female"},
    {model::field::kSex, "woman", "female"},
    {model::field::kSex, "women", "female"},
    {model::field::kSex, "girl", "female"},
    {model::field::kSex, "m", "male"},
    {model::field::kSex, "man", "male"},
    {model::field::kSex, "men", "male"},
    {model::field::kSex, "boy", "male"},
    {model::field::kRunAssay, "wxs", "wes"},
    {model::field::kRunAssay, "exome", "wes"},
    {model::field::kRunAssay, "genome", "wgs"},
    {model::field::kRunAssay, "whole genome sequencing", "wgs"},
    {model::field::kRunAssay, "genome sequencing", "wgs"},
    {model::field::kRunAssay, "whole exome sequencing", "wes"},
    {model::field::kRunAssay, "exome sequencing", "wes"},
    {model::field::kVitalStatus, "dead", "deceased"},
    {model::field::kVitalStatus, "died", "deceased"},
    {model::field::kVitalStatus, "living", "alive"},
};

std::optional<std::string> FixedWordFor(FieldId field, std::string_view word) {
  if (field == model::field::kCountry) {  // two letters by themselves say little of where they belong
    const std::string_view code = model::CountryMeantBy(word);
    for (const model::Country& country : model::Countries()) {
      if (!code.empty()) break;
      if (absl::EqualsIgnoreCase(std::string(country.name), std::string(word)) ||
          absl::EqualsIgnoreCase(std::string(country.three), std::string(word))) {
        return std::string(country.two);
      }
    }
    return code.empty() ? std::nullopt : std::optional(absl::AsciiStrToUpper(std::string(code)));
  }
  if (SaysItsField(field, word)) return std::string(word);
  const auto* found = std::find_if(std::begin(kColloquial), std::end(kColloquial), [&](const Colloquial& known) {
    return known.field == field && known.written == word;
  });
  return found == std::end(kColloquial) ? std::nullopt : std::optional<std::string>(found->word);
}

}  // namespace

bool SaysItsField(FieldId field, std::string_view word) {
  if (field == model::field::kCountry) return model::IsCountryCode(word);
  const auto it = WordsOfVocabularies().find(field);
  return it != WordsOfVocabularies().end() && std::find(it->second.begin(), it->second.end(), word) != it->second.end();
}

bool IsFixedWord(FieldId field, std::string_view word) {
  if (SaysItsField(field, word)) return true;
  const model::Vocabulary* vocabulary = model::VocabularyOf(field);
  return vocabulary != nullptr && std::ranges::find(vocabulary->words, word) != vocabulary->words.end();
}

std::optional<std::string> MeantInstead(FieldId field, std::string_view word) {
  if (auto own = FixedWordFor(field, word)) return own;
  if (word == "unknown" || word == "other") return std::nullopt;  // these say little of where they belong
  for (const FieldId other : model::FieldsOf(model::Info(field).entity)) {
    if (other == field) continue;
    if (const auto meant = FixedWordFor(other, word)) {
      return absl::StrCat(std::string(model::Info(other).name), " is ", *meant);
    }
  }
  return std::nullopt;
}

}  // namespace muster::bind
