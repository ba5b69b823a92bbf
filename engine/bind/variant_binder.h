// Statements that ask several questions at once, such as a funnel: each question becomes a variant.
#ifndef MUSTER_ENGINE_BIND_VARIANT_BINDER_H_
#define MUSTER_ENGINE_BIND_VARIANT_BINDER_H_

#include <string>
#include <vector>

#include "engine/bind/bound/bound.h"
#include "engine/bind/bound/reporter.h"
#include "engine/bind/where_binder.h"
#include "grammar/syntax.h"

namespace muster::bind {

class VariantBinder {
 public:
  /// All must outlive this. What is counted is already bound.
  VariantBinder(Reporter* reporter, WhereBinder* where, Query* query)
      : reporter_(reporter), where_(where), query_(query) {}

  /// count ... with certainty, with not recorded
  void BindBounds(const grammar::Count& count);
  /// Binds all criteria once as a whole, which reports all mistakes; if there are none, any part of them can be bound.
  void BindFunnel(const grammar::Expr& where);
  void BindImpact(const grammar::Expr& where);

 private:
  void BindNotRecorded(const grammar::Expr* where, grammar::Span span);
  void AddVariant(std::string label, const std::vector<const grammar::Expr*>& criteria,
                  std::vector<const grammar::Expr*>* gone = nullptr);

  Reporter* reporter_;
  WhereBinder* where_;
  Query* query_;
};

}  // namespace muster::bind

#endif  // MUSTER_ENGINE_BIND_VARIANT_BINDER_H_
