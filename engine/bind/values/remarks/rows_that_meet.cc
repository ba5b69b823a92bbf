#include "engine/bind/values/remarks/rows_that_meet.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace muster::bind {
namespace {

using storage::Bitmap;
using Kind = Condition::Kind;
using RowsOr = absl::StatusOr<std::optional<Bitmap>>;

RowsOr WithCodes(const storage::SegmentReader& segment, const Condition& condition) {
  const auto entity = static_cast<uint8_t>(condition.entity);
  // Of the primary field, the postings say whether the row is observed or excluded.
  const bool primary = model::Info(condition.entity).primary == condition.field;
  Bitmap rows;
  for (const model::PostingKind kind :
       {model::PostingKind::kRows, model::PostingKind::kObservedRows, model::PostingKind::kExcludedRows}) {
    if (primary == (kind == model::PostingKind::kRows)) continue;
    auto some = segment.Union({static_cast<uint8_t>(kind), entity, condition.field, 0}, condition.symbols->symbols(),
                              segment.rows(entity));
    if (!some.ok()) return some.status();
    rows |= some->rows;
  }
  return rows;
}

RowsOr InRange(const storage::SegmentReader& segment, const Condition& condition) {
  const auto column = segment.FindColumn({static_cast<uint8_t>(condition.entity), condition.field, condition.part});
  if (!column.ok()) return column.status();
  if (*column == nullptr) return Bitmap();
  std::vector<uint32_t> rows;
  (*column)->FindRange(condition.low, condition.high).AppendRows(&rows);
  return Bitmap::FromSorted(rows);
}

RowsOr Joined(const storage::SegmentReader& segment, const Condition& condition) {
  const uint32_t size = segment.rows(static_cast<uint8_t>(condition.entity));
  Bitmap rows = condition.kind == Kind::kAnd ? Bitmap::Range(0, size) : Bitmap();
  for (const ConditionPtr& operand : condition.operands) {
    RowsOr some = RowsThatMeet(segment, *operand);
    if (!some.ok() || !*some) return some;
    condition.kind == Kind::kAnd ? rows &= ** some : rows |= **some;
  }
  return condition.kind == Kind::kNot ? rows.Complement(size) : std::move(rows);
}

}  // namespace

RowsOr RowsThatMeet(const storage::SegmentReader& segment, const Condition& condition) {
  switch (condition.kind) {
    case Kind::kAll:
      return Bitmap::Range(0, segment.rows(static_cast<uint8_t>(condition.entity)));
    case Kind::kNone:
      return Bitmap();
    case Kind::kAnd:
    case Kind::kOr:
    case Kind::kNot:
      return Joined(segment, condition);
    case Kind::kCodes:
      return WithCodes(segment, condition);
    case Kind::kRange:
      return InRange(segment, condition);
    case Kind::kRecorded: {
      const auto entity = static_cast<uint8_t>(condition.entity);
      auto rows =
          segment.Posting({static_cast<uint8_t>(model::PostingKind::kRows), entity, condition.field, model::kAnyValue},
                          segment.rows(entity));
      if (!rows.ok()) return rows.status();
      return **rows;
    }
    default:
      return std::nullopt;
  }
}

void AddCondition(const Condition& condition, PeopleKey* key) {
  key->Add(static_cast<uint64_t>(condition.kind)).Add(condition.field).Add(static_cast<uint64_t>(condition.part));
  key->Add(static_cast<uint64_t>(condition.low)).Add(static_cast<uint64_t>(condition.high));
  key->Add({condition.entity, condition.symbols.get()}).Add(condition.operands.size());
  for (const ConditionPtr& operand : condition.operands) AddCondition(*operand, key);
}

}  // namespace muster::bind
