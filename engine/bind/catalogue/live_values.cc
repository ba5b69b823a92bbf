#include "engine/bind/catalogue/live_values.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/model/record/record.h"

namespace muster::bind {
namespace {

using model::Entity;
using storage::Bitmap;

uint8_t NumberOf(Entity entity) { return static_cast<uint8_t>(entity); }

absl::Status BelongToNothing(const storage::SegmentReader& segment, Entity entity) {
  return absl::DataLossError(absl::StrCat("segment ", segment.info().id, ": ", std::string(model::Info(entity).plural),
                                          " belong to rows that do not exist; run `muster check`"));
}

// The rows of `child` below `parents`, which ascend.
absl::StatusOr<std::vector<uint32_t>> RowsBelow(const storage::SegmentReader& segment, Entity child,
                                                const std::vector<uint32_t>& parents) {
  std::vector<uint32_t> rows;
  const uint32_t size = segment.rows(NumberOf(child));
  if (size == 0 || parents.empty()) return rows;
  const Entity parent = model::Info(child).parent;
  const auto first = segment.GetColumn({NumberOf(parent), model::kFirstChildColumn, NumberOf(child)});
  if (!first.ok()) return first.status();
  for (const uint32_t row : parents) {
    const int64_t begin = (**first)[row];
    const int64_t end = row + 1 < segment.rows(NumberOf(parent)) ? (**first)[row + 1] : size;
    if (begin < 0 || begin > end || end > size) {
      return BelongToNothing(segment, child);
    }
    for (int64_t below = begin; below < end; ++below) rows.push_back(static_cast<uint32_t>(below));
  }
  return rows;
}

// From the dead individuals, who are mostly few.
absl::StatusOr<Bitmap> MakeLiveRows(const storage::SegmentReader& segment, Entity entity, const Bitmap& individuals) {
  std::vector<Entity> path;
  for (Entity at = entity; at != Entity::kIndividual; at = model::Info(at).parent) path.push_back(at);
  std::vector<uint32_t> dead = individuals.Complement(segment.rows(0)).ToVector();
  for (auto child = path.rbegin(); child != path.rend(); ++child) {
    absl::StatusOr<std::vector<uint32_t>> below = RowsBelow(segment, *child, dead);
    if (!below.ok()) return below.status();
    dead = *std::move(below);
  }
  return Bitmap::FromSorted(dead).Complement(segment.rows(NumberOf(entity)));
}

// What an individual has is read from the records of up to kMaxRecords; beyond, all postings of the field are read.
constexpr uint64_t kMaxRecords = 256;
// Under which the pairs of ValuesOf are kept: no kind of postings.
constexpr uint8_t kNoKind = 0xFF;

// The symbols of these individuals: pairs of field and symbol, one behind the other.
absl::StatusOr<std::vector<uint32_t>> ValuesOf(const storage::SegmentReader& segment, const Bitmap& individuals) {
  std::set<std::pair<uint32_t, uint32_t>> pairs;
  for (const uint32_t row : individuals.ToVector()) {
    if (absl::Status status = CheckStopSampled(); !status.ok()) return status;
    const absl::StatusOr<std::string> bytes = segment.Record(row);
    if (!bytes.ok()) return bytes.status();
    const absl::StatusOr<model::Record> record = model::DecodeRecord(*bytes);
    if (!record.ok()) return record.status();
    for (const model::Row& of : record->rows) {
      for (const model::FieldValue& value : of.values) {
        if (const auto* symbol = std::get_if<model::Symbol>(&value.value)) {
          pairs.emplace(value.field, *symbol);
          // It is found among the assays, too (index/segment_builder.cc).
          if (value.field == model::field::kMeasurementComponent) {
            pairs.emplace(model::field::kMeasurementAssay, *symbol);
          }
        } else if (const auto* time = std::get_if<model::TimeValue>(&value.value)) {
          if (time->term != model::kNoSymbol) pairs.emplace(value.field, time->term);
        }
      }
    }
  }
  std::vector<uint32_t> all;
  for (const auto& [field, symbol] : pairs) all.insert(all.end(), {field, symbol});
  return all;
}

// Of `values`, which live rows had before `lost` were deleted or replaced, those that live rows have still.
absl::StatusOr<std::vector<uint32_t>> WithoutLost(const storage::SegmentReader& segment, model::PostingKind kind,
                                                  model::FieldId field, const std::vector<uint32_t>& values,
                                                  const Bitmap& lost) {
  const auto pairs = segment.LiveValues(
      kNoKind, 0, 0, [&](const storage::SegmentReader::EarlierValues*) { return ValuesOf(segment, lost); });
  if (!pairs.ok()) return pairs.status();
  std::vector<uint32_t> asked = {model::kAnyValue};
  for (size_t i = 0; i + 1 < (*pairs)->size(); i += 2) {
    if ((**pairs)[i] == field) asked.push_back((**pairs)[i + 1]);
  }
  const Entity entity = model::Info(field).entity;
  std::vector<uint32_t> left = values;
  for (const uint32_t value : asked) {
    const auto at = std::lower_bound(left.begin(), left.end(), value);
    if (at == left.end() || *at != value) continue;
    const auto rows =
        segment.Posting({static_cast<uint8_t>(kind), NumberOf(entity), field, value}, segment.rows(NumberOf(entity)));
    if (!rows.ok()) return rows.status();
    const absl::StatusOr<uint64_t> live = CountLive(segment, entity, **rows);
    if (!live.ok()) return live.status();
    if (*live == 0) left.erase(at);
  }
  return left;
}

absl::StatusOr<std::vector<uint32_t>> MakeLiveValues(const storage::SegmentReader& segment, model::PostingKind kind,
                                                     model::FieldId field,
                                                     const storage::SegmentReader::EarlierValues* earlier) {
  const Entity entity = model::Info(field).entity;
  const auto individuals = segment.Live();
  if (!individuals.ok()) return individuals.status();
  // Of a version that is pinned, the "earlier" one may be the present one, in which fewer are live.
  const bool only_lost = earlier != nullptr && *individuals != nullptr &&
                         (earlier->live == nullptr || Bitmap::AndNotCount(**individuals, *earlier->live) == 0);
  if (only_lost) {
    const Bitmap lost = earlier->live == nullptr ? (*individuals)->Complement(segment.rows(0))
                                                 : Bitmap::AndNot(*earlier->live, **individuals);
    if (lost.Cardinality() <= kMaxRecords) return WithoutLost(segment, kind, field, *earlier->values, lost);
  }
  const auto live = LiveRows(segment, entity);
  if (!live.ok()) return live.status();
  std::vector<uint32_t> values;
  const absl::Status read = segment.ForEachPosting(
      static_cast<uint8_t>(kind), NumberOf(entity), field, [&](const storage::PostingKey& key, const Bitmap& rows) {
        if (*live == nullptr ? !rows.Empty() : Bitmap::Intersects(rows, **live)) values.push_back(key.value);
        return true;
      });
  if (!read.ok()) return read;
  return values;
}

}  // namespace

absl::StatusOr<storage::BitmapPtr> LiveRows(const storage::SegmentReader& segment, Entity entity) {
  absl::StatusOr<storage::BitmapPtr> live = segment.Live();
  if (!live.ok() || *live == nullptr || entity == Entity::kIndividual) return live;
  return segment.LiveRows(NumberOf(entity), [&] { return MakeLiveRows(segment, entity, **live); });
}

absl::StatusOr<SegmentValues> LiveValues(const storage::SegmentReader& segment, model::PostingKind kind,
                                         model::FieldId field) {
  return segment.LiveValues(static_cast<uint8_t>(kind), NumberOf(model::Info(field).entity), field,
                            [&](const storage::SegmentReader::EarlierValues* earlier) {
                              return MakeLiveValues(segment, kind, field, earlier);
                            });
}

absl::StatusOr<Bitmap> LiveRowsOf(const storage::SegmentReader& segment, Entity entity,
                                  const model::SymbolList* terms) {
  const uint8_t number = NumberOf(entity);
  const uint32_t size = segment.rows(number);
  const auto primary = static_cast<model::FieldId>(model::Info(entity).primary);
  const auto observed = static_cast<uint8_t>(model::PostingKind::kObservedRows);
  Bitmap rows;
  if (terms == nullptr && model::Info(entity).polar) {
    const auto all = segment.Posting({observed, number, primary, model::kAnyValue}, size);
    if (!all.ok()) return all.status();
    rows = **all;
  } else if (terms == nullptr) {
    rows = Bitmap::Range(0, size);
  } else {
    auto of_terms = segment.Union({observed, number, primary, 0}, terms->symbols(), size);
    if (!of_terms.ok()) return of_terms.status();
    rows = of_terms->rows;
  }
  const auto live = LiveRows(segment, entity);
  if (!live.ok()) return live.status();
  if (*live != nullptr) rows &= **live;
  return rows;
}

absl::StatusOr<uint64_t> CountLive(const storage::SegmentReader& segment, Entity entity, const Bitmap& rows) {
  if (rows.Empty()) return 0;
  const auto live = LiveRows(segment, entity);
  if (!live.ok()) return live.status();
  return *live == nullptr ? rows.Cardinality() : Bitmap::AndCount(rows, **live);
}

absl::StatusOr<uint64_t> CountLiveIndividuals(const storage::SegmentReader& segment) {
  const auto live = segment.Live();
  if (!live.ok()) return live.status();
  return *live == nullptr ? segment.rows(0) : (*live)->Cardinality();
}

absl::StatusOr<Bitmap> IndividualsOf(const storage::SegmentReader& segment, Entity entity, const Bitmap& rows) {
  std::vector<uint32_t> at = rows.ToVector();
  for (; entity != Entity::kIndividual && !at.empty(); entity = model::Info(entity).parent) {
    std::vector<int64_t> parents(at.size());
    if (absl::Status status = segment.ValuesAt({NumberOf(entity), model::kParentColumn, 0}, at, parents);
        !status.ok()) {
      return status;
    }
    const int64_t above = segment.rows(NumberOf(model::Info(entity).parent));
    at.clear();
    for (const int64_t parent : parents) {
      if (parent < 0 || parent >= above || (!at.empty() && parent < at.back())) return BelongToNothing(segment, entity);
      if (at.empty() || parent != at.back()) at.push_back(static_cast<uint32_t>(parent));
    }
  }
  return Bitmap::FromSorted(at);
}

absl::StatusOr<uint64_t> CountPeople(const storage::SegmentReader& segment, Entity entity, const Bitmap& rows) {
  const absl::StatusOr<Bitmap> people = IndividualsOf(segment, entity, rows);
  return people.ok() ? CountLive(segment, Entity::kIndividual, *people) : people.status();
}

}  // namespace muster::bind
