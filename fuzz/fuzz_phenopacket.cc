// Bytes as one phenopacket document, read without and with a mapping. What is taken must be a record that the catalogue
// can store: parents before children, fields of their entity, extras that are JSON.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "engine/import/document_reader.h"
#include "fuzz/checking_sink.h"

namespace muster::import {
namespace {

constexpr std::string_view kMapping = R"({
  "identity": "/subject/id",
  "individual": {"cohort": "/cohorts/*", "country": "/country", "birth date": "/born", "survival": "/days"},
  "samples": {"from": "/specimens/*", "fields": {"id": "/id", "tissue": "/tissue"}},
  "runs": [{"from": "/biosamples/*/files/*", "fields": {"id": "/fileAttributes/runId", "assay": "/fileAttributes/libraryStrategy",
            "depth": "/fileAttributes/coverage"}},
           {"from": "/runs/*", "sample": "/biosampleId", "fields": {"id": "/id", "date": "/date"}}],
  "analyses": {"from": "/biosamples/*/files/*", "fields": {"pipeline": "/pipeline"}},
  "exposures": {"from": "/exposures/*", "fields": {"agent": "/agent", "excluded": "/never", "unit": {"const": "UCUM:a"}}}})";

void ReadOnce(std::string_view bytes, const Mapping& mapping) {
  CheckingSink sink;
  Reporter reporter(20);
  DocumentReader reader("fuzz", mapping, sink, reporter);
  const std::string padded = std::string(bytes) + std::string(kJsonPadding, ' ');
  Check(reader.Read(std::string_view(padded).substr(0, bytes.size())).ok());
  // (A record of Beacon's may need others, without which the import ends here.)
  const bool joined = reader.Finish([] { return absl::OkStatus(); }).ok();
  const ImportReport report = std::move(reporter).Finish();
  // (Records of Beacon's with one id become one, and are told of.)
  const uint64_t taken = report.individuals + report.rejected;
  Check(!joined || report.records == taken || (report.records > taken && !report.remarks.empty()));
}

}  // namespace
}  // namespace muster::import

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using muster::import::Mapping;
  static const Mapping& none = *new Mapping();
  static const Mapping& mapping = *new Mapping(*Mapping::Parse(muster::import::kMapping));
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  muster::import::ReadOnce(bytes, none);
  muster::import::ReadOnce(bytes, mapping);
  return 0;
}
