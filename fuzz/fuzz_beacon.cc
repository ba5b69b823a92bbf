// Bytes as an array of records, which may be Beacon's, and joined at the end. What comes out must be records that the
// catalogue can store.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "engine/import/phenopacket_reader.h"
#include "engine/model/dictionary.h"
#include "engine/model/row_order.h"

namespace muster::import {
namespace {

void Check(bool holds) {
  if (!holds) std::abort();
}

class CheckingSink : public Sink {
 public:
  model::Symbol Intern(std::string_view text, std::string_view label) override {
    return dictionary_.Intern(text, label);
  }
  absl::Status AddRecord(model::Record&& record, bool* replaced) override {
    *replaced = false;
    Check(!record.id.empty() && model::ValidateRecord(record).ok());
    Check(record.extras.empty() || nlohmann::json::accept(record.extras));
    return absl::OkStatus();
  }
  absl::Status AddCollection(model::Collection collection) override {
    const auto again = model::DecodeCollection(model::EncodeCollection(collection));
    if (!again.ok() || *again != collection) __builtin_trap();
    return absl::OkStatus();
  }
  absl::Status AddOntology(ontology::OntologyPtr) override { return absl::OkStatus(); }

 private:
  model::Dictionary dictionary_;
};

}  // namespace
}  // namespace muster::import

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace muster::import;
  static const Mapping& none = *new Mapping();
  CheckingSink sink;
  Reporter reporter(20);
  PhenopacketReader reader("fuzz", none, sink, reporter);
  reporter.BeginFile("individuals.json");
  reader.BeginFile("individuals.json");
  const nlohmann::json array =
      nlohmann::json::parse(data, data + size, /*callback=*/nullptr, /*allow_exceptions=*/false);
  if (!array.is_array()) return 0;
  uint64_t number = 0;
  for (const nlohmann::json& record : array) {
    const std::string text = record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    const std::string padded = text + std::string(kJsonPadding, ' ');
    reporter.BeginRecord(++number, 0);
    Check(reader.Read(std::string_view(padded).substr(0, text.size())).ok());
  }
  Check(reader.Finish([] { return absl::OkStatus(); }).ok());
  return 0;
}
