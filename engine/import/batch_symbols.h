// Maps the symbols of batches, which several threads read, to those of the sink.
#ifndef MUSTER_ENGINE_IMPORT_BATCH_SYMBOLS_H_
#define MUSTER_ENGINE_IMPORT_BATCH_SYMBOLS_H_

#include <vector>

#include "engine/import/batch.h"
#include "engine/import/record/sink.h"

namespace muster::import {

/// Batches must be passed in their order. Then texts reach the sink in the order of their first occurrence in the file,
/// whichever thread read them, and always get the same symbols.
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
