// Private to grammar/: the tokens of a statement with a syntax error, for finding hints.
#ifndef MUSTER_GRAMMAR_HABITS_PHRASES_HABIT_TOKENS_H_
#define MUSTER_GRAMMAR_HABITS_PHRASES_HABIT_TOKENS_H_

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster::grammar {

/// The tokens of a statement from one of them on. Those before the first and past the end are empty.
class HabitTokens {
 public:
  HabitTokens(const std::vector<std::string>& tokens, size_t first) : tokens_(tokens), first_(first) {}

  /// Token `i` counted from the first; a negative one stands before it.
  std::string_view operator[](int i) const;
  /// Without regard to case.
  bool Is(int i, std::string_view word) const;
  bool IsOneOf(int i, std::initializer_list<std::string_view> words) const;
  bool IsWord(int i) const;
  /// A quoted text, or a code.
  bool IsTerm(int i) const;
  bool IsNumber(int i) const;
  /// A whole number up to a million.
  std::optional<int> Count(int i) const;
  /// The same, or a number up to ten in words.
  std::optional<int> CountInWords(int i) const;
  /// A common word for an entity: disease, samples, tests.
  bool IsEntity(int i) const;
  /// That word in lower case; for a word that is not in the language, such as gene, the one that is.
  std::string EntityAsWritten(int i) const;
  /// A word with which names of fields begin or end, such as stage or onset.
  bool IsFieldWord(int i) const;
  /// Whether a criterion begins with token `i`: it is the first behind where, and, or, not, with, an opening
  /// parenthesis or a comma.
  bool BeginsCriterion(int i) const;
  /// Tokens [from, to) with blanks between them.
  std::string Join(int from, int to) const;
  /// The same as a person writes it: no blank before a comma or within parentheses.
  std::string AsWritten(int from, int to) const;
  /// Tokens [from, to) one by one.
  std::vector<std::string> Words(int from, int to) const;
  /// The entity of the last `has` before token `i`, such as "disease"; empty if there is none.
  std::string EntityBefore(int i) const;
  size_t first() const { return first_; }

 private:
  const std::vector<std::string>& tokens_;
  size_t first_;
};

/// The entity in which a code usually occurs, such as "phenotype" for HP:0001250; empty for a quoted text.
std::string EntityOfCode(std::string_view code);

/// The time field of an entity in criteria, such as "diagnosed" for a disease; empty if none is known.
std::string_view TimeOfEntity(std::string_view entity);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_HABITS_PHRASES_HABIT_TOKENS_H_
