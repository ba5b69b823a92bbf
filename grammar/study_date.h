// Private to grammar/: the date of a study, said once for all statements behind it.
#ifndef MUSTER_GRAMMAR_STUDY_DATE_H_
#define MUSTER_GRAMMAR_STUDY_DATE_H_

#include <optional>
#include <string>
#include <vector>

#include "grammar/syntax.h"
#include "muster/diagnostic.h"

namespace muster::grammar {

/// Puts the date of `study date 2026-01-01` where a statement speaks of it: `age at study date` becomes `age as of`
/// that date, and `study date` as a time or behind `as of` the date itself. So the canonical form of a statement means
/// the same wherever it is asked again.
class StudyDate {
 public:
  /// Gets an error (`no-study-date`) for each statement that speaks of a date which none before it gives.
  explicit StudyDate(std::vector<Diagnostic>* diagnostics) : diagnostics_(diagnostics) {}

  /// For the statements from here on; nullopt: they have none.
  void Set(std::optional<Literal> date) { date_ = std::move(date); }
  void Replace(Statement* statement);

 private:
  void ReplaceIn(const ExprPtr& expr);
  void ReplaceIn(Compare& compare);
  void ReplaceIn(std::vector<Dimension>& by);
  // `age at study date` as the name of a field.
  void ReplaceAge(Name* field, BoxedOptional<Literal>* as_of);
  void ReplaceLiteral(Literal* literal);
  Literal DateAt(Span span);

  std::vector<Diagnostic>* diagnostics_;
  std::optional<Literal> date_;
};

}  // namespace muster::grammar

#endif  // MUSTER_GRAMMAR_STUDY_DATE_H_
