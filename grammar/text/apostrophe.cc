#include "grammar/text/apostrophe.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace muster::grammar {
namespace {

constexpr std::string_view kCurlyApostrophe = "\u2019";
constexpr size_t kMostOfCriterion = 12;  // of a criterion

bool IsLetterOfName(char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)) || (c & 0x80) != 0; }
bool IsByteOfName(char c) {
  return IsLetterOfName(c) || absl::ascii_isdigit(static_cast<unsigned char>(c)) || c == '-';
}

bool IsAmong(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

size_t BytesOfApostrophe(std::string_view text, size_t at) {
  return text.substr(at).starts_with(kCurlyApostrophe) ? kCurlyApostrophe.size() : size_t{1};
}

// Words, numbers, quoted texts and signs from byte `at` on, up to the end of the criterion.
std::vector<std::string> CriterionBehind(std::string_view text, size_t at) {
  std::vector<std::string> words;
  while (at < text.size() && words.size() < kMostOfCriterion) {
    const char c = text[at];
    size_t end = at + 1;
    if (absl::ascii_isspace(static_cast<unsigned char>(c))) {
      at = end;
      continue;
    }
    if (c == ';' || c == '(' || c == ')' || c == ',') break;
    if (c == '"' || c == '\'') {
      end = std::min(text.find(c, end), text.size() - 1) + 1;
    } else {
      while (end < text.size() && std::string_view(" \t\r\n;(),\"").find(text[end]) == std::string_view::npos) ++end;
    }
    std::string word(text.substr(at, end - at));
    const std::string lower = absl::AsciiStrToLower(word);
    if (IsAmong(lower, {"and", "or", "by", "but", "except"})) break;
    words.push_back(std::move(word));
    at = end;
  }
  return words;
}

// The words before byte `at`, in their order, as long as nothing but blanks stands between them.
std::vector<std::string> WordsUpTo(std::string_view text, size_t at) {
  std::vector<std::string> words;
  while (words.size() < kMostOfCriterion) {
    size_t end = at;
    while (end > 0 && absl::ascii_isspace(static_cast<unsigned char>(text[end - 1]))) --end;
    size_t begin = end;
    while (begin > 0 && IsByteOfName(text[begin - 1])) --begin;
    if (begin == end) break;
    words.insert(words.begin(), std::string(text.substr(begin, end - begin)));
    at = begin;
  }
  return words;
}

std::string_view EntityNamedBy(std::string_view word) {
  constexpr std::string_view kEntities[] = {"disease", "phenotype", "measurement", "treatment", "procedure", "exposure",
                                            "sample",  "run",       "variant",     "consent",   "encounter", "file"};
  for (const std::string_view entity : kEntities) {
    if (word == entity || (word.size() == entity.size() + 1 && word.starts_with(entity) && word.back() == 's')) {
      return entity;
    }
  }
  return "";
}

bool NamesRelative(std::string_view word) {
  return IsAmong(word, {"mother", "father", "parent", "parents", "sibling", "siblings", "child", "children", "brother",
                        "sister", "son", "daughter", "relative", "relatives"});
}

// Whether words say something of a field, so that they can stand behind with.
bool SaysOfField(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return IsAmong(absl::AsciiStrToLower(word),
                   {"is", "=", "!=", "<", "<=", ">", ">=", "in", "between", "before", "after", "within", "has"});
  });
}

// Of a relative, or of a record: mother's age at death, sample's type.
std::string OfRelated(const std::string& owner, const std::vector<std::string>& behind) {
  const std::string has = absl::StrCat("write has ", owner, " with ");
  if (behind.empty()) return absl::StrCat(has, "...");
  const std::string words = absl::StrJoin(behind, " ");
  if (SaysOfField(behind)) return absl::StrCat(has, words);
  const std::string first = absl::AsciiStrToLower(behind[0]);
  const bool field = IsAmong(first, {"age", "sex", "country", "vital", "onset", "stage", "type", "value", "status"});
  if (field || !NamesRelative(owner)) return absl::StrCat(has, words, " ...");
  return absl::StrCat(has, "has disease \"", words, "\"");
}

// A name that has the possessive in it: disease Huntington's disease.
std::string InQuotationMarks(const std::vector<std::string>& before, std::string_view text, size_t begin, size_t at) {
  size_t first = before.size();  // of the words before the owner that belong to the name
  std::string entity;
  bool compared = false;
  while (first > 0) {
    const std::string word = absl::AsciiStrToLower(before[first - 1]);
    if (entity = EntityNamedBy(word); !entity.empty()) break;
    compared = IsAmong(word, {"is", "exactly"});
    if (compared || IsAmong(word, {"has", "have", "no", "not", "with", "where", "and", "or", "but", "except", "in",
                                   "of", "another", "first", "last", "observed", "excluded", "as", "by"})) {
      break;
    }
    --first;
  }
  std::vector<std::string> name(before.begin() + static_cast<std::ptrdiff_t>(first), before.end());
  const size_t s = at + BytesOfApostrophe(text, at);
  const size_t end = s + (s < text.size() && (text[s] == 's' || text[s] == 'S') ? 1 : 0);
  std::string owner =
      absl::StrCat(std::string(text.substr(begin, at - begin)), "'", std::string(text.substr(s, end - s)));
  name.push_back(std::move(owner));
  for (const std::string& word : CriterionBehind(text, end)) {
    const std::string lower = absl::AsciiStrToLower(word);
    if (!IsLetterOfName(word[0]) || IsAmong(lower, {"with", "on", "is", "as", "in", "between", "before", "after",
                                                    "within", "where", "having", "at", "has", "no", "not"})) {
      break;
    }
    name.push_back(word);
  }
  const std::string quoted = absl::StrCat("\"", absl::StrJoin(name, " "), "\"");
  if (compared) return absl::StrCat("write the name in quotation marks: ", quoted);
  return absl::StrCat("write the name in quotation marks: ", entity.empty() ? "disease" : entity, " ", quoted);
}

}  // namespace

bool IsPossessive(std::string_view text, size_t at) {
  if (at == 0 || at >= text.size() || !IsLetterOfName(text[at - 1])) return false;
  const size_t s = at + BytesOfApostrophe(text, at);
  const auto ends = [&](size_t i) { return i >= text.size() || !IsByteOfName(text[i]); };
  if (s < text.size() && (text[s] == 's' || text[s] == 'S')) return ends(s + 1);
  return (text[at - 1] == 's' || text[at - 1] == 'S') && s < text.size() && text[s] == ' ';
}

std::string HintForApostrophe(std::string_view text, size_t at) {
  if (at == 0 || at >= text.size() || !IsLetterOfName(text[at - 1])) return "";
  size_t begin = at;
  while (begin > 0 && IsByteOfName(text[begin - 1])) --begin;
  const std::string word = absl::AsciiStrToLower(std::string(text.substr(begin, at - begin)));
  const size_t s = at + BytesOfApostrophe(text, at);
  if (IsPossessive(text, at)) {
    const size_t end = s + (s < text.size() && (text[s] == 's' || text[s] == 'S') ? 1 : 0);
    const std::vector<std::string> behind = CriterionBehind(text, end);
    if (IsAmong(word, {"individual", "individuals", "patient", "patients", "person", "people", "subject", "subjects",
                       "participant", "participants", "proband"})) {
      const std::string left_out =
          absl::StrCat("leave out ", word, word.ends_with('s') ? "'" : "'s", ": criteria are about the individual");
      return behind.empty() ? left_out : absl::StrCat(left_out, ": ", absl::StrJoin(behind, " "));
    }
    if (NamesRelative(word)) return OfRelated(word, behind);
    if (const std::string_view entity = EntityNamedBy(word); !entity.empty()) {
      return OfRelated(std::string(entity), behind);
    }
    return InQuotationMarks(WordsUpTo(text, begin), text, begin, at);
  }
  const char next = s < text.size() ? absl::ascii_tolower(static_cast<unsigned char>(text[s])) : ' ';
  if (word.ends_with('n') && next == 't') {
    if (word == "isn") return "an apostrophe is a quotation mark here: write is not ...";
    return "an apostrophe is a quotation mark here: write not has ..., or no disease ...";
  }
  if (word.size() == 1 || word == "qu") {  // d'un, l'age
    return "the words of questions are English: write count individuals where has disease \"...\", with names in "
           "English";
  }
  return "an apostrophe is a quotation mark here: write a name that has one in double quotation marks";
}

}  // namespace muster::grammar
