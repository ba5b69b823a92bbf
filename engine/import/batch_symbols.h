// From the symbols of those who read batches to those of the sink.
#ifndef MUSTER_ENGINE_IMPORT_BATCH_SYMBOLS_H_
#define MUSTER_ENGINE_IMPORT_BATCH_SYMBOLS_H_

#include <vector>

#include "engine/import/batch.h"
#include "engine/import/record/sink.h"

namespace muster::import {

/// Batches must come in their order: then texts come to the sink in the order in which the file has them first, whoever
/// read them, and get the same symbols always.
class BatchSymbols {
 public:
  explicit BatchSymbols(Sink& sink) : sink_(sink) {}

  /// Interns what the batch interned.
  void Intern(const Batch& batch);
  /// Puts the sink's symbols into a record of the batch.
  void Translate(const Batch& batch, model::Record& record) const;

 private:
  Sink& sink_;
  std::vector<std::vector<model::Symbol>> symbols_;  // by reader, then by the reader's symbol
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BATCH_SYMBOLS_H_
