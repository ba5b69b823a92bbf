// GA4GH Phenopackets v2 in JSON: one document to one record, or to several for a family or cohort.
#ifndef MUSTER_ENGINE_IMPORT_PHENOPACKET_READER_H_
#define MUSTER_ENGINE_IMPORT_PHENOPACKET_READER_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/import/json_value.h"
#include "engine/import/mapping.h"
#include "engine/import/record_draft.h"
#include "engine/import/reporter.h"
#include "engine/import/sink.h"
#include "engine/import/symbols.h"

namespace muster::import {

/// Reads documents into a sink, one after another. What becomes of which member is in docs/data-model.md.
class PhenopacketReader {
 public:
  /// `mapping`, `sink` and `reporter` must outlive the reader.
  PhenopacketReader(std::string dataset, const Mapping& mapping, Sink& sink, Reporter& reporter);

  enum class Outcome {
    kRead,        ///< taken, or rejected with a reason
    kForeign,     ///< valid JSON, but no phenopacket; counted as rejected
    kOboGraphs,   ///< an ontology; nothing was done
  };
  /// Takes the JSON text of one document, which must be readable for simdjson's padding beyond its end. Fails only when
  /// the sink does.
  absl::StatusOr<Outcome> Read(std::string_view json);

 private:
  // What a family or cohort says about its members.
  struct Group {
    std::string_view cohort;
    std::optional<Element> rest;  // whose other members are kept with the first record
    std::string_view name;        // "family" or "cohort"
  };
  absl::StatusOr<Outcome> ReadPacket(Element packet, const Group& group);
  absl::StatusOr<Outcome> ReadGroup(Element wrapper, std::string_view name);
  bool LooksLikePacket(Element packet) const;
  std::optional<std::string> Identity(Element packet, const Place& root);
  void ReadParts(Element packet, const Place& root);
  absl::Status Deliver();

  std::string dataset_;
  const Mapping& mapping_;
  Sink& sink_;
  Reporter& reporter_;
  Symbols symbols_;
  RecordDraft draft_;
  simdjson::dom::parser parser_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_PHENOPACKET_READER_H_
