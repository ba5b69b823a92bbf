#include "grammar/text/habit_tokens.h"

#include <algorithm>
#include <cctype>

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
};

const EntityWord* FindEntityWord(std::string_view written) {
  const std::string lower = absl::AsciiStrToLower(std::string(written));
  for (const EntityWord& known : kEntityWords) {
    if (lower == known.word || lower == absl::StrCat(std::string(known.word), "s")) return &known;
  }
  return nullptr;
}

}  // namespace

std::string_view HabitTokens::operator[](int i) const {
  const auto at = static_cast<ptrdiff_t>(first_) + i;
  return at >= 0 && at < static_cast<ptrdiff_t>(tokens_.size()) ? std::string_view(tokens_[static_cast<size_t>(at)])
                                                                : std::string_view();
}

bool HabitTokens::Is(int i, std::string_view word) const {
  return absl::EqualsIgnoreCase(std::string((*this)[i]), std::string(word));
}

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

std::string HabitTokens::EntityBefore(int i) const {
  for (int at = i; !(*this)[--at].empty();) {
    if (!IsOneOf(at, {"has", "have", "no", "another"})) continue;
    for (int word = at + 1; word < i && word < at + 6; ++word) {
      if (IsEntity(word)) return absl::AsciiStrToLower(std::string((*this)[word]));
    }
  }
  return "";
}

std::string_view TimeOfEntity(std::string_view entity) {
  const EntityWord* known = FindEntityWord(entity);
  return known == nullptr ? std::string_view() : known->time;
}

}  // namespace muster::grammar
