#include "grammar/habits/other_habits.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "grammar/habits/criteria/clinical_shorthand.h"
#include "grammar/habits/criteria/habits_of_criteria.h"
#include "grammar/habits/criteria/terms_in_criteria.h"
#include "grammar/habits/criteria/words_of_omop.h"
#include "grammar/habits/habits_of_ages.h"
#include "grammar/habits/habits_of_groups.h"
#include "grammar/habits/habits_of_having.h"
#include "grammar/habits/habits_of_languages.h"
#include "grammar/habits/habits_of_quantities.h"
#include "grammar/habits/habits_of_reactions.h"
#include "grammar/habits/habits_of_records.h"
#include "grammar/habits/habits_of_sentences.h"
#include "grammar/habits/habits_of_statements.h"
#include "grammar/habits/keyword_as_value.h"
#include "grammar/habits/phrases/habit_tokens.h"
#include "grammar/text/loose_date.h"

namespace muster::grammar {
namespace {

// The blank-separated word of `text` that byte `at` is in.
std::string_view WordAround(std::string_view text, size_t at) {
  constexpr std::string_view kEnds = " \t\r\n;,()";
  at = std::min(at, text.size());
  size_t begin = at;
  while (begin > 0 && kEnds.find(text[begin - 1]) == std::string_view::npos) --begin;
  const size_t end = std::min(text.find_first_of(kEnds, at), text.size());
  return text.substr(begin, end - begin);
}

// 28 Feb 2021, February 28 2021, Feb 2021: as a date is written here.
std::optional<std::string> DateWithMonth(const HabitTokens& tokens) {
  const auto month = [&](int i) { return MonthInWords(tokens[i]); };
  const auto digits = [](int n) { return absl::StrCat(n < 10 ? "0" : "", n); };
  const auto year = [&](int i) { return tokens.Count(i) && *tokens.Count(i) >= 1800 && *tokens.Count(i) < 2200; };
  const auto day = [&](int i) { return tokens.Count(i) && *tokens.Count(i) >= 1 && *tokens.Count(i) <= 31; };
  for (int i = -2; i <= 1; ++i) {
    if (month(i) == 0) continue;
    if (day(i - 1) && year(i + 1)) {
      return absl::StrCat(*tokens.Count(i + 1), "-", digits(month(i)), "-", digits(*tokens.Count(i - 1)));
    }
    const int behind = tokens[i + 2] == "," ? i + 3 : i + 2;
    if (day(i + 1) && year(behind)) {
      return absl::StrCat(*tokens.Count(behind), "-", digits(month(i)), "-", digits(*tokens.Count(i + 1)));
    }
    if (year(i + 1)) return absl::StrCat(*tokens.Count(i + 1), "-", digits(month(i)));
  }
  return std::nullopt;
}

}  // namespace

namespace {

// overlaps age at last contact: token 0 is behind overlaps, within a few words.
std::optional<std::string> OverlapsTime(const HabitTokens& tokens) {
  constexpr int kMostOfTime = 4;
  for (int i = -1; i > -kMostOfTime; --i) {
    if (!tokens.Is(i, "overlaps")) continue;
    return "behind overlaps stands the name of a record: has disease \"...\" as c and has treatment with overlaps c; "
           "of a "
           "time write with (start before TIME and end after TIME)";
  }
  return std::nullopt;
}

std::optional<std::string> AnyHabit(std::string_view text, size_t begin, const std::vector<std::string>& tokens,
                                    size_t at) {
  if (auto words = HabitOfLanguages(tokens, at)) return words;
  if (auto date = DateToWrite(WordAround(text, begin))) return absl::StrCat("write the date as ", *date);
  if (auto date = DateWithMonth(HabitTokens(tokens, at))) return absl::StrCat("write the date as ", *date);
  constexpr size_t kLookedBack = 6;
  for (size_t first = at + 1; first-- > 0 && first + 1 >= at;) {
    if (auto words = HabitOfKeywordAsValue(HabitTokens(tokens, first), static_cast<int>(at - first))) return words;
  }
  for (size_t first = at + 1; first-- > 0 && first + kLookedBack >= at;) {
    if (auto words = HabitOfQuantity(HabitTokens(tokens, first), static_cast<int>(at - first))) return words;
  }
  for (size_t first = at + 1; first-- > 0 && first + kLookedBack >= at;) {
    if (auto words = HabitOfGroups(HabitTokens(tokens, first), static_cast<int>(at) - static_cast<int>(first))) {
      return words;
    }
  }
  for (size_t first = at + 1; first-- > 0 && first + kLookedBack >= at;) {
    if (auto words = HabitOfStatement(HabitTokens(tokens, first), static_cast<int>(at) - static_cast<int>(first))) {
      return words;
    }
  }
  for (size_t first = at + 1; first-- > 0 && first + kLookedBack >= at;) {
    if (auto words = WordOfOmop(HabitTokens(tokens, first), static_cast<int>(at - first))) return words;
  }
  if (auto words = HabitOfSentence(tokens, at)) return words;
  if (auto words = HabitOfAges(tokens, at)) return words;
  if (auto words = HabitOfRecord(tokens, at)) return words;
  if (auto words = HabitOfReaction(tokens, at)) return words;
  for (size_t first = at + 1; first-- > 0 && first + kLookedBack >= at;) {
    if (auto words = HabitOfShorthand(HabitTokens(tokens, first), static_cast<int>(at) - static_cast<int>(first))) {
      return words;
    }
  }
  if (auto words = OverlapsTime(HabitTokens(tokens, at))) return words;
  if (auto words = EveryRecord(HabitTokens(tokens, at))) return words;
  if (auto words = HabitOfHaving(tokens, at)) return words;
  for (size_t first = at + 1; first-- > 0 && first + kLookedBack >= at;) {
    const HabitTokens from(tokens, first);
    if (auto words = HabitOfCriterion(from, static_cast<int>(at) - static_cast<int>(first))) return words;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> WordsInstead(std::string_view text, size_t begin, const std::vector<std::string>& tokens,
                                        size_t at) {
  std::vector<std::string> plain = tokens;
  for (std::string& token : plain) absl::StrReplaceAll({{"na\u00EFve", "naive"}}, &token);
  auto words = AnyHabit(text, begin, plain, at);
  return words ? std::optional(WithItsRecord(plain, at, *std::move(words))) : std::nullopt;
}

}  // namespace muster::grammar
