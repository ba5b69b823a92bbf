#include "engine/index/segment_builder.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/model/record/row_order.h"
#include "engine/model/schema/entity_number.h"
#include "engine/secret/record_key.h"

namespace muster::index {
namespace {

using model::Entity;
using model::FieldId;
using model::Part;
using model::PostingKind;

// Bounds that are one number on every row are stored once: the column of the late bound is left out.
constexpr std::pair<Part, Part> kBounds[] = {{model::kAgeLow, model::kAgeHigh}, {model::kDateLow, model::kDateHigh}};

}  // namespace

absl::StatusOr<uint32_t> SegmentBuilder::Add(const model::Record& record) {
  if (absl::Status status = model::ValidateRecord(record); !status.ok()) return status;
  std::array<uint32_t, model::kEntityCount> count{};
  for (const model::Row& row : record.rows) ++count[model::EntityNumber(row.entity)];
  for (int e = 0; e < model::kEntityCount; ++e) {
    if (rows_[e] > UINT32_MAX - 1 - count[e]) {
      return absl::ResourceExhaustedError(
          absl::StrCat("a segment cannot have more ", std::string(model::Entities()[e].plural)));
    }
  }
  const uint32_t individual = rows_[0];
  const model::RowOrder order = model::OrderRows(record);
  const std::array<uint32_t, model::kEntityCount> first = rows_;
  const auto number = [&](uint32_t i) { return first[model::EntityNumber(record.rows[i].entity)] + order.number[i]; };
  for (const uint32_t i : order.order) {
    const model::Row& row = record.rows[i];
    ++rows_[model::EntityNumber(row.entity)];
    if (row.entity != Entity::kIndividual) {
      Put({model::EntityNumber(row.entity), model::kParentColumn, 0}, number(i), number(row.parent));
    }
    AddRow(row, number(i), individual);
  }
  if (record_key_) {
    Put({0, secret::kRecordKeyColumn, 0}, individual,
        static_cast<int64_t>(secret::RecordKey(*record_key_, record.dataset, record.id)));
  }
  return individual;
}

std::vector<int64_t>& SegmentBuilder::ColumnUpTo(storage::ColumnKey key, uint32_t row) {
  const size_t index = IndexOf(key);
  if (column_of_.size() <= index) column_of_.resize(index + 1);
  if (column_of_[index] == nullptr) column_of_[index] = &columns_[key];  // nodes of a map do not move
  std::vector<int64_t>& column = *column_of_[index];
  if (column.size() < row) column.resize(row, storage::kNull);
  return column;
}

void SegmentBuilder::AddRow(const model::Row& row, uint32_t row_number, uint32_t individual) {
  const Entity entity = row.entity;
  const model::EntityInfo& info = model::Info(entity);
  const auto put = [&](FieldId field, Part part, int64_t value, Counts counts = Counts::kLast) {
    Put({model::EntityNumber(entity), field, part}, row_number, value, counts);
  };
  // Of the primary field, polarities stand apart, and individuals beside rows.
  const PostingKind rows = row.excluded ? PostingKind::kExcludedRows : PostingKind::kObservedRows;
  const PostingKind individuals = row.excluded ? PostingKind::kExcludedIndividuals : PostingKind::kObservedIndividuals;
  if (info.primary >= 0) {
    const auto primary = static_cast<FieldId>(info.primary);
    postings_.AddAny(rows, primary, row_number);
    postings_.AddAny(individuals, primary, individual);
  }
  for (const model::FieldValue& fv : row.values) {
    if (std::holds_alternative<std::string>(fv.value)) continue;
    postings_.AddAny(PostingKind::kRows, fv.field, row_number);
    if (const auto* symbol = std::get_if<model::Symbol>(&fv.value)) {
      if (info.primary == fv.field) {
        postings_.Add(rows, fv.field, *symbol, row_number);
        postings_.Add(individuals, fv.field, *symbol, individual);
      } else {
        postings_.Add(PostingKind::kRows, fv.field, *symbol, row_number);
      }
      if (fv.field == model::field::kMeasurementComponent) {
        // A part of a panel is found by its own code, too, like a measurement that was made alone.
        postings_.Add(rows, model::field::kMeasurementAssay, *symbol, row_number);
        postings_.Add(individuals, model::field::kMeasurementAssay, *symbol, individual);
      }
      put(fv.field, model::kValuePart, *symbol, Counts::kFirst);
    } else if (const auto* number = std::get_if<double>(&fv.value)) {
      put(fv.field, model::kValuePart, model::OrderedBits(*number));
    } else if (const auto* bounds = std::get_if<model::NumberBounds>(&fv.value)) {
      // Columns of their own: where all numbers are exact, there are none.
      put(fv.field, model::kNumberLow, model::OrderedBits(bounds->low));
      put(fv.field, model::kNumberHigh, model::OrderedBits(bounds->high));
    } else if (const auto* time = std::get_if<model::TimeValue>(&fv.value)) {
      if (!time->age.empty()) {
        put(fv.field, model::kAgeLow, time->age.low);
        put(fv.field, model::kAgeHigh, time->age.high);
      }
      if (!time->date.empty()) {
        put(fv.field, model::kDateLow, time->date.low);
        put(fv.field, model::kDateHigh, time->date.high);
      }
      if (time->term != model::kNoSymbol) {
        postings_.Add(PostingKind::kRows, fv.field, time->term, row_number);
        put(fv.field, model::kTermPart, time->term);
      }
    }
  }
}

size_t SegmentBuilder::SizeInBytes() const {
  size_t bytes = postings_.SizeInBytes();
  for (const auto& [key, column] : columns_) bytes += column.capacity() * sizeof(int64_t);
  return bytes;
}

const std::map<storage::ColumnKey, std::vector<int64_t>>& SegmentBuilder::Columns() {
  for (auto& [key, column] : columns_) column.resize(rows_[key.entity], storage::kNull);
  std::erase_if(columns_, [&](const auto& entry) {
    const storage::ColumnKey& key = entry.first;
    if (key.field >= secret::kRecordKeyColumn || model::Info(key.field).kind != model::Kind::kTime) return false;
    for (const auto& [low, high] : kBounds) {
      if (key.part == high && entry.second == columns_[{key.entity, key.field, low}]) return true;
    }
    return false;
  });
  // From each parent to its first child: what the children's parent columns say, the other way round.
  for (const model::EntityInfo& info : model::Entities()) {
    if (info.entity == Entity::kIndividual || rows_[model::EntityNumber(info.entity)] == 0) continue;
    const std::vector<int64_t>& parents = columns_[{model::EntityNumber(info.entity), model::kParentColumn, 0}];
    std::vector<int64_t>& first =
        columns_[{model::EntityNumber(info.parent), model::kFirstChildColumn, model::EntityNumber(info.entity)}];
    first.assign(rows_[model::EntityNumber(info.parent)], 0);
    int64_t child = 0;
    for (size_t parent = 0; parent < first.size(); ++parent) {
      first[parent] = child;
      while (child < static_cast<int64_t>(parents.size()) && parents[child] == static_cast<int64_t>(parent)) ++child;
    }
  }
  column_of_.clear();
  return columns_;
}

std::map<storage::PostingKey, storage::Bitmap> SegmentBuilder::Postings() const {
  std::map<storage::PostingKey, storage::Bitmap> bitmaps;
  postings_
      .ForEach([&](const storage::PostingKey& key, const std::vector<uint32_t>& rows) {
        bitmaps.emplace_hint(bitmaps.end(), key, storage::Bitmap::FromSorted(rows));
        return CheckStopSampled();
      })
      .IgnoreError();
  return bitmaps;
}

absl::StatusOr<storage::SegmentInfo> SegmentBuilder::WriteTo(storage::SegmentWriter& writer) {
  absl::Status put = postings_.ForEach([&](const storage::PostingKey& key, const std::vector<uint32_t>& rows) {
    storage::Bitmap bitmap = storage::Bitmap::FromSorted(rows);
    bitmap.Optimize();
    if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
    return writer.PutPosting(key, bitmap);
  });
  if (!put.ok()) return put;
  for (const auto& [key, column] : Columns()) {
    if (absl::Status check = CheckStop(); !check.ok()) return check;
    if (absl::Status status = writer.PutColumn(key, column); !status.ok()) return status;
  }
  return writer.Finish({rows_.begin(), rows_.end()});
}

}  // namespace muster::index
