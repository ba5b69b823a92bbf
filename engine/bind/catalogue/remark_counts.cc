#include "engine/bind/catalogue/remark_counts.h"

#include <atomic>
#include <bit>

#include "allowance/allowance.h"
#include "engine/bind/catalogue/ended_consents.h"
#include "engine/bind/catalogue/live_values.h"

namespace muster::bind {
namespace {

constexpr size_t kMaxRemembered = 1 << 16;

/// The rows of one entity in one segment.
class SegmentRows {
 public:
  SegmentRows(const storage::SegmentReader& segment, model::Entity entity) : segment_(segment), entity_(entity) {}

  uint32_t size() const { return segment_.rows(Number()); }
  absl::StatusOr<storage::BitmapPtr> WithValue(model::FieldId field, model::Symbol value) const {
    return segment_.Posting(KeyOf(model::PostingKind::kRows, field, value), size());
  }
  absl::StatusOr<storage::BitmapPtr> ObservedOf(model::Symbol term) const {
    return segment_.Posting(KeyOf(model::PostingKind::kObservedRows, Primary(), term), size());
  }
  absl::StatusOr<storage::Bitmap> ObservedOf(const model::SymbolList& terms) const {
    auto rows = segment_.Union(KeyOf(model::PostingKind::kObservedRows, Primary(), 0), terms.symbols(), size());
    if (!rows.ok()) return rows.status();
    return std::move(rows->rows);
  }
  /// Null: no row has this part of the field.
  absl::StatusOr<storage::ColumnPtr> Column(model::FieldId field, model::Part part) const {
    auto column = segment_.GetColumn({Number(), field, part});
    if (absl::IsNotFound(column.status())) return nullptr;
    return column;
  }
  absl::StatusOr<storage::Bitmap> LiveOf(const model::SymbolList* terms) const {
    return LiveRowsOf(segment_, entity_, terms);
  }
  absl::StatusOr<uint64_t> CountLive(const storage::Bitmap& rows) const {
    return bind::CountLive(segment_, entity_, rows);
  }
  absl::StatusOr<uint64_t> CountPeople(const storage::Bitmap& rows) const {
    return bind::CountPeople(segment_, entity_, rows);
  }

 private:
  uint8_t Number() const { return static_cast<uint8_t>(entity_); }
  model::FieldId Primary() const { return static_cast<model::FieldId>(model::Info(entity_).primary); }
  storage::PostingKey KeyOf(model::PostingKind kind, model::FieldId field, model::Symbol value) const {
    return {static_cast<uint8_t>(kind), Number(), field, value};
  }

  const storage::SegmentReader& segment_;
  model::Entity entity_;
};

using CountInSegment = absl::FunctionRef<absl::StatusOr<uint64_t>(const SegmentRows& rows)>;

absl::StatusOr<uint64_t> SumOverSegments(const storage::Snapshot& snapshot, parallel::Workers* workers,
                                         model::Entity entity, CountInSegment count) {
  std::atomic<uint64_t> sum = 0;
  const absl::Status status = parallel::ForEachSharedIfSlow(workers, snapshot.segments.size(), [&](size_t s) {
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    const absl::StatusOr<uint64_t> counted = count(SegmentRows(*snapshot.segments[s], entity));
    if (counted.ok()) sum += *counted;
    return counted.status();
  });
  if (!status.ok()) return status;
  return sum.load();
}

absl::StatusOr<uint64_t> CountObserved(const SegmentRows& rows, model::Symbol term, model::FieldId field,
                                       model::Symbol value) {
  const auto with_value = rows.WithValue(field, value);
  if (!with_value.ok()) return with_value.status();
  if ((*with_value)->Empty()) return 0;
  const auto of_term = rows.ObservedOf(term);
  if (!of_term.ok()) return of_term.status();
  return rows.CountLive(storage::Bitmap::And(**of_term, **with_value));
}

absl::StatusOr<uint64_t> CountWithout(const SegmentRows& rows, model::Symbol term, model::FieldId field,
                                      model::FieldId other) {
  const auto has_value = rows.WithValue(field, model::kAnyValue);
  if (!has_value.ok()) return has_value.status();
  const auto has_other = rows.WithValue(other, model::kAnyValue);
  if (!has_other.ok()) return has_other.status();
  const storage::Bitmap without = storage::Bitmap::AndNot(**has_value, **has_other);
  if (without.Empty()) return 0;
  const auto of_term = rows.ObservedOf(term);
  if (!of_term.ok()) return of_term.status();
  return rows.CountLive(storage::Bitmap::And(**of_term, without));
}

absl::StatusOr<uint64_t> CountPeopleObserved(const SegmentRows& rows, const model::SymbolList& terms,
                                             model::FieldId field, model::Symbol value) {
  const auto of_terms = rows.ObservedOf(terms);
  if (!of_terms.ok()) return of_terms.status();
  const auto with_value = rows.WithValue(field, value);
  if (!with_value.ok()) return with_value.status();
  return rows.CountPeople(storage::Bitmap::And(*of_terms, **with_value));
}

absl::StatusOr<uint64_t> CountLacking(const SegmentRows& rows, const model::SymbolList& terms, model::FieldId field) {
  const auto of_terms = rows.ObservedOf(terms);
  if (!of_terms.ok()) return of_terms.status();
  const auto with = rows.WithValue(field, model::kAnyValue);
  if (!with.ok()) return with.status();
  return rows.CountLive(storage::Bitmap::AndNot(*of_terms, **with));
}

absl::StatusOr<RemarkCounts::Untimed> CountWithoutTime(const SegmentRows& rows, const model::SymbolList* terms,
                                                       model::FieldId field, model::Part part, bool some_lack_part) {
  const absl::StatusOr<storage::Bitmap> wanted = rows.LiveOf(terms);
  if (!wanted.ok()) return wanted.status();
  const auto recorded = rows.WithValue(field, model::kAnyValue);
  if (!recorded.ok()) return recorded.status();
  const uint64_t with_any = storage::Bitmap::AndCount(*wanted, **recorded);
  const uint64_t lacking = wanted->Cardinality() - with_any;
  if (!some_lack_part || with_any == 0) return RemarkCounts::Untimed{lacking, 0, wanted->Cardinality()};
  const auto column = rows.Column(field, part);
  if (!column.ok()) return column.status();
  if (*column == nullptr) return RemarkCounts::Untimed{lacking, with_any, wanted->Cardinality()};
  storage::Bits with_part = (*column)->FindRange(storage::kNull + 1, INT64_MAX);
  const uint64_t all = wanted->Cardinality();
  return RemarkCounts::Untimed{lacking, with_any - wanted->KeepIn(&with_part), all};
}

absl::Status AddNumbers(const SegmentRows& rows, model::Symbol term, model::FieldId field, model::FieldId unit_field,
                        model::Symbol unit, RemarkCounts::Numbers* numbers) {
  const auto in_unit = rows.WithValue(unit_field, unit);
  if (!in_unit.ok()) return in_unit.status();
  if ((*in_unit)->Empty()) return absl::OkStatus();
  const auto column = rows.Column(field, model::kValuePart);
  if (!column.ok()) return column.status();
  if (*column == nullptr) return absl::OkStatus();
  const model::SymbolList one({term});
  auto wanted = rows.LiveOf(&one);
  if (!wanted.ok()) return wanted.status();
  *wanted &= **in_unit;
  storage::Bitmap::Cursor cursor(*wanted);
  uint32_t some[256];
  while (const size_t n = cursor.Next(some)) {
    if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
    for (size_t i = 0; i < n; ++i) {
      const int64_t bits = (**column)[some[i]];
      if (bits == storage::kNull) continue;
      const double number = model::FromOrderedBits(bits);
      if (numbers->rows == 0 || number < numbers->least) numbers->least = number;
      if (numbers->rows == 0 || number > numbers->greatest) numbers->greatest = number;
      ++numbers->rows;
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<RemarkCounts::Untimed> RemarkCounts::Once(const Key& key,
                                                         absl::FunctionRef<absl::StatusOr<Untimed>()> count) const {
  {
    const QuickLock lock(&mutex_);
    if (const auto it = counted_.find(key); it != counted_.end()) return it->second;
  }
  absl::StatusOr<Untimed> counted = count();
  if (!counted.ok()) return counted;
  const QuickLock lock(&mutex_);
  if (counted_.size() >= kMaxRemembered) counted_.clear();
  counted_.emplace(key, *counted);
  return counted;
}

absl::StatusOr<uint64_t> RemarkCounts::CountOnce(const Key& key,
                                                 absl::FunctionRef<absl::StatusOr<uint64_t>()> count) const {
  const absl::StatusOr<Untimed> counted = Once(key, [&]() -> absl::StatusOr<Untimed> {
    const absl::StatusOr<uint64_t> rows = count();
    if (!rows.ok()) return rows.status();
    return Untimed{*rows, 0, 0};
  });
  if (!counted.ok()) return counted.status();
  return counted->lacking;
}

RemarkCounts::Key RemarkCounts::KeyOf(What what, model::Entity entity, const model::SymbolList* terms,
                                      model::FieldId field, uint32_t more) {
  const model::Fingerprint of_terms = terms == nullptr ? model::Fingerprint{} : terms->fingerprint();
  return {what, entity, of_terms.high, of_terms.low, field, more};
}

absl::StatusOr<uint64_t> RemarkCounts::SumOfEach(
    const model::SymbolList& terms, What what, model::Entity entity, model::FieldId field, uint32_t more,
    absl::FunctionRef<absl::StatusOr<uint64_t>(model::Symbol)> count) const {
  uint64_t sum = 0;
  for (const model::Symbol term : terms) {
    const auto counted = CountOnce({what, entity, 0, term, field, more}, [&] { return count(term); });
    if (!counted.ok()) return counted;
    sum += *counted;
  }
  return sum;
}

absl::StatusOr<uint64_t> RemarkCounts::Observed(model::Entity entity, const model::SymbolList& terms,
                                                model::FieldId field, model::Symbol value) const {
  return SumOfEach(terms, What::kObserved, entity, field, value, [&](model::Symbol term) {
    return SumOverSegments(snapshot_, workers_, entity,
                           [&](const SegmentRows& rows) { return CountObserved(rows, term, field, value); });
  });
}

absl::StatusOr<uint64_t> RemarkCounts::PeopleObserved(model::Entity entity, const model::SymbolList& terms,
                                                      model::FieldId field, model::Symbol value) const {
  return CountOnce(KeyOf(What::kPeopleObserved, entity, &terms, field, value), [&] {
    return SumOverSegments(snapshot_, workers_, entity,
                           [&](const SegmentRows& rows) { return CountPeopleObserved(rows, terms, field, value); });
  });
}

absl::StatusOr<uint64_t> RemarkCounts::PeopleWithRows(model::Entity entity) const {
  return CountOnce(KeyOf(What::kPeopleWithRows, entity, nullptr, 0, 0), [&] {
    return SumOverSegments(snapshot_, workers_, entity, [](const SegmentRows& rows) -> absl::StatusOr<uint64_t> {
      const absl::StatusOr<storage::Bitmap> live = rows.LiveOf(nullptr);
      return live.ok() ? rows.CountPeople(*live) : live.status();
    });
  });
}

absl::StatusOr<uint64_t> RemarkCounts::Without(model::Entity entity, const model::SymbolList& terms,
                                               model::FieldId field, model::FieldId other) const {
  return SumOfEach(terms, What::kWithout, entity, field, other, [&](model::Symbol term) {
    return SumOverSegments(snapshot_, workers_, entity,
                           [&](const SegmentRows& rows) { return CountWithout(rows, term, field, other); });
  });
}

absl::StatusOr<uint64_t> RemarkCounts::Lacking(model::Entity entity, const model::SymbolList* terms,
                                               model::FieldId field) const {
  if (terms == nullptr) {
    const model::SymbolList any({model::kAnyValue});
    return Lacking(entity, &any, field);
  }
  return CountOnce(KeyOf(What::kLacking, entity, terms, field, 0), [&] {
    return SumOverSegments(snapshot_, workers_, entity,
                           [&](const SegmentRows& rows) { return CountLacking(rows, *terms, field); });
  });
}

absl::StatusOr<RemarkCounts::Untimed> RemarkCounts::WithoutTime(model::Entity entity, const model::SymbolList* terms,
                                                                model::FieldId field, model::Part part) const {
  return Once(KeyOf(What::kWithoutTime, entity, terms, field, part), [&]() -> absl::StatusOr<Untimed> {
    const absl::StatusOr<bool> some_lack_part = SomeLackPart(field, part);
    if (!some_lack_part.ok()) return some_lack_part.status();
    Untimed sum;
    for (const storage::SegmentReaderPtr& segment : snapshot_.segments) {
      const auto counted = CountWithoutTime(SegmentRows(*segment, entity), terms, field, part, *some_lack_part);
      if (!counted.ok()) return counted;
      sum.lacking += counted->lacking;
      sum.otherwise += counted->otherwise;
      sum.all += counted->all;
    }
    return sum;
  });
}

absl::StatusOr<RemarkCounts::Numbers> RemarkCounts::NumbersOf(model::Entity entity, model::Symbol term,
                                                              model::FieldId field, model::FieldId unit_field,
                                                              model::Symbol unit) const {
  const Key key = {What::kNumbers, entity, field, term, unit_field, unit};
  const auto counted = Once(key, [&]() -> absl::StatusOr<Untimed> {
    Numbers sum;
    for (const storage::SegmentReaderPtr& segment : snapshot_.segments) {
      const absl::Status added = AddNumbers(SegmentRows(*segment, entity), term, field, unit_field, unit, &sum);
      if (!added.ok()) return added;
    }
    return Untimed{std::bit_cast<uint64_t>(sum.least), std::bit_cast<uint64_t>(sum.greatest), sum.rows};
  });
  if (!counted.ok()) return counted.status();
  return Numbers{counted->all, std::bit_cast<double>(counted->lacking), std::bit_cast<double>(counted->otherwise)};
}

absl::StatusOr<bool> RemarkCounts::SomeLackPart(model::FieldId field, model::Part part) const {
  const auto key = std::pair(field, part);
  {
    const QuickLock lock(&mutex_);
    if (const auto it = some_lack_part_.find(key); it != some_lack_part_.end()) return it->second;
  }
  bool some = false;
  for (const storage::SegmentReaderPtr& segment : snapshot_.segments) {
    const SegmentRows rows(*segment, model::Info(field).entity);
    const auto recorded = rows.WithValue(field, model::kAnyValue);
    if (!recorded.ok()) return recorded.status();
    const auto column = rows.Column(field, part);
    if (!column.ok()) return column.status();
    const uint64_t with = *column == nullptr ? 0 : (*column)->FindRange(storage::kNull + 1, INT64_MAX).Count();
    some = (*recorded)->Cardinality() > with;
    if (some) break;
  }
  const QuickLock lock(&mutex_);
  some_lack_part_[key] = some;
  return some;
}

absl::StatusOr<bool> RemarkCounts::SomeHavePart(model::Entity entity, const model::SymbolList& terms,
                                                model::FieldId field, model::Part part,
                                                absl::FunctionRef<absl::StatusOr<bool>()> find) const {
  const Key key = KeyOf(What::kSomeHavePart, entity, &terms, field, part);
  const auto found = CountOnce(key, [&]() -> absl::StatusOr<uint64_t> {
    const absl::StatusOr<bool> some = find();
    if (!some.ok()) return some.status();
    return *some ? 1 : 0;
  });
  if (!found.ok()) return found.status();
  return *found > 0;
}

absl::StatusOr<bool> RemarkCounts::SomeHaveAndSomeLack(model::FieldId field) const {
  const model::Entity entity = model::Info(field).entity;
  const auto counted = CountOnce(KeyOf(What::kSomeLack, entity, nullptr, field, 0), [&]() -> absl::StatusOr<uint64_t> {
    uint64_t all = 0, with = 0;
    for (const storage::SegmentReaderPtr& segment : snapshot_.segments) {
      const SegmentRows rows(*segment, entity);
      const auto recorded = rows.WithValue(field, model::kAnyValue);
      if (!recorded.ok()) return recorded.status();
      all += rows.size();
      with += (*recorded)->Cardinality();
    }
    return with > 0 && with < all ? 1 : 0;
  });
  if (!counted.ok()) return counted.status();
  return *counted > 0;
}

absl::StatusOr<uint64_t> RemarkCounts::WithValue(model::FieldId field, const model::SymbolList& values) const {
  return SumOverSegments(snapshot_, workers_, model::Info(field).entity,
                         [&](const SegmentRows& rows) -> absl::StatusOr<uint64_t> {
                           uint64_t count = 0;
                           for (const model::Symbol value : values) {
                             const auto with_value = rows.WithValue(field, value);
                             if (!with_value.ok()) return with_value.status();
                             const auto live = rows.CountLive(**with_value);
                             if (!live.ok()) return live;
                             count += *live;
                           }
                           return count;
                         });
}

absl::StatusOr<uint64_t> RemarkCounts::WithEndedConsents(const model::SymbolList& granted,
                                                         const model::SymbolList& refusals,
                                                         const model::SymbolList* permissions) const {
  const Key key = KeyOf(What::kEndedConsents, model::Entity::kConsent, permissions, model::field::kConsentPermission,
                        permissions == nullptr ? 1 : 0);
  return CountOnce(key, [&]() -> absl::StatusOr<uint64_t> {
    uint64_t people = 0;
    for (const storage::SegmentReaderPtr& segment : snapshot_.segments) {
      const auto counted = CountEndedConsents(*segment, {granted, refusals, permissions});
      if (!counted.ok()) return counted;
      people += *counted;
    }
    return people;
  });
}

}  // namespace muster::bind
