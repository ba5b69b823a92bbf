#include "bindings/c/arrow_batch.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "absl/strings/str_cat.h"
#include "muster/names.h"

namespace muster::c {
namespace {

class ColumnBuilder {
 public:
  ColumnBuilder(std::string name, const char* format, size_t rows) {
    column_.name = std::move(name);
    column_.format = format;
    column_.validity.assign(rows / 8 + 1, 0);
    if (*format == 'U') column_.whole.push_back(0);
    (*format == 'g') ? column_.numbers.reserve(rows) : column_.whole.reserve(rows + 1);
  }
  void AddNull() {
    ++column_.nulls;
    Add(int64_t{0}, 0.0, {});
  }
  void AddInt(int64_t value) {
    MarkValid();
    *column_.format == 'U' ? Add(0, 0, std::to_string(value)) : Add(value, static_cast<double>(value), {});
  }
  void AddNumber(double value) {
    MarkValid();
    *column_.format == 'U' ? Add(0, 0, absl::StrCat(value)) : Add(0, value, {});
  }
  void AddText(std::string_view value) {
    MarkValid();
    Add(0, 0, value);
  }
  void AddOptional(const std::optional<int64_t>& value) {
    if (value.has_value()) {
      AddInt(*value);
    } else {
      AddNull();
    }
  }
  ArrowColumn Take() { return std::move(column_); }

 private:
  void MarkValid() { column_.validity[row_ / 8] |= static_cast<uint8_t>(1U << (row_ % 8)); }
  void Add(int64_t whole, double number, std::string_view text) {
    ++row_;
    if (*column_.format == 'g') {
      column_.numbers.push_back(number);
    } else if (*column_.format == 'l') {
      column_.whole.push_back(whole);
    } else {
      column_.bytes += text;
      column_.whole.push_back(static_cast<int64_t>(column_.bytes.size()));
    }
  }

  ArrowColumn column_;
  size_t row_ = 0;
};

// What cells of column `c` are, so that none loses anything: the type that the column has, or a wider one.
struct CellsOf {
  bool text = false;
  bool number = false;
  bool released = false;
};

CellsOf LookAtCells(const Rows& rows, size_t c) {
  CellsOf found;
  for (const std::vector<Cell>& row : rows) {
    found.text |= std::holds_alternative<std::string>(row[c]);
    found.number |= std::holds_alternative<double>(row[c]);
    found.released |= std::holds_alternative<muster::Number>(row[c]);
  }
  return found;
}

void AddPlainColumn(const Column& column, const Rows& rows, size_t c, const CellsOf& cells, Batch* batch) {
  const char* format = cells.text || column.type == ColumnType::kText       ? "U"
                       : cells.number || column.type == ColumnType::kNumber ? "g"
                                                                            : "l";
  ColumnBuilder builder(column.name, format, rows.size());
  for (const std::vector<Cell>& row : rows) {
    if (const int64_t* whole = std::get_if<int64_t>(&row[c])) {
      builder.AddInt(*whole);
    } else if (const double* number = std::get_if<double>(&row[c])) {
      builder.AddNumber(*number);
    } else if (const std::string* text = std::get_if<std::string>(&row[c])) {
      builder.AddText(*text);
    } else {
      builder.AddNull();
    }
  }
  batch->columns.push_back(builder.Take());
}

void AddReleasedColumns(const std::string& name, const Rows& of_table, size_t c, Batch* batch) {
  const size_t rows = of_table.size();
  ColumnBuilder value(name, "l", rows);
  ColumnBuilder kind(name + " kind", "U", rows);
  ColumnBuilder low(name + " low", "l", rows);
  ColumnBuilder high(name + " high", "l", rows);
  ColumnBuilder typical(name + " typical", "l", rows);
  for (const std::vector<Cell>& row : of_table) {
    if (const muster::Number* released = std::get_if<muster::Number>(&row[c])) {
      value.AddOptional(released->value);
      kind.AddText(NameOf(released->kind));
      low.AddOptional(released->low);
      high.AddOptional(released->high);
      typical.AddOptional(released->typical);
      continue;
    }
    const int64_t* whole = std::get_if<int64_t>(&row[c]);
    value.AddOptional(whole == nullptr ? std::optional<int64_t>() : std::optional<int64_t>(*whole));
    for (ColumnBuilder* other : {&kind, &low, &high, &typical}) other->AddNull();
  }
  for (ColumnBuilder* column : {&value, &kind, &low, &high, &typical}) batch->columns.push_back(column->Take());
}

// Of schemas: children, and pointers to them.
struct SchemaParts {
  BatchPtr batch;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema*> pointers;
};

// Children belong to their parent, unless they are moved out of it: then they hold the batch by themselves.
void ReleaseSchema(ArrowSchema* schema) {
  auto* parts = static_cast<SchemaParts*>(schema->private_data);
  for (int64_t i = 0; i < schema->n_children; ++i) {
    if (schema->children[i]->release != nullptr) schema->children[i]->release(schema->children[i]);
  }
  schema->release = nullptr;
  delete parts;
}

struct ArrayParts {
  BatchPtr batch;
  std::vector<ArrowArray> children;
  std::vector<ArrowArray*> pointers;
  const void* no_validity = nullptr;
};

void ReleaseArray(ArrowArray* array) {
  auto* parts = static_cast<ArrayParts*>(array->private_data);
  for (int64_t i = 0; i < array->n_children; ++i) {
    if (array->children[i]->release != nullptr) array->children[i]->release(array->children[i]);
  }
  array->release = nullptr;
  delete parts;
}

}  // namespace

BatchPtr MakeBatch(const std::vector<Column>& columns, const Rows& rows) {
  auto batch = std::make_shared<Batch>();
  batch->rows = static_cast<int64_t>(rows.size());
  for (size_t c = 0; c < columns.size(); ++c) {
    const CellsOf cells = LookAtCells(rows, c);
    if (cells.released && !cells.text && !cells.number) {
      AddReleasedColumns(columns[c].name, rows, c, batch.get());
    } else {
      AddPlainColumn(columns[c], rows, c, cells, batch.get());
    }
  }
  for (ArrowColumn& column : batch->columns) {
    column.buffers[0] = column.validity.data();
    column.buffers[1] = *column.format == 'g' ? static_cast<const void*>(column.numbers.data()) : column.whole.data();
    column.buffers[2] = column.bytes.data();
  }
  return batch;
}

void FillSchema(const BatchPtr& batch, ArrowSchema* out) {
  auto parts = std::make_unique<SchemaParts>();
  parts->batch = batch;
  parts->children.resize(batch->columns.size());
  parts->pointers.reserve(batch->columns.size());
  std::vector<std::unique_ptr<SchemaParts>> of_children;
  for (size_t i = 0; i < batch->columns.size(); ++i) {
    of_children.push_back(std::make_unique<SchemaParts>());
    of_children.back()->batch = batch;
    parts->pointers.push_back(&parts->children[i]);
  }
  // Nothing fails from here on.
  for (size_t i = 0; i < batch->columns.size(); ++i) {
    parts->children[i] = {
        batch->columns[i].format, batch->columns[i].name.c_str(), nullptr, ARROW_FLAG_NULLABLE, 0, nullptr, nullptr,
        &ReleaseSchema,           of_children[i].release()};
  }
  const auto count = static_cast<int64_t>(parts->pointers.size());
  ArrowSchema** children = parts->pointers.data();
  *out = {"+s", "", nullptr, 0, count, children, nullptr, &ReleaseSchema, parts.release()};
}

void FillArray(const BatchPtr& batch, ArrowArray* out) {
  auto parts = std::make_unique<ArrayParts>();
  parts->batch = batch;
  parts->children.resize(batch->columns.size());
  std::vector<std::unique_ptr<ArrayParts>> of_children;
  for (size_t i = 0; i < batch->columns.size(); ++i) {
    of_children.push_back(std::make_unique<ArrayParts>());
    of_children.back()->batch = batch;
    parts->pointers.push_back(&parts->children[i]);
  }
  // Nothing fails from here on.
  for (size_t i = 0; i < batch->columns.size(); ++i) {
    const ArrowColumn& column = batch->columns[i];
    parts->children[i] = {batch->rows,
                          column.nulls,
                          0,
                          column.n_buffers(),
                          0,
                          const_cast<const void**>(column.buffers),
                          nullptr,
                          nullptr,
                          &ReleaseArray,
                          of_children[i].release()};
  }
  const auto count = static_cast<int64_t>(parts->pointers.size());
  ArrowArray** children = parts->pointers.data();
  const void** no_validity = &parts->no_validity;
  *out = {batch->rows, 0, 0, 1, count, no_validity, children, nullptr, &ReleaseArray, parts.release()};
}

}  // namespace muster::c
