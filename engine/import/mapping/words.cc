#include "engine/import/mapping/words.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/import/input/json_value.h"
#include "engine/model/codes/country.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/standard_word.h"
#include "engine/model/schema/vocabulary.h"
#include "engine/model/text/blank.h"
#include "engine/model/text/missing_marker.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// HL7's NullFlavor. It is the code of Nicaragua as well, and short for Northern Ireland.
constexpr std::string_view kNoInformation = "NI";

// Of these systems no code has zeros only. Of an OBO ontology seven zeros may be a term, as CL:0000000 is the cell, and
// a site's own code may have the number 0.
bool HasNoZero(std::string_view code) {
  constexpr std::string_view kPrefixes[] = {"SNOMED", "OMOP",   "OMIM",   "OMIMPS", "ORPHA",
                                            "LOINC",  "RxNorm", "MedDRA", "NA"};
  const std::string_view prefix = code.substr(0, code.find(':'));
  return prefix.starts_with("ICD10") || prefix.starts_with("ICD9") || code.find(":NA0") != std::string_view::npos ||
         std::find(std::begin(kPrefixes), std::end(kPrefixes), prefix) != std::end(kPrefixes);
}

// "missing: control sample", as INSDC writes it, is a reason and no code.
bool IsReason(std::string_view prefix) {
  constexpr std::string_view kReasons[] = {"missing",      "not applicable",    "not collected",
                                           "not provided", "restricted access", "unknown"};
  const std::string normal = model::NormalizeMarker(prefix);
  return std::find(std::begin(kReasons), std::end(kReasons), normal) != std::end(kReasons);
}

bool IsPlaceOrGroup(model::FieldId field) {
  return field == model::field::kCountry || field == model::field::kOriginLabel || field == model::field::kCohort;
}

}  // namespace

const WordRules& WordRules::Standard() {
  static const auto& rules = *new WordRules();
  return rules;
}

std::string_view WithoutZeroFraction(std::string_view number) {
  const size_t point = number.find('.');
  if (point == 0 || point == number.npos || point + 1 == number.size()) return number;
  const std::string_view whole = number.substr(0, point);
  const size_t digits = whole[0] == '-' ? 1 : 0;
  const bool is_number = whole.size() > digits && whole.find_first_not_of("0123456789", digits) == whole.npos;
  return is_number && number.find_first_not_of('0', point + 1) == number.npos ? whole : number;
}

bool WordRules::IsMissing(std::string_view text) const {
  if (missing_.empty() && not_missing_.empty()) return model::IsMissingMarker(text);
  const std::string normal = model::NormalizeMarker(WithoutZeroFraction(model::TrimAll(text)));
  if (not_missing_.contains(normal)) return false;
  return missing_.contains(normal) || model::IsMissingMarker(text);
}

bool WordRules::IsMissingCode(std::string_view code) const {
  if (IsMissing(code)) return true;
  if (IsCodeOfMissing(code)) return true;
  // An address with nothing behind it.
  if (code.ends_with('|') && (code.starts_with("http") || code.starts_with("urn:"))) return true;
  const std::string normal = model::NormalizeCode(code);
  code = normal;
  const size_t colon = code.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view local = code.substr(colon + 1);
  if (model::TrimAll(local).empty() || IsReason(code.substr(0, colon))) return true;
  if (model::IsPlaceholderCode(code) && HasNoZero(code)) return !not_missing_.contains(model::NormalizeMarker(code));
  // ISO 3166 has a country "NA".
  return !model::ToLower(code.substr(0, colon)).starts_with("iso") && IsMissing(local);
}

bool WordRules::IsCodeOfMissing(std::string_view code) const {
  if (code.find_first_of(":|/") == std::string_view::npos) return false;
  const bool is_it = model::IsOfSystemOfMissing(code) || model::IsMissingCode(model::NormalizeCode(code));
  return is_it && !not_missing_.contains(model::NormalizeMarker(code));
}

bool WordRules::IsMissing(double number) const {
  return std::find(missing_numbers_.begin(), missing_numbers_.end(), number) != missing_numbers_.end();
}

WordRules::Word WordRules::WordOf(model::FieldId field, std::string_view text) const {
  if (field == model::field::kDataset) return {Meaning::kWord, std::string(text)};
  if (const auto of_field = words_.find(field); of_field != words_.end()) {
    const auto found = of_field->second.find(model::NormalizeVocabulary(text));
    if (found != of_field->second.end()) {
      return found->second.has_value() ? Word{Meaning::kWord, *found->second} : Word{Meaning::kMissing, ""};
    }
  }
  if (!missing_.empty() && missing_.contains(model::NormalizeMarker(text))) return {Meaning::kMissing, ""};
  const model::Vocabulary* vocabulary = model::VocabularyOf(field);
  if (vocabulary != nullptr) {
    if (const std::optional<std::string_view> word = model::WordOf(*vocabulary, text)) {
      return {Meaning::kWord, std::string(*word)};
    }
  }
  // Everybody whose id is "unknown" would be one person.
  if (model::IsAbsentId(field, text)) return {Meaning::kMissing, ""};
  if (const std::string word = model::NormalizeVocabulary(text); model::IsNullFlavour(word)) {
    return {Meaning::kWord, word};
  }
  if (IsMissing(text) || IsCodeOfMissing(text)) return {Meaning::kMissing, ""};
  if (text == kNoInformation && !IsPlaceOrGroup(field) && !not_missing_.contains(model::NormalizeMarker(text))) {
    return {Meaning::kMissing, ""};
  }
  if (vocabulary != nullptr) return {Meaning::kUnknown, ""};
  if (field == model::field::kCountry) {
    std::string code = model::CountryNamed(text);
    return code.empty() ? Word{Meaning::kUnknown, ""} : Word{Meaning::kWord, std::move(code)};
  }
  return {Meaning::kWord, model::StandardWord(field, text)};
}

bool WordRules::IsMapped(model::FieldId field, std::string_view text) const {
  const auto of_field = words_.find(field);
  return of_field != words_.end() && of_field->second.contains(model::NormalizeVocabulary(text));
}

void WordRules::AddMissing(std::string_view text) {
  missing_.insert(model::NormalizeMarker(WithoutZeroFraction(text)));
  if (const std::optional<double> number = NumberOf(text)) missing_numbers_.push_back(*number);
}

void WordRules::RemoveMissing(std::string_view text) { not_missing_.insert(model::NormalizeMarker(text)); }

void WordRules::AddWord(model::FieldId field, std::string_view written, std::optional<std::string> word) {
  words_[field].insert_or_assign(model::NormalizeVocabulary(written), std::move(word));
}

}  // namespace muster::import
