#include "engine/import/batch_symbols.h"

namespace muster::import {

void BatchSymbols::Intern(const Batch& batch) {
  if (symbols_.size() <= batch.reader) symbols_.resize(batch.reader + 1);
  std::vector<model::Symbol>& symbols = symbols_[batch.reader];
  for (const Batch::Interned& interned : batch.interned) {
    if (symbols.size() <= interned.symbol) symbols.resize(interned.symbol + 1, model::kNoSymbol);
    symbols[interned.symbol] = sink_.Intern(interned.text, interned.label);
  }
}

void BatchSymbols::Translate(const Batch& batch, model::Record& record) const {
  const std::vector<model::Symbol>& symbols = symbols_[batch.reader];
  for (model::Row& row : record.rows) {
    for (model::FieldValue& value : row.values) {
      if (auto* symbol = std::get_if<model::Symbol>(&value.value)) {
        *symbol = symbols[*symbol];
      } else if (auto* time = std::get_if<model::TimeValue>(&value.value)) {
        if (time->term != model::kNoSymbol) time->term = symbols[time->term];
      }
    }
  }
}

}  // namespace muster::import
