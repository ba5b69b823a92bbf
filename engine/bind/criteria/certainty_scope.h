// Private to bind/: what imprecise and missing records mean for a criterion, by where the criterion stands.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_CERTAINTY_SCOPE_H_
#define MUSTER_ENGINE_BIND_CRITERIA_CERTAINTY_SCOPE_H_

#include "grammar/syntax.h"

namespace muster::bind {

/// Which rows satisfy a criterion where records are imprecise or silent. Under `not` the mode is turned round, so that
/// it holds for the criteria as a whole.
enum class CertaintyMode {
  kAsWritten,           ///< `certainly` unless the query says `possibly`; what is missing does not satisfy
  kCertain,             ///< imprecise and missing records never satisfy
  kPossibleIfRecorded,  ///< imprecise records satisfy; missing ones do not
  kPossible,            ///< imprecise and missing records satisfy
};

/// The mode that is asked for, and whether the criterion stands under an odd number of `not`. What a criterion says
/// itself (`certainly`, `possibly`) goes before either.
class CertaintyScope {
 public:
  explicit CertaintyScope(CertaintyMode mode = CertaintyMode::kAsWritten) : mode_(mode) {}

  /// No mode is asked for.
  bool AsWritten() const { return mode_ == CertaintyMode::kAsWritten; }

  /// Whether times that may satisfy do, rather than only those that must.
  bool Possibly(grammar::Certainty written) const {
    if (written != grammar::Certainty::kDefault) return written == grammar::Certainty::kPossibly;
    return !AsWritten() && (mode_ != CertaintyMode::kCertain) != negated_;
  }

  /// Whether rows satisfy that lack what the criterion is about.
  bool AdmitsMissing(grammar::Certainty written) const {
    if (written != grammar::Certainty::kDefault || AsWritten()) return false;
    return negated_ ? mode_ != CertaintyMode::kPossible : mode_ == CertaintyMode::kPossible;
  }

  /// Whether rows satisfy only where no record that lacks something could deny it.
  bool DeniedByMissing() const { return mode_ == (negated_ ? CertaintyMode::kPossible : CertaintyMode::kCertain); }

  bool negated() const { return negated_; }
  /// On entering a `not`, and on leaving it.
  void Negate() { negated_ = !negated_; }

 private:
  CertaintyMode mode_;
  bool negated_ = false;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_CERTAINTY_SCOPE_H_
