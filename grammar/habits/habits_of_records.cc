#include "grammar/habits/habits_of_records.h"

#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "grammar/habits/phrases/habit_tokens.h"
#include "grammar/habits/phrases/habits_of_phrases.h"
#include "grammar/habits/phrases/habits_of_times.h"
#include "grammar/habits/phrases/habits_of_words.h"

namespace muster::grammar {
namespace {

constexpr std::string_view kWriteWith = "write with ";

struct Record {
  std::string written;  // has disease "melanoma"
  std::string entity;
  int end = 0;  // the token behind its terms and name
};

bool IsSign(const HabitTokens& tokens, int i) { return tokens.IsOneOf(i, {"<", "<=", ">", ">=", "=", "!="}); }

bool EndsACriterion(const HabitTokens& tokens, int i) {
  return tokens[i].empty() ||
         tokens.IsOneOf(i, {"and", "or", "by", "but", "except", "having", "limit", "where", ";", ")", ","});
}

// Where the `has` or `no` stands that token 0 may belong to; 0 where there is none.
int BeginOfRecord(const HabitTokens& tokens) {
  for (int i = -1; i > -20 && !tokens[i].empty(); --i) {
    if (tokens.IsOneOf(i, {"has", "have"})) return i;
    if (tokens.IsOneOf(i, {"no", "another"})) return tokens.IsOneOf(i - 1, {"has", "have"}) ? i - 1 : i;
    const bool between_terms = tokens.Is(i, "or") && tokens.IsTerm(i - 1);
    if (EndsACriterion(tokens, i) && !between_terms) return 0;
  }
  return 0;
}

// Behind the terms from `i` on: "melanoma", HP:0001250 "Seizure", "a" or "b".
int BehindTerms(const HabitTokens& tokens, int i) {
  while (tokens.IsTerm(i)) {
    const bool code = tokens[i].front() != '"' && tokens[i].front() != '\'';
    ++i;
    if (code && tokens.IsTerm(i) && tokens[i].front() == '"') ++i;
    if (!tokens.Is(i, "or") || !tokens.IsTerm(i + 1)) break;
    ++i;
  }
  return i;
}

std::optional<Record> RecordBefore(const HabitTokens& tokens) {
  const int begin = BeginOfRecord(tokens);
  if (begin == 0) return std::nullopt;
  int i = begin;
  while (tokens.IsOneOf(i, {"has", "have", "no", "another", "at", "least", "most", "exactly", "distinct", "observed",
                            "excluded", "first", "last"}) ||
         tokens.IsNumber(i)) {
    ++i;
  }
  if (!tokens.IsEntity(i)) return std::nullopt;
  Record record;
  record.entity = tokens.EntityAsWritten(i);
  record.written = tokens.Join(begin, i + 1);
  ++i;
  const int terms = i;
  i = BehindTerms(tokens, i);
  const auto is_label = [&](int at) {
    return tokens.IsWord(at) && !tokens.IsFieldWord(at) && tokens[at].find('/') == std::string_view::npos &&
           !tokens.IsOneOf(at, {"with", "as", "is", "in", "on", "within", "before", "after"});
  };
  if (i == terms && is_label(i)) {  // without its quotes: ldl > 4.9
    while (is_label(i) && i < terms + 4) ++i;
    if (!IsSign(tokens, i) && !tokens.IsFieldWord(i)) return std::nullopt;
    record.written = absl::StrCat(record.written, " \"", tokens.Join(terms, i), "\"");
  } else if (i > terms) {
    record.written = absl::StrCat(record.written, " ", tokens.Join(terms, i));
  }
  if (tokens.Is(i, "as") && tokens.IsWord(i + 1)) {
    record.written = absl::StrCat(record.written, " ", tokens.Join(i, i + 2));
    i += 2;
  }
  record.end = i;
  return record;
}

bool IsComparator(const HabitTokens& tokens, int i) {
  return IsSign(tokens, i) || tokens.IsOneOf(i, {"is", "before", "after", "between", "aged"}) ||
         (tokens.Is(i, "within") && tokens.IsNumber(i + 1)) ||
         (tokens.Is(i, "at") && tokens.IsOneOf(i + 1, {"least", "most"}));
}

// How many words of a field's name stand before its comparison, from `i` on; 0 where none is compared.
int WordsOfField(const HabitTokens& tokens, int i) {
  for (int n = 1; n <= 4 && tokens.IsWord(i + n - 1); ++n) {
    if (IsComparator(tokens, i + n)) return n;
  }
  return 0;
}

// What a condition says, and what has to be said behind the criterion.
struct Conditions {
  std::vector<std::string> all;
  std::string remark;
  int end = 0;
};

// "time within 6 months before study date, where study date ...": what stands behind a comma outside of parentheses.
void AddTime(std::string_view text, Conditions* to) {
  int open = 0;
  size_t at = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '(') ++open;
    if (text[at] == ')') --open;
    if (open == 0 && text[at] == ',') break;
  }
  to->all.emplace_back(text.substr(0, at));
  if (to->remark.empty()) to->remark = std::string(text.substr(at));
}

// Where a value or a comparison ends that begins at `i`: before the next condition.
int BehindValue(const HabitTokens& tokens, int i, bool between) {
  int end = i;
  while (!tokens[end].empty()) {
    if (between && tokens.Is(end, "and")) {
      between = false;
    } else if (EndsACriterion(tokens, end)) {
      break;
    } else if (end > i && (tokens.Is(end, "with") || (tokens.IsFieldWord(end) && WordsOfField(tokens, end) > 0))) {
      break;
    } else if (end > i && tokens.Is(end, "in") && tokens.Is(end + 1, "the")) {
      break;
    }
    ++end;
  }
  return end;
}

// III or IV, behind stage or stage is.
std::optional<std::string> Stages(const HabitTokens& tokens, int* i) {
  if (!IsStage(tokens[*i])) return std::nullopt;
  std::string stages = absl::StrCat("stage is ", StageInQuotes(tokens[*i]));
  for (++*i; tokens.IsOneOf(*i, {"or", "and"}) && IsStage(tokens[*i + 1]); *i += 2) {
    absl::StrAppend(&stages, " or ", StageInQuotes(tokens[*i + 1]));
  }
  return stages;
}

// One condition at `conditions->end`; false where it is none that is known.
bool AddOne(const HabitTokens& tokens, const Record& record, Conditions* conditions) {
  int i = conditions->end;
  if (tokens.IsOneOf(i, {"with", "at"}) && tokens.IsFieldWord(i + 1)) ++i;
  const int begin = i;
  const int first = tokens.Is(i + 1, "the") ? i + 2 : i + 1;
  if (IsSign(tokens, i) && tokens.IsNumber(i + 1)) {
    const bool unit =
        !EndsACriterion(tokens, i + 2) && !tokens.IsFieldWord(i + 2) &&
        !tokens.IsOneOf(i + 2, {"with", "within", "before", "after", "in", "since", "during", "on", "at"});
    i += unit ? 3 : 2;
    conditions->all.push_back(absl::StrCat("value ", tokens.Join(begin, i)));
  } else if (tokens.IsOneOf(i, {"in", "within", "during"}) && tokens.Is(first, "first") &&
             tokens.IsOneOf(first + 1, {"year", "month", "week"}) &&
             (record.entity.starts_with("phenotype") || record.entity.starts_with("disease"))) {
    conditions->all.push_back(absl::StrCat("onset < 1 ", std::string(tokens[first + 1])));
    i = first + (tokens.Is(first + 2, "of") && tokens.Is(first + 3, "life") ? 4 : 2);
  } else if (tokens.Is(i, "stage") && (IsStage(tokens[i + 1]) || (tokens.Is(i + 1, "is") && IsStage(tokens[i + 2])))) {
    i += tokens.Is(i + 1, "is") ? 2 : 1;
    conditions->all.push_back(*Stages(tokens, &i));
  } else if (const int words = tokens.IsFieldWord(i) ? WordsOfField(tokens, i) : 0; words > 0) {
    const bool between = tokens.Is(i + words, "between");
    i = BehindValue(tokens, i + words + 1, between);
    if (i <= begin + words + 1) return false;
    conditions->all.push_back(tokens.Join(begin, i));
  } else if (const auto time = TimeInWords(tokens, i, record.entity)) {
    AddTime(std::string_view(*time).substr(sizeof("with ") - 1), conditions);
    while (!EndsACriterion(tokens, i)) ++i;
  } else {
    for (int n = 4; n > 0 && i == begin; --n) {
      const auto value = ValueInWords(record.entity, tokens.Join(i, i + n));
      if (!value || value->find(';') != std::string::npos || value->find(',') != std::string::npos) continue;
      conditions->all.push_back(*value);
      i += n;
    }
    if (i == begin && tokens.IsFieldWord(i) && (tokens.IsWord(i + 1) || tokens.IsTerm(i + 1)) &&
        !EndsACriterion(tokens, i + 1)) {  // laterality left
      i = BehindValue(tokens, i + 1, false);
      conditions->all.push_back(absl::StrCat(std::string(tokens[begin]), " is ", tokens.Join(begin + 1, i)));
    }
  }
  conditions->end = i;
  return i > begin;
}

// All that stands behind the record, up to the end of the criterion.
std::optional<Conditions> ConditionsBehind(const HabitTokens& tokens, const Record& record) {
  constexpr size_t kMost = 4;
  Conditions conditions;
  conditions.end = record.end;
  if (tokens.Is(record.end, "with")) return std::nullopt;  // what is wrong stands behind it
  while (!EndsACriterion(tokens, conditions.end)) {
    if (tokens.Is(conditions.end, "with")) {
      if (tokens[conditions.end + 1] == "(") return std::nullopt;
      ++conditions.end;
    }
    if (conditions.all.size() == kMost || !AddOne(tokens, record, &conditions)) return std::nullopt;
  }
  // pathogenic or likely pathogenic: what is no criterion of its own goes on with the value.
  const int next = conditions.end + 1;
  if (tokens.Is(conditions.end, "or") && tokens.IsWord(next) && WordsOfField(tokens, next) == 0 &&
      !tokens.IsOneOf(next, {"has", "have", "no", "not", "in", "usable", "at", "exactly", "none"})) {
    return std::nullopt;
  }
  return conditions;
}

std::string Joined(const std::vector<std::string>& conditions) {
  const bool several = conditions.size() > 1;
  return absl::StrCat(several ? "(" : "", absl::StrJoin(conditions, " and "), several ? ")" : "");
}

}  // namespace

std::optional<std::string> HabitOfRecord(const std::vector<std::string>& tokens, size_t at) {
  const HabitTokens here(tokens, at);
  const auto record = RecordBefore(here);
  if (!record || record->end > 1) return std::nullopt;
  const auto conditions = ConditionsBehind(here, *record);
  if (!conditions || conditions->all.empty() || conditions->end <= 0) return std::nullopt;
  return absl::StrCat("write ", record->written, " with ", Joined(conditions->all), conditions->remark);
}

std::string WithItsRecord(const std::vector<std::string>& tokens, size_t at, std::string hint) {
  if (!std::string_view(hint).starts_with(kWriteWith)) return hint;
  const HabitTokens here(tokens, at);
  const auto record = RecordBefore(here);
  if (!record || record->end > 0) return hint;
  const std::string_view rest = std::string_view(hint).substr(kWriteWith.size());
  if (record->end == 0) return absl::StrCat("write ", record->written, " with ", std::string(rest));
  if (!IsSign(here, record->end)) return hint;
  Conditions conditions;  // has measurement X >= 7 % in the last year
  conditions.all.push_back(absl::StrCat("value ", here.Join(record->end, 0)));
  AddTime(rest, &conditions);
  return absl::StrCat("write ", record->written, " with ", Joined(conditions.all), conditions.remark);
}

}  // namespace muster::grammar
