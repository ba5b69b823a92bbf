// A batch of documents of a file, on its way from the reading threads to the sink.
#ifndef MUSTER_ENGINE_IMPORT_BATCH_H_
#define MUSTER_ENGINE_IMPORT_BATCH_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "engine/import/record/label_counts.h"
#include "engine/import/record/reporter.h"
#include "engine/model/record/record.h"

namespace muster::import {

/// Cut from the file by one thread, read by the same, and taken by another.
struct Batch {
  struct Document {
    std::string_view text;  ///< readable for kJsonPadding behind it
    uint64_t number = 0;    ///< in the file, from 1
    uint64_t line = 0;      ///< see Splitter::line
  };
  /// A text that was interned: its number in the reader's own dictionary.
  struct Interned {
    std::string text;
    std::string label;
    model::Symbol symbol = model::kNoSymbol;
  };

  explicit Batch(size_t max_problems) : report(max_problems, Reporter::Extent::kPart) {}

  // What was cut.
  std::string bytes;  ///< of the documents, unless a large one stands where the splitter found it
  std::vector<Document> documents;
  uint64_t stored_bytes = 0;  ///< of the file, up to here
  absl::Status status;        ///< what stopped the cutting, behind the documents
  bool last = false;          ///< nothing follows in the file
  bool large = false;         ///< one large document, not read, that the cutting waits for

  // What was read: of the first documents all, of the others nothing.
  size_t read = 0;
  std::vector<Interned> interned;      ///< in order, before any record
  std::vector<model::Record> records;  ///< with symbols of the reader's own dictionary
  std::vector<uint64_t> numbers;       ///< of each, that of its document
  Reporter report;
  LabelBatch labels;  ///< beside codes
  size_t reader = 0;  ///< whose dictionary
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_BATCH_H_
