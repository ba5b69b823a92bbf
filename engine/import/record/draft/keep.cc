// Keeps values that no field takes, unchanged, and counts or reports them.
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>

#include "engine/import/record/draft/record_draft.h"
#include "engine/import/record/remark_kinds.h"
#include "engine/model/schema/vocabulary.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using model::FieldId;

constexpr RemarkKind kMissingMarker{
    ImportProblem::Kind::kNote, "marker of a missing value, taken as none",
    "nothing, if they are markers; a text that is a value is named in the mapping: \"not missing\": [...]"};
constexpr RemarkKind kUnknownWord{ImportProblem::Kind::kKeptOnly, "word that the field's vocabulary does not have",
                                  "say what it means in the mapping: \"values\" of a column of a table, or \"words\": "
                                  "{\"individual\": {\"sex\": {\"w\": \"female\"}}}"};
constexpr RemarkKind kOtherLettersOfSex{
    ImportProblem::Kind::kKeptOnly, "letter for a sex, beside which an M may stand for mujer",
    "say what the letters of this source mean and import it again, in Spanish \"words\": {\"individual\": {\"sex\": "
    "{\"h\": \"male\", \"v\": \"male\", \"m\": \"female\"}}}, in Dutch {\"v\": \"female\"}"};

constexpr RemarkKind kLetterNOfSex{
    ImportProblem::Kind::kKeptOnly, "letter N for a sex, beside which an F may stand for f\xC3\xA9rfi",
    "say what the letters of this source mean and import it again, in Hungarian \"words\": {\"individual\": {\"sex\": "
    "{\"f\": \"male\", \"n\": \"female\"}}}: until then an F is female"};
constexpr RemarkKind kStrangeLetterOfSex{
    ImportProblem::Kind::kKeptOnly,
    "letter for a sex that nobody knows, beside which M, F and U may mean something else",
    "say what the letters of this source mean and import it again, such as \"words\": {\"individual\": {\"sex\": "
    "{\"r\": \"male\", \"m\": \"female\"}}}: until then an M is male, an F female, and a U unknown"};

// A usual upper bound of kept bytes per record.
constexpr size_t kUsualExtras = 1000;

bool IsLetter(std::string_view text, char letter) {
  text = model::Trim(text);
  return text.size() == 1 && model::ToLower(text).front() == letter;
}

// What is to be said of a word that is not known as a sex. (Of a table, SexColumns looks at all letters of the column.)
const RemarkKind& KindOfSex(std::string_view word, bool of_table) {
  if (IsLetter(word, 'h') || IsLetter(word, 'v')) return kOtherLettersOfSex;
  word = model::Trim(word);
  if (of_table || word.size() != 1) return kUnknownWord;
  if (IsLetter(word, 'n')) return kLetterNOfSex;
  // Women in Polish, Czech and Turkish, whose men are M and E; third sexes.
  constexpr std::string_view kHarmless = "kzxoai";
  const char letter = model::ToLower(word).front();
  return model::IsAsciiAlpha(letter) && kHarmless.find(letter) == kHarmless.npos ? kStrangeLetterOfSex : kUnknownWord;
}

// Whether eight characters have one that JSON escapes: a quote, a backslash or a control character.
bool HasEscaped(uint64_t eight) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  constexpr uint64_t kHigh = kOnes << 7;
  const auto zeros = [](uint64_t bytes) { return (bytes - kOnes) & ~bytes; };
  const uint64_t control = (eight - kOnes * 0x20) & ~eight;
  return ((zeros(eight ^ kOnes * uint64_t{'"'}) | zeros(eight ^ kOnes * uint64_t{'\\'}) | control) & kHigh) != 0;
}

bool HasEscaped(std::string_view text) {
  uint64_t eight = 0;
  for (; text.size() >= sizeof eight; text.remove_prefix(sizeof eight)) {
    std::memcpy(&eight, text.data(), sizeof eight);
    if (HasEscaped(eight)) return true;
  }
  if (text.empty()) return false;
  eight = 0x2020202020202020;  // blanks behind what is left
  std::memcpy(&eight, text.data(), text.size());
  return HasEscaped(eight);
}

void AppendQuoted(std::string_view text, std::string& out) {
  constexpr char kHex[] = "0123456789abcdef";
  out.push_back('"');
  if (!HasEscaped(text)) {
    out.append(text).push_back('"');
    return;
  }
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out.append("\\u00").append(1, kHex[c >> 4]).append(1, kHex[c & 15]);
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

}  // namespace

void RecordDraft::CountMissing(const JsonPath& at, std::string_view text) {
  scratch_.clear();
  at.AppendPath(scratch_);
  reporter_.ReportOfEach(kMissingMarker, scratch_, text, [&] {
    return std::pair(at.Pointer(), model::Concat({"\"", Shown(text), "\" is taken as no value"}));
  });
}

void RecordDraft::KeepMissing(const JsonPath& at, Element value, std::string_view text) {
  CountMissing(at, text);
  KeepAsIs(at, value);
}

void RecordDraft::KeepUnknownWord(FieldId field, const JsonPath& at, Element value, std::string_view word) {
  const model::Vocabulary* vocabulary = model::VocabularyOf(field);
  const std::string words = vocabulary == nullptr ? "" : model::WordsOf(*vocabulary);
  reporter_.Report(field == model::field::kSex ? KindOfSex(word, of_table_) : kUnknownWord, at.Pointer(), word,
                   model::Concat({"\"", Shown(word), "\" is no ", model::Info(field).name,
                                  words.empty() ? "" : "; its words are: ", words}));
  KeepAsIs(at, value);
}

void RecordDraft::KeepUnreadable(const JsonPath& at, Element value, const RemarkKind& kind, std::string_view reason) {
  if (IsString(value) && rules().IsMissing(StringOf(value))) return KeepMissing(at, value, StringOf(value));
  reporter_.Report(kind, at.Pointer(), ShownText(value), reason);
  KeepAsIs(at, value);
}

void RecordDraft::KeepImplausible(const JsonPath& at, Element value, std::string_view reason) {
  reporter_.Report(kImplausible, at.Pointer(), ShownText(value), reason);
  KeepAsIs(at, value);
}

void RecordDraft::KeepText(std::string_view pointer, std::string_view text) {
  std::string& extras = record_.extras;
  extras.push_back(extras.empty() ? '{' : ',');
  AppendQuoted(pointer, extras);
  extras.push_back(':');
  AppendQuoted(text, extras);
}

void RecordDraft::KeepAsIs(const JsonPath& at, Element value) {
  scratch_.clear();
  pointer_.clear();
  at.AppendBoth(pointer_, scratch_);
  std::string& extras = record_.extras;
  if (extras.empty()) extras.reserve(kUsualExtras);
  extras.push_back(extras.empty() ? '{' : ',');
  AppendQuoted(pointer_, extras);
  json_.clear();
  json_.append(value);
  const std::string_view json = json_.str();
  extras.append(":").append(json);
  if (value.is_array() || value.is_object()) {
    reporter_.CountKept(scratch_);
  } else {
    reporter_.CountKept(scratch_, IsString(value) ? StringOf(value) : json);
  }
}

}  // namespace muster::import
