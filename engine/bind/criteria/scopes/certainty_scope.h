// Private to bind/: whether imprecise and missing records satisfy a criterion, depending on its place among `not`,
// `certainly` and `possibly`.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_SCOPES_CERTAINTY_SCOPE_H_
#define MUSTER_ENGINE_BIND_CRITERIA_SCOPES_CERTAINTY_SCOPE_H_

#include "grammar/syntax.h"

namespace muster::bind {

/// Which rows satisfy a criterion if records are imprecise or lack a value. Under `not` the mode is inverted, so that
/// it holds for the criteria as a whole.
enum class CertaintyMode {
  kAsWritten,           ///< `certainly` unless the query says `possibly`; missing values do not satisfy
  kCertain,             ///< imprecise and missing records never satisfy
  kPossibleIfRecorded,  ///< imprecise records satisfy; missing ones do not
  kPossible,            ///< imprecise and missing records satisfy
};

/// The mode that is asked for, and whether the criterion is under an odd number of `not`. An explicit `certainly` or
/// `possibly` in the criterion has precedence.
class CertaintyScope {
 public:
  explicit CertaintyScope(CertaintyMode mode = CertaintyMode::kAsWritten) : mode_(mode) {}

  /// Mode kAsWritten.
  bool AsWritten() const { return mode_ == CertaintyMode::kAsWritten; }

  /// Whether times that possibly satisfy the criterion do, rather than only those that certainly do.
  bool Possibly(grammar::Certainty written) const {
    if (written != grammar::Certainty::kDefault) return written == grammar::Certainty::kPossibly;
    return !AsWritten() && (mode_ != CertaintyMode::kCertain) != negated_;
  }

  /// Whether rows that lack the value satisfy the criterion.
  bool AdmitsMissing(grammar::Certainty written) const {
    if (written != grammar::Certainty::kDefault || AsWritten()) return false;
    return negated_ ? mode_ != CertaintyMode::kPossible : mode_ == CertaintyMode::kPossible;
  }

  /// Whether rows satisfy the criterion only if no incomplete record could contradict it.
  bool DeniedByMissing() const { return mode_ == (negated_ ? CertaintyMode::kPossible : CertaintyMode::kCertain); }

  bool negated() const { return negated_; }
  /// To be called on entering a `not`, and on leaving it.
  void Negate() { negated_ = !negated_; }

 private:
  CertaintyMode mode_;
  bool negated_ = false;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_SCOPES_CERTAINTY_SCOPE_H_
