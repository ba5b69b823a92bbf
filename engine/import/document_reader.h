// GA4GH Phenopackets v2 in JSON: one document to one record, or to several for a family or cohort. Records of Beacon v2
// are recognised here, and gathered until Finish.
//
// simdjson does not show here: the layout of its classes depends on how its user is compiled.
#ifndef MUSTER_ENGINE_IMPORT_DOCUMENT_READER_H_
#define MUSTER_ENGINE_IMPORT_DOCUMENT_READER_H_

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/import/input/json_padding.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/record/label_counts.h"
#include "engine/import/record/reporter.h"
#include "engine/import/record/sink.h"
#include "engine/import/table/join/table_join.h"

namespace muster::import {

/// Reads documents into a sink, one after another. What becomes of which member is in docs/data-model.md.
/// Not thread-safe.
class DocumentReader {
 public:
  /// `mapping`, `sink`, `reporter` and `tables` must outlive the reader. `tables`, if not null, are closed, and add to
  /// the individuals that are read.
  DocumentReader(std::string dataset, const Mapping& mapping, Sink& sink, Reporter& reporter,
                 TableJoin* tables = nullptr);
  ~DocumentReader();

  enum class Outcome {
    kRead,       ///< taken, or rejected with a reason
    kForeign,    ///< valid JSON, but neither phenopacket nor Beacon record; counted as rejected
    kOboGraphs,  ///< an ontology; nothing was done
    kUnread,     ///< of a kind that the catalogue has no place for; rejected, and the rest of its file is to be skipped
    kLeft,       ///< ReadAlone only: nothing was done
  };
  /// What follows is from this file. Its name helps with records that might be anything.
  void BeginFile(std::string_view path);
  /// Hands over the individuals that Beacon's records speak of, and those that are in tables only. `tick` is called now
  /// and then; its errors end it, as do those of the sink and records that cannot be joined without loss
  /// (InvalidArgument).
  absl::Status Finish(const std::function<absl::Status()>& tick);
  /// Takes the JSON text of one document, followed by kJsonPadding readable bytes. Fails only when the sink does.
  absl::StatusOr<Outcome> Read(std::string_view json);
  /// Takes a document like Read, if it can be understood by itself: one that is a phenopacket whatever else its file
  /// holds, or no JSON. Leaves any other. So the result does not depend on what was read before, nor on the file.
  absl::StatusOr<Outcome> ReadAlone(std::string_view json);
  /// What the last document holds that was kForeign, for an error; "" where that is not known.
  const std::string& foreign() const;
  /// Hands over which labels came with which codes since it was asked last.
  LabelBatch TakeLabels();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_DOCUMENT_READER_H_
