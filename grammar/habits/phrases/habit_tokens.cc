#include "grammar/habits/phrases/habit_tokens.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace muster::grammar {
namespace {

// Words for records, and for their time. Which entities and fields there are is the binder's to say: these are words
// that people write, and what is worth telling them.
struct EntityWord {
  std::string_view word;  // in the singular
  std::string_view time;
};
constexpr EntityWord kEntityWords[] = {
    {"phenotype", "onset"},
    {"feature", "onset"},
    {"disease", "diagnosed"},
    {"measurement", "time"},
    {"treatment", "start"},
    {"procedure", "performed"},
    {"exposure", "start"},
    {"sample", "collected"},
    {"biosample", "collected"},
    {"run", "date"},
    {"analysis", "date"},
    {"interpretation", ""},
    {"variant", ""},
    {"file", ""},
    {"pedigree", ""},
    {"consent", "date"},
    {"diagnosis", "diagnosed"},
    {"condition", "diagnosed"},
    {"medication", "start"},
    {"drug", "start"},
    {"gene", ""},
    {"mutation", ""},
};

// Words that fields begin or end with, as people write them.
constexpr std::string_view kFieldWords[] = {
    "sex",       "gender",    "age",           "country",   "birth",      "born",      "vital",      "status",
    "ethnicity", "karyotype", "onset",         "diagnosed", "resolution", "severity",  "laterality", "side",
    "stage",     "grade",     "site",          "modifier",  "evidence",   "value",     "unit",       "time",
    "assay",     "depth",     "coverage",      "breadth",   "platform",   "reference", "strategy",   "layout",
    "selection", "source",    "date",          "type",      "tissue",     "material",  "kind",       "histology",
    "collected", "organism",  "progression",   "start",     "started",    "end",       "ended",      "route",
    "intent",    "target",    "response",      "dosage",    "performed",  "agent",     "duration",   "zygosity",
    "allelic",   "state",     "pathogenicity", "acmg",      "chromosome", "position",  "permission", "role",
    "family",    "member",    "affected",      "term",      "code",       "survival",  "enrolment",  "enrolled",
    "contact",   "death",     "component",     "format",    "tnm",        "marker",    "primary",    "finding",
    "dataset",   "cohort",    "count",         "person",    "measured",   "given",     "recorded",
};

struct CodeSystem {
  std::string_view prefix, entity;
};
constexpr CodeSystem kCodeSystems[] = {
    {"HP", "phenotype"},       {"LOINC", "measurement"},  {"HGNC", "variant"},    {"UBERON", "sample"},
    {"ATC", "treatment"},      {"RXNORM", "treatment"},   {"CHEBI", "treatment"}, {"DRUGCENTRAL", "treatment"},
    {"DRUGBANK", "treatment"}, {"ICD10PCS", "procedure"}, {"OPS", "procedure"},
};

// What records are, where people use another word for them.
struct OtherEntityWord {
  std::string_view word, entity;
};
constexpr OtherEntityWord kOtherEntityWords[] = {
    {"gene", "variant"}, {"genes", "variant"}, {"mutation", "variant"}, {"mutations", "variant"}};

// Asked some thousand times for a statement with a mistake: nothing is copied.
bool IsSame(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         absl::EqualsIgnoreCase(absl::string_view(a.data(), a.size()), absl::string_view(b.data(), b.size()));
}

const EntityWord* FindEntityWord(std::string_view written) {
  const bool plural = !written.empty() && absl::ascii_tolower(static_cast<unsigned char>(written.back())) == 's';
  const std::string_view singular = written.substr(0, written.size() - (plural ? 1 : 0));
  for (const EntityWord& known : kEntityWords) {
    if (IsSame(written, known.word) || (plural && IsSame(singular, known.word))) return &known;
  }
  return nullptr;
}

}  // namespace

std::string_view HabitTokens::operator[](int i) const {
  const auto at = static_cast<ptrdiff_t>(first_) + i;
  return at >= 0 && at < static_cast<ptrdiff_t>(tokens_.size()) ? std::string_view(tokens_[static_cast<size_t>(at)])
                                                                : std::string_view();
}

bool HabitTokens::Is(int i, std::string_view word) const { return IsSame((*this)[i], word); }

bool HabitTokens::IsOneOf(int i, std::initializer_list<std::string_view> words) const {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return Is(i, word); });
}

bool HabitTokens::IsWord(int i) const {
  return !(*this)[i].empty() && absl::ascii_isalpha(static_cast<unsigned char>((*this)[i][0])) && !IsTerm(i);
}

bool HabitTokens::IsTerm(int i) const {
  const std::string_view token = (*this)[i];
  return !token.empty() && (token[0] == '"' || token[0] == '\'' || token.find(':') != std::string_view::npos);
}

bool HabitTokens::IsNumber(int i) const {
  const std::string_view token = (*this)[i];
  const size_t digit = !token.empty() && token[0] == '-' ? 1 : 0;
  return digit < token.size() && absl::ascii_isdigit(static_cast<unsigned char>(token[digit])) &&
         token.find('-', 1) == std::string_view::npos;
}

std::optional<int> HabitTokens::Count(int i) const {
  int number = 0;
  if (!absl::SimpleAtoi(std::string((*this)[i]), &number) || number < 0 || number > 1000000) return std::nullopt;
  return number;
}

bool HabitTokens::IsEntity(int i) const { return FindEntityWord((*this)[i]) != nullptr; }

std::string HabitTokens::EntityAsWritten(int i) const {
  std::string word = absl::AsciiStrToLower(std::string((*this)[i]));
  for (const OtherEntityWord& other : kOtherEntityWords) {
    if (word == other.word) return std::string(other.entity);
  }
  return word;
}

bool HabitTokens::IsFieldWord(int i) const {
  return std::any_of(std::begin(kFieldWords), std::end(kFieldWords),
                     [&](std::string_view word) { return Is(i, word); });
}

std::optional<int> HabitTokens::CountInWords(int i) const {
  constexpr std::string_view kNumbers[] = {"one", "two",   "three", "four", "five",
                                           "six", "seven", "eight", "nine", "ten"};
  for (int n = 0; n < static_cast<int>(std::size(kNumbers)); ++n) {
    if (Is(i, kNumbers[n])) return n + 1;
  }
  return Count(i);
}

bool HabitTokens::BeginsCriterion(int i) const {
  return IsOneOf(i - 1, {"where", "and", "or", "not", "but", "except", "with", "(", ","});
}

std::string HabitTokens::Join(int from, int to) const {
  std::string out;
  for (int i = from; i < to && !(*this)[i].empty(); ++i) {
    absl::StrAppend(&out, out.empty() ? "" : " ", std::string((*this)[i]));
  }
  return out;
}

std::string HabitTokens::AsWritten(int from, int to) const {
  std::string out;
  bool blank = false;
  for (int i = from; i < to && !(*this)[i].empty(); ++i) {
    const std::string_view token = (*this)[i];
    if (blank && token != "," && token != ")" && token != "." && token != "%") out += ' ';
    out.append(token);
    blank = token != "(" && token != ".";
  }
  return out;
}

std::vector<std::string> HabitTokens::Words(int from, int to) const {
  std::vector<std::string> words;
  for (int i = from; i < to && !(*this)[i].empty(); ++i) words.emplace_back((*this)[i]);
  return words;
}

std::string HabitTokens::EntityBefore(int i) const {
  for (int at = i; !(*this)[--at].empty();) {
    if (!IsOneOf(at, {"has", "have", "no", "another"})) continue;
    for (int word = at + 1; word < i && word < at + 6; ++word) {
      if (IsEntity(word)) return absl::AsciiStrToLower(std::string((*this)[word]));
    }
  }
  return "";
}

std::string EntityOfCode(std::string_view code) {
  if (code.empty() || code[0] == '"' || code[0] == '\'') return "";
  const std::string prefix = absl::AsciiStrToUpper(std::string(code.substr(0, code.find(':'))));
  for (const CodeSystem& system : kCodeSystems) {
    if (prefix == system.prefix) return std::string(system.entity);
  }
  return "disease";
}

std::string_view TimeOfEntity(std::string_view entity) {
  const EntityWord* known = FindEntityWord(entity);
  return known == nullptr ? std::string_view() : known->time;
}

}  // namespace muster::grammar
