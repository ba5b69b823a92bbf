// Bytes as an array of records, which may be Beacon's, and joined at the end. What comes out must be records that the
// catalogue can store.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "engine/import/document_reader.h"
#include "fuzz/checking_sink.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace muster::import;
  static const Mapping& none = *new Mapping();
  CheckingSink sink;
  Reporter reporter(20);
  DocumentReader reader("fuzz", none, sink, reporter);
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
