// Cells of tables, and where tables come from.
#include "muster/table.h"

#include <optional>
#include <variant>

#include "bindings/c/handles.h"
#include "bindings/c/text.h"

namespace {

constexpr muster_text kNothing = {nullptr, 0};

const muster::Table* TableOf(const muster_answers* answers, size_t a) {
  if (!muster::c::Is(answers) || a >= answers->answers.size()) return nullptr;
  const std::optional<muster::Table>& table = answers->answers[a].table;
  return table.has_value() ? &*table : nullptr;
}

const muster::Cell* CellOf(const muster_answers* answers, size_t a, size_t r, size_t c) {
  const muster::Table* table = TableOf(answers, a);
  if (table == nullptr || c >= table->columns.size()) return nullptr;
  if (r == MUSTER_ROW_TOTAL) {
    // Totals are of the last columns.
    const size_t first = table->columns.size() - table->total.size();
    return c < first ? nullptr : &table->total[c - first];
  }
  return r < table->rows.size() && c < table->rows[r].size() ? &table->rows[r][c] : nullptr;
}

const muster::Number* ReleasedOf(const muster_answers* answers, size_t a, size_t r, size_t c) {
  const muster::Cell* cell = CellOf(answers, a, r, c);
  return cell == nullptr ? nullptr : std::get_if<muster::Number>(cell);
}

int Tell(const std::optional<int64_t>& number, int64_t* value) {
  if (!number.has_value()) return 0;
  if (value != nullptr) *value = *number;
  return 1;
}

}  // namespace

int muster_answer_has_table(const muster_answers* answers, size_t a) { return TableOf(answers, a) != nullptr ? 1 : 0; }

size_t muster_table_rows(const muster_answers* answers, size_t a) {
  const muster::Table* table = TableOf(answers, a);
  return table == nullptr ? 0 : table->rows.size();
}

size_t muster_table_columns(const muster_answers* answers, size_t a) {
  const muster::Table* table = TableOf(answers, a);
  return table == nullptr ? 0 : table->columns.size();
}

muster_text muster_column_name(const muster_answers* answers, size_t a, size_t c) {
  const muster::Table* table = TableOf(answers, a);
  return table == nullptr || c >= table->columns.size() ? kNothing : muster::c::TextOf(table->columns[c].name);
}

int32_t muster_column_type(const muster_answers* answers, size_t a, size_t c) {
  const muster::Table* table = TableOf(answers, a);
  if (table == nullptr || c >= table->columns.size()) return -1;
  switch (table->columns[c].type) {
    case muster::ColumnType::kInteger:
      return MUSTER_TYPE_INT;
    case muster::ColumnType::kNumber:
      return MUSTER_TYPE_NUMBER;
    case muster::ColumnType::kText:
      return MUSTER_TYPE_TEXT;
  }
  return -1;
}

int32_t muster_column_role(const muster_answers* answers, size_t a, size_t c) {
  const muster::Table* table = TableOf(answers, a);
  if (table == nullptr || c >= table->columns.size()) return -1;
  switch (table->columns[c].role) {
    case muster::ColumnRole::kKey:
      return MUSTER_ROLE_KEY;
    case muster::ColumnRole::kText:
      return MUSTER_ROLE_TEXT;
    case muster::ColumnRole::kPeople:
      return MUSTER_ROLE_PEOPLE;
    case muster::ColumnRole::kRows:
      return MUSTER_ROLE_ROWS;
    case muster::ColumnRole::kDifference:
      return MUSTER_ROLE_DIFFERENCE;
    case muster::ColumnRole::kNumber:
      return MUSTER_ROLE_NUMBER;
    case muster::ColumnRole::kHistogram:
      return MUSTER_ROLE_HISTOGRAM;
  }
  return -1;
}

int muster_table_has_total(const muster_answers* answers, size_t a) {
  const muster::Table* table = TableOf(answers, a);
  return table != nullptr && !table->total.empty() ? 1 : 0;
}

int32_t muster_cell_type(const muster_answers* answers, size_t a, size_t r, size_t c) {
  const muster::Cell* cell = CellOf(answers, a, r, c);
  if (cell == nullptr || std::holds_alternative<std::monostate>(*cell)) return MUSTER_CELL_NULL;
  if (std::holds_alternative<int64_t>(*cell)) return MUSTER_CELL_INT;
  if (std::holds_alternative<double>(*cell)) return MUSTER_CELL_NUMBER;
  if (std::holds_alternative<std::string>(*cell)) return MUSTER_CELL_TEXT;
  return MUSTER_CELL_RELEASED;
}

int muster_cell_int(const muster_answers* answers, size_t a, size_t r, size_t c, int64_t* value) {
  const muster::Cell* cell = CellOf(answers, a, r, c);
  if (cell == nullptr) return 0;
  if (const muster::Number* released = std::get_if<muster::Number>(cell)) return Tell(released->value, value);
  const int64_t* number = std::get_if<int64_t>(cell);
  return number == nullptr ? 0 : Tell(*number, value);
}

int muster_cell_number(const muster_answers* answers, size_t a, size_t r, size_t c, double* value) {
  int64_t whole = 0;
  const muster::Cell* cell = CellOf(answers, a, r, c);
  const double* number = cell == nullptr ? nullptr : std::get_if<double>(cell);
  if (number == nullptr && muster_cell_int(answers, a, r, c, &whole) == 0) return 0;
  if (value != nullptr) *value = number != nullptr ? *number : static_cast<double>(whole);
  return 1;
}

muster_text muster_cell_text(const muster_answers* answers, size_t a, size_t r, size_t c) {
  const muster::Cell* cell = CellOf(answers, a, r, c);
  const std::string* text = cell == nullptr ? nullptr : std::get_if<std::string>(cell);
  return text == nullptr ? kNothing : muster::c::TextOf(*text);
}

int32_t muster_released_kind(const muster_answers* answers, size_t a, size_t r, size_t c) {
  const muster::Number* released = ReleasedOf(answers, a, r, c);
  if (released == nullptr) return -1;
  switch (released->kind) {
    case muster::Number::Kind::kExact:
      return MUSTER_RELEASED_EXACT;
    case muster::Number::Kind::kRounded:
      return MUSTER_RELEASED_ROUNDED;
    case muster::Number::Kind::kPerturbed:
      return MUSTER_RELEASED_PERTURBED;
    case muster::Number::Kind::kSuppressed:
      return MUSTER_RELEASED_SUPPRESSED;
    case muster::Number::Kind::kWithheld:
      return MUSTER_RELEASED_WITHHELD;
  }
  return -1;
}

int muster_released_low(const muster_answers* answers, size_t a, size_t r, size_t c, int64_t* value) {
  const muster::Number* released = ReleasedOf(answers, a, r, c);
  return released == nullptr ? 0 : Tell(released->low, value);
}

int muster_released_high(const muster_answers* answers, size_t a, size_t r, size_t c, int64_t* value) {
  const muster::Number* released = ReleasedOf(answers, a, r, c);
  return released == nullptr ? 0 : Tell(released->high, value);
}

int muster_released_typical(const muster_answers* answers, size_t a, size_t r, size_t c, int64_t* value) {
  const muster::Number* released = ReleasedOf(answers, a, r, c);
  return released == nullptr ? 0 : Tell(released->typical, value);
}

muster_text muster_table_label(const muster_answers* answers, size_t a, muster_text code) {
  const muster::Table* table = TableOf(answers, a);
  if (table == nullptr || !muster::c::IsText(code)) return kNothing;
  try {
    const auto found = table->labels.find(std::string(muster::c::ViewOf(code)));
    return found == table->labels.end() ? kNothing : muster::c::TextOf(found->second);
  } catch (...) {
    return kNothing;
  }
}

size_t muster_table_labels(const muster_answers* answers, size_t a) {
  return TableOf(answers, a) == nullptr ? 0 : answers->labels[a].size();
}

muster_text muster_table_label_code(const muster_answers* answers, size_t a, size_t i) {
  return i < muster_table_labels(answers, a) ? muster::c::TextOf(answers->labels[a][i]->first) : kNothing;
}

muster_text muster_table_label_text(const muster_answers* answers, size_t a, size_t i) {
  return i < muster_table_labels(answers, a) ? muster::c::TextOf(answers->labels[a][i]->second) : kNothing;
}

muster_text muster_table_provenance(const muster_answers* answers, size_t a, int32_t what) {
  const muster::Table* table = TableOf(answers, a);
  if (table == nullptr) return kNothing;
  switch (what) {
    case MUSTER_PROVENANCE_STATEMENT:
      return muster::c::TextOf(table->provenance.statement);
    case MUSTER_PROVENANCE_RELEASE:
      return muster::c::TextOf(table->provenance.release);
    case MUSTER_PROVENANCE_ENGINE:
      return muster::c::TextOf(table->provenance.engine);
    case MUSTER_PROVENANCE_EPOCH:
      return muster::c::TextOf(table->provenance.epoch);
    case MUSTER_PROVENANCE_LEDGER:
      return muster::c::TextOf(table->provenance.ledger);
    case MUSTER_PROVENANCE_NOTE:
      return muster::c::TextOf(table->provenance.note);
    default:
      return kNothing;
  }
}

uint64_t muster_table_version(const muster_answers* answers, size_t a) {
  const muster::Table* table = TableOf(answers, a);
  return table == nullptr ? 0 : table->provenance.catalogue_version;
}

int64_t muster_table_microseconds(const muster_answers* answers, size_t a) {
  const muster::Table* table = TableOf(answers, a);
  return table == nullptr ? 0 : table->provenance.microseconds;
}

size_t muster_table_ontologies(const muster_answers* answers, size_t a) {
  const muster::Table* table = TableOf(answers, a);
  return table == nullptr ? 0 : table->provenance.ontologies.size();
}

muster_text muster_table_ontology_id(const muster_answers* answers, size_t a, size_t i) {
  return i < muster_table_ontologies(answers, a) ? muster::c::TextOf(TableOf(answers, a)->provenance.ontologies[i].id)
                                                 : kNothing;
}

muster_text muster_table_ontology_version(const muster_answers* answers, size_t a, size_t i) {
  return i < muster_table_ontologies(answers, a)
             ? muster::c::TextOf(TableOf(answers, a)->provenance.ontologies[i].version)
             : kNothing;
}
