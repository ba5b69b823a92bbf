// Private to grammar/: names, values and numbers, from the tree by the grammar's rules.
#ifndef MUSTER_GRAMMAR_BUILD_LITERAL_H_
#define MUSTER_GRAMMAR_BUILD_LITERAL_H_

#include <optional>
#include <string>
#include <vector>

#include "grammar/atn/parse_tree.h"
#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::grammar {

/// Each function takes a node of the rule (or token) that it is named after.
class LiteralBuilder {
 public:
  /// Gets what does not fit (a count of 10^30).
  explicit LiteralBuilder(std::vector<Diagnostic>* diagnostics) : diagnostics_(diagnostics) {}

  Literal BuildValue(ParseNode node);
  /// The values right below `node`.
  std::vector<Literal> BuildValues(ParseNode node);
  /// A value, or further words of one: `listed` and `alternative`.
  Literal BuildListed(ParseNode node);
  Literal BuildPoint(ParseNode node);
  Literal BuildDuration(ParseNode node);
  Literal BuildAmount(ParseNode node);
  Literal BuildWidth(ParseNode node);
  Literal BuildTerm(ParseNode node);
  Literal BuildParameter(ParseNode token);
  /// `terms`: any of these, but none of those.
  struct TermList {
    std::vector<Literal> any;
    std::vector<Literal> except;
  };
  TermList BuildTerms(ParseNode node);
  /// The date behind `as of`; `study date` is a word until StudyDate puts the date there.
  Literal BuildAsOf(ParseNode node);
  /// As it is written, without quotes.
  std::string BuildUnit(ParseNode node);
  /// Words with one blank between them, in lower case.
  Name BuildName(ParseNode node);
  Name BuildWord(ParseNode node);
  /// A quoted name, one word, or a parameter; by itself or as `cohort`.
  CohortRef BuildCohort(ParseNode node);
  int BuildInteger(ParseNode token);
  /// Of `number`: the number, or 0 and the parameter that gives it.
  int BuildInteger(ParseNode node, Placeholder* from);
  double BuildNumber(ParseNode node, Placeholder* from);
  double BuildNumber(ParseNode token);

  void Report(ParseNode node, std::string code, std::string message, std::vector<std::string> hints = {});

 private:
  std::vector<Diagnostic>* diagnostics_;
};

/// `text` as the literal that it would be behind `is`, where it is one word of the language, or a number and a unit,
/// and so needs no parser. Nothing where it may be anything else.
std::optional<Literal> ReadPlainLiteral(const std::string& text);

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_BUILD_LITERAL_H_
