#include "engine/bind/values/keyword_binder.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/values/names/fixed_vocabularies.h"
#include "engine/bind/values/names/unknown_term.h"
#include "engine/bind/values/remarks/longer_words.h"
#include "engine/model/schema/identifying.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/standard_word.h"
#include "grammar/habits/criteria/regions.h"

namespace muster::bind {

using grammar::Literal;

namespace {

// ICD codes are compared without their dots: C18.0 and C180 are one.
std::string WithoutDots(std::string text) {
  if (absl::StartsWithIgnoreCase(text, "icd")) text.erase(std::remove(text.begin(), text.end(), '.'), text.end());
  return text;
}

TermMatch MakeMatch(std::vector<model::Symbol> symbols, size_t terms, std::string label) {
  return {std::make_shared<const model::SymbolList>(std::move(symbols)), terms, std::move(label)};
}

// Which no other words have: each with its length, as a quoted text may hold any byte.
std::string KeyOf(const std::vector<Literal>& literals) {
  std::string key;
  for (const Literal& literal : literals) {
    const size_t size = literal.text.size();
    key.append(reinterpret_cast<const char*>(&size), sizeof size).append(literal.text);
  }
  return key;
}

}  // namespace

ontology::SymbolSet KeywordBinder::Values(model::FieldId field) {
  auto values = view_.FieldValues(field);
  if (values.ok()) return *std::move(values);
  reporter_->Fail(values.status());
  return std::make_shared<const model::SymbolList>();
}

std::optional<TermMatch> KeywordBinder::BindPrefix(const Literal& literal, model::FieldId field) {
  const bool code = model::Info(field).kind == model::Kind::kCode;
  std::string wanted =
      WithoutDots(code ? model::NormalizeCode(literal.text) : model::NormalizeWord(field, literal.text));
  // Blanks at its end belong to it: what begins with "White " is not "White" alone.
  if (!code && !wanted.empty()) wanted.append(literal.text.size() - literal.text.find_last_not_of(' ') - 1, ' ');
  const bool any_separators = !code && model::IgnoresSeparators(field);
  std::vector<model::Symbol> symbols;
  for (const model::Symbol symbol : *Values(field)) {
    const std::string text = WithoutDots(std::string(view_.dictionary().Text(symbol)));
    const std::string_view begin = std::string_view(text).substr(0, wanted.size());
    if (any_separators ? model::AreOneButForSeparators(begin, wanted) : begin == wanted) symbols.push_back(symbol);
  }
  if (symbols.empty()) {
    reporter_->Error(literal.span, "unknown-value",
                     absl::StrCat("no ", std::string(model::Info(field).name), " starts with '", literal.text, "'"));
    return std::nullopt;
  }
  const size_t terms = symbols.size();
  return MakeMatch(std::move(symbols), terms, absl::StrCat(wanted, "..."));
}

// A site where nobody has the word must be able to answer; but the 0 may also mean that it was never recorded. Guests
// only get the number.
void KeywordBinder::WarnOfUnusedWord(const Literal& literal, model::FieldId field, const model::SymbolList& values) {
  if (view_.listed() != nullptr) return;
  std::vector<std::string> recorded;
  for (const model::Symbol value : values) recorded.emplace_back(view_.dictionary().Text(value));
  std::sort(recorded.begin(), recorded.end());
  constexpr size_t kMaxShown = 6;
  std::vector<std::string> hints;
  if (!recorded.empty() && !model::IsIdentifying(field)) {
    const size_t shown = std::min(recorded.size(), kMaxShown);
    hints.push_back(absl::StrCat(
        "recorded are ", absl::StrJoin(recorded.begin(), recorded.begin() + static_cast<ptrdiff_t>(shown), ", "),
        recorded.size() > shown ? ", ..." : ""));
  }
  reporter_->Warn(literal.span, "unused-word",
                  absl::StrCat("no record has ", std::string(model::Info(field).name), " '", literal.text, "'"), hints);
}

std::optional<TermMatch> KeywordBinder::Bind(const std::vector<Literal>& literals, model::FieldId field) {
  constexpr size_t kMostKnown = 8;  // longer lists seldom come again
  if (literals.empty() || literals.size() > kMostKnown) return BindUncached(literals, field);
  const auto how = static_cast<uint32_t>(literals.size());
  const std::string all = literals.size() == 1 ? std::string() : KeyOf(literals);
  const std::string& text = literals.size() == 1 ? literals[0].text : all;
  if (auto known = view_.known_words().Find(field, how, text)) return known;
  const int before = reporter_->diagnostic_count();
  auto match = BindUncached(literals, field);
  if (match && reporter_->diagnostic_count() == before && reporter_->ExplainsRemarks() && reporter_->status().ok()) {
    view_.known_words().Insert(field, how, text, *match, match->bytes());
  }
  return match;
}

void KeywordBinder::ReportUnknownWord(const Literal& literal, model::FieldId field, const std::string& word,
                                      const model::SymbolList& values) {
  std::vector<std::string> all;
  for (const model::Symbol value : values) all.emplace_back(view_.dictionary().Text(value));
  std::sort(all.begin(), all.end());
  // No suggestions for words of two letters, as all are similar: EU is neither EE nor ES.
  std::vector<std::string> near = word.size() <= 2 ? std::vector<std::string>() : NearestNames(word, all);
  std::vector<std::string> hints;
  const auto is = [&](std::initializer_list<std::string_view> some) {
    return std::find(some.begin(), some.end(), word) != some.end();
  };
  // Two letters more or less are another karyotype, no slip.
  if (field == model::field::kKaryotypicSex) near.clear();
  const auto countries = field == model::field::kCountry ? grammar::CountriesOf(literal.text) : std::nullopt;
  if (is({"null", "empty", "blank", "none", "nil"})) {
    const std::string name(model::Info(field).name);
    hints.push_back(absl::StrCat("write ", name, " is missing, or ", name, " is recorded"));
  } else if (is({"known", "not null", "given", "present", "any", "available"})) {
    hints.push_back(absl::StrCat("write ", std::string(model::Info(field).name), " is recorded"));
  } else if (countries) {
    hints.push_back(absl::StrCat("a country is written by its two letters: write country in (", std::string(*countries),
                                 "); by country counts what is recorded"));
  } else if (const auto meant = MeantInstead(field, word)) {
    hints.push_back(absl::StrCat("did you mean ", *meant, "?"));
  } else if (model::IsIdentifying(field)) {
    // No id is suggested.
  } else if (!near.empty()) {
    hints.push_back(absl::StrCat("did you mean ", absl::StrJoin(near, " or "), "?"));
  } else if (!all.empty()) {
    const size_t shown = std::min<size_t>(all.size(), 12);
    hints.push_back(
        absl::StrCat("values: ", absl::StrJoin(all.begin(), all.begin() + static_cast<ptrdiff_t>(shown), ", "),
                     all.size() > shown ? ", ..." : ""));
  }
  reporter_->Error(literal.span, "unknown-value",
                   absl::StrCat("no record has ", std::string(model::Info(field).name), " '", literal.text, "'"),
                   hints);
}

HashMap<std::string, std::vector<model::Symbol>> KeywordBinder::BySpelling(model::FieldId field,
                                                                           const model::SymbolList& values) {
  HashMap<std::string, std::vector<model::Symbol>> spelt;
  for (const model::Symbol value : values) {
    const std::string text(view_.dictionary().Text(value));
    // A catalogue of an earlier version may have words that have a standard one now.
    const std::string standard = model::NormalizeWord(field, model::StandardWord(field, text));
    spelt[model::WithBlanks(text)].push_back(value);
    if (standard != text) spelt[model::WithBlanks(standard)].push_back(value);
  }
  return spelt;
}

std::optional<TermMatch> KeywordBinder::BindUncached(const std::vector<Literal>& literals, model::FieldId field) {
  const ontology::SymbolSet values = Values(field);
  std::vector<model::Symbol> symbols;
  std::vector<std::string> words;
  HashMap<std::string, std::vector<model::Symbol>> spelt;
  if (model::IgnoresSeparators(field)) spelt = BySpelling(field, *values);
  bool good = true;
  bool any_recorded = false;
  for (const Literal& literal : literals) {
    if (!good && !reporter_->ExplainsErrors()) {
      reporter_->ReportUnchecked(literal.span);
      break;
    }
    const std::string word = model::NormalizeWord(field, model::StandardWord(field, literal.text));
    words.push_back(word);
    const auto symbol = view_.dictionary().Find(word);
    const size_t before = symbols.size();
    if (symbol && values->Contains(*symbol)) symbols.push_back(*symbol);
    if (const auto same = spelt.find(model::WithBlanks(word)); same != spelt.end()) {
      symbols.insert(symbols.end(), same->second.begin(), same->second.end());
    }
    const bool is_recorded = symbols.size() > before;
    any_recorded = any_recorded || is_recorded;
    if (!is_recorded && !IsFixedWord(field, word)) {
      good = false;
      ReportUnknownWord(literal, field, word, *values);
    }
  }
  if (!good) return std::nullopt;
  if (!any_recorded && !literals.empty()) WarnOfUnusedWord(literals[0], field, *values);
  NoteLongerWords(view_, reporter_, literals, words, field, model::SymbolList(symbols), *values);
  if (words.size() > 4) {
    const std::string more = absl::StrCat("... (", words.size(), ")");
    words.resize(3);
    words.push_back(more);
  }
  return MakeMatch(std::move(symbols), 0, absl::StrJoin(words, ", "));
}

}  // namespace muster::bind
