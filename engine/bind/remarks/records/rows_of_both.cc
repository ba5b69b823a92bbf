#include "engine/bind/remarks/records/rows_of_both.h"

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/catalogue/live_values.h"
#include "engine/bind/values/keyword_binder.h"
#include "engine/bind/values/term_binder.h"

namespace muster::bind {
namespace {

using grammar::Compare;
using grammar::Has;
using model::Entity;
using model::FieldId;

struct Wanted {
  FieldId field;
  ontology::SymbolSet symbols;
};

class WantedOfRows {
 public:
  WantedOfRows(const CatalogueView& view, Entity entity) : view_(view), entity_(entity) {}

  void AddOf(const Has& has) {
    if (!has.terms.empty()) Add(static_cast<FieldId>(model::Info(entity_).primary), has.terms);
    if (has.with != nullptr) AddOf(*has.with);
  }
  const std::vector<Wanted>& wanted() const { return wanted_; }
  const absl::Status& status() const { return silent_.status(); }

 private:
  void AddOf(const grammar::Expr& criterion) {
    if (const auto* all = std::get_if<grammar::And>(&criterion.node)) {
      for (const grammar::ExprPtr& operand : all->operands) AddOf(*operand);
    }
    const auto* compare = std::get_if<Compare>(&criterion.node);
    if (compare == nullptr || compare->event || compare->as_of ||
        (compare->op != Compare::Op::kIs && compare->op != Compare::Op::kIn)) {
      return;
    }
    const auto field = FindField(entity_, compare->field.text);
    if (field && model::Info(*field).entity == entity_) Add(*field, compare->values);
  }

  void Add(FieldId field, const std::vector<grammar::Literal>& values) {
    const model::Kind kind = model::Info(field).kind;
    std::optional<TermMatch> match;
    if (kind == model::Kind::kKeyword) match = KeywordBinder(view_, &silent_).Bind(values, field);
    if (kind == model::Kind::kCode) {
      match = TermBinder(view_, &silent_).Bind(values, field, ontology::Reach::kDescendants);
    }
    if (match) wanted_.push_back({field, match->symbols});
  }

  const CatalogueView& view_;
  SilentReporter silent_;
  const Entity entity_;
  std::vector<Wanted> wanted_;
};

absl::StatusOr<bool> HasRows(const storage::SegmentReader& segment, Entity entity, const std::vector<Wanted>& wanted) {
  const auto number = static_cast<uint8_t>(entity);
  std::optional<storage::Bitmap> both;
  for (const Wanted& one : wanted) {
    const bool primary = model::Info(entity).primary == static_cast<int>(one.field);
    const auto kind = primary ? model::PostingKind::kObservedRows : model::PostingKind::kRows;
    auto rows =
        segment.Union({static_cast<uint8_t>(kind), number, one.field, 0}, one.symbols->symbols(), segment.rows(number));
    if (!rows.ok()) return rows.status();
    both = both ? storage::Bitmap::And(*both, rows->rows) : std::move(rows->rows);
    if (both->Empty()) return false;
  }
  const auto live = CountLive(segment, entity, *both);
  if (!live.ok()) return live.status();
  return *live > 0;
}

}  // namespace

bool SomeRowMayMeetBoth(const CatalogueView& view, Reporter* reporter, const Has& a, const Has& b, Entity entity) {
  if (view.listed() != nullptr) return true;
  WantedOfRows rows(view, entity);
  rows.AddOf(a);
  rows.AddOf(b);
  if (!rows.status().ok()) {
    reporter->Fail(rows.status());
    return false;
  }
  if (rows.wanted().empty()) return true;
  for (const auto& segment : view.snapshot().segments) {
    const auto found = HasRows(*segment, entity, rows.wanted());
    if (!found.ok()) {
      reporter->Fail(found.status());
      return false;
    }
    if (*found) return true;
  }
  return false;
}

}  // namespace muster::bind
