// Private to bind/: what imprecise and missing records mean for a criterion, by where the criterion stands.
#ifndef MUSTER_ENGINE_BIND_CRITERIA_CERTAINTY_SCOPE_H_
#define MUSTER_ENGINE_BIND_CRITERIA_CERTAINTY_SCOPE_H_

#include "grammar/syntax.h"

namespace muster::bind {

/// Which rows a criterion holds for where records are imprecise or silent. Of a criterion under `not` it is the other
/// end that counts, so that each bound is a bound of the whole.
enum class Bound {
  kAsWritten,  ///< `certainly` unless the query says `possibly`; what is missing does not satisfy
  kLower,      ///< certain, whatever is imprecise or missing
  kPrecise,    ///< not excluded by what is recorded, were what is missing not satisfying
  kUpper,      ///< not excluded by what is recorded
};

/// The bound that is asked for, and whether the criterion stands under an odd number of `not`. What a criterion says
/// itself (`certainly`, `possibly`) goes before either.
class CertaintyScope {
 public:
  explicit CertaintyScope(Bound bound = Bound::kAsWritten) : bound_(bound) {}

  /// No bound is asked for.
  bool AsWritten() const { return bound_ == Bound::kAsWritten; }

  /// Whether times that may satisfy do, rather than only those that must.
  bool Possibly(grammar::Certainty written) const {
    if (written != grammar::Certainty::kDefault) return written == grammar::Certainty::kPossibly;
    return !AsWritten() && (bound_ != Bound::kLower) != negated_;
  }

  /// Whether rows satisfy that lack what the criterion is about.
  bool AdmitsMissing(grammar::Certainty written) const {
    if (written != grammar::Certainty::kDefault || AsWritten()) return false;
    return negated_ ? bound_ != Bound::kUpper : bound_ == Bound::kUpper;
  }

  /// Whether rows satisfy only where no record that lacks something could deny it.
  bool DeniedByMissing() const { return bound_ == (negated_ ? Bound::kUpper : Bound::kLower); }

  bool negated() const { return negated_; }
  /// On entering a `not`, and on leaving it.
  void Negate() { negated_ = !negated_; }

 private:
  Bound bound_;
  bool negated_ = false;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_CRITERIA_CERTAINTY_SCOPE_H_
