#include "engine/execute/aggregate/list.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/execute/rows/row_hierarchy.h"
#include "engine/model/record/record.h"
#include "engine/model/record/row_order.h"

namespace muster::execute {
namespace {

using model::Entity;

// What a row of `entity` is shown by: its own id, else its primary code; -1 when it has neither.
int ShownField(Entity entity) {
  for (const model::FieldId field : model::FieldsOf(entity)) {
    if (model::Info(field).kind == model::Kind::kText &&
        (model::Info(field).name == "id" || model::Info(field).name == "uri")) {
      return field;
    }
  }
  return model::Info(entity).primary;
}

Cell ShownCell(const model::Row& row, int field, const bind::CatalogueView& view) {
  const model::Value* value = field < 0 ? nullptr : row.Find(static_cast<model::FieldId>(field));
  if (value == nullptr) return std::monostate();
  if (const auto* text = std::get_if<std::string>(value)) return *text;
  if (const auto* symbol = std::get_if<model::Symbol>(value); symbol != nullptr && *symbol < view.dictionary().size()) {
    return std::string(view.dictionary().Text(*symbol));
  }
  return std::monostate();
}

// A block is handed over when it has this many rows.
constexpr size_t kRowsOfBlock = 1024;

// What a row takes, with texts that are too long to stand in the cell.
size_t BytesOfRow(const std::vector<Cell>& cells) {
  size_t bytes = sizeof(cells) + cells.capacity() * sizeof(Cell);
  for (const Cell& cell : cells) {
    const auto* text = std::get_if<std::string>(&cell);
    if (text != nullptr && text->capacity() > std::string().capacity()) bytes += text->capacity();
  }
  return bytes;
}

}  // namespace

absl::Status ListTarget::Add(std::vector<Cell> cells) {
  if (take == nullptr && charge != nullptr && !charge->Add(BytesOfRow(cells))) return CheckStop();
  table->rows.push_back(std::move(cells));
  ++listed;
  return take != nullptr && table->rows.size() >= kRowsOfBlock ? Flush() : absl::OkStatus();
}

absl::Status ListTarget::Flush() {
  if (take == nullptr || table->rows.empty()) return absl::OkStatus();
  if ((*take)(table->columns, std::exchange(table->rows, {}))) return absl::OkStatus();
  return absl::CancelledError("no more rows are wanted");
}

void AddListColumns(const bind::Query& query, Table* table) {
  const Entity entity = query.counted[0].entity;
  if (entity != Entity::kIndividual) {
    table->columns.push_back(Column::Key(std::string(model::Info(entity).name)));
  }
  table->columns.push_back(Column::Key("individual"));
  table->columns.push_back(Column::Key("dataset"));
}

absl::Status AddListRows(const bind::Query& query, const storage::SegmentReader& segment, const storage::Bitmap& rows,
                         const bind::CatalogueView& view, ListTarget* target) {
  const Entity entity = query.counted[0].entity;
  auto up = ParentMap::Make(segment, entity, Entity::kIndividual);
  if (!up.ok()) return up.status();
  auto down = ChildRanges::Make(segment, Entity::kIndividual, entity);
  if (!down.ok()) return down.status();
  const int shown = ShownField(entity);
  model::Record record;
  std::vector<uint32_t> index_of;  // number of a row of `entity` -> index in record.rows
  uint32_t loaded = UINT32_MAX;
  absl::Status status;
  rows.ForEach([&](uint32_t row) {
    if (!status.ok() || target->listed >= target->limit) return;
    if (status = CheckStopSampled(); !status.ok()) return;
    const uint32_t individual = (*up)(row);
    if (individual != loaded) {
      absl::StatusOr<std::string> bytes = segment.Record(individual);
      absl::StatusOr<model::Record> decoded = bytes.ok() ? model::DecodeRecord(*bytes) : bytes.status();
      if (decoded.ok())
        status = model::ValidateRecord(*decoded);
      else
        status = decoded.status();
      if (!status.ok()) return;
      record = *std::move(decoded);
      loaded = individual;
      index_of.clear();
      const model::RowOrder order = model::OrderRows(record);
      for (const uint32_t i : order.order) {
        if (record.rows[i].entity == entity) index_of.push_back(i);
      }
    }
    std::vector<Cell> cells;
    if (entity != Entity::kIndividual) {
      const uint32_t number = row - down->Begin(individual);
      if (number >= index_of.size()) {
        status =
            absl::DataLossError(absl::StrCat("record ", individual, " does not have the rows that the index says"));
        return;
      }
      cells.push_back(ShownCell(record.rows[index_of[number]], shown, view));
    }
    cells.emplace_back(record.id);
    cells.emplace_back(record.dataset);
    status = target->Add(std::move(cells));
  });
  return status;
}

}  // namespace muster::execute
