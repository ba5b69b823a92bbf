// Bytes as a table. Whatever its cells hold, what comes out must be records that the catalogue can store.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "engine/import/document_reader.h"
#include "engine/import/table/table_reader.h"
#include "fuzz/checking_sink.h"

namespace muster::import {
namespace {

// Every setting that a column can have, in a table with one row for each individual and in one with several. A column
// that is missing is an error: the corpus has them all.
constexpr char kMapping[] = R"({
  "tables": {
    "t": {"files": "t", "id": "id", "missing": ["NA"], "one": true, "columns": {
      "sex": {"values": {"1": "male", "2": null}}, "day": {"date": "DD.MM.YYYY"}, "age": {"age": "years"},
      "value": {"decimal": ","}, "codes": {"split": "|", "prefix": "X:"}, "code": {"label": "text"}}},
    "u": {"files": "u", "id": "id", "columns": {"day": {"date": "DD.MM.YYYY"}, "codes": {"split": "|"}}}},
  "individual": {"birth date": "/t/day", "cohort": "/u/*/codes/*"},
  "phenotypes": {"from": "/t/codes/*", "fields": {"term": ""}},
  "diseases": {"from": "/t", "when": "/code", "fields": {"term": "/code", "onset": "/age"}},
  "measurements": {"from": "/u/*", "when": {"/sex": ["1", "3"]},
                   "fields": {"assay": {"const": "LOINC:1-8"}, "value": "/value", "time": "/day"}}})";

class Bytes : public Source {
 public:
  Bytes(const uint8_t* data, size_t size) : data_(data), size_(size) {}
  absl::StatusOr<size_t> Read(char* buffer, size_t size) override {
    const size_t read = std::min(size, size_ - done_);
    std::copy_n(data_ + done_, read, buffer);
    done_ += read;
    return read;
  }
  uint64_t stored_bytes() const override { return done_; }

 private:
  const uint8_t* data_;
  size_t size_;
  size_t done_ = 0;
};

}  // namespace
}  // namespace muster::import

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace muster::import;
  static const Mapping& mapping = *new Mapping(*Mapping::Parse(kMapping));
  CheckingSink sink;
  Reporter reporter(20);
  TableJoin join(mapping, reporter);
  reporter.BeginFile("t");
  const auto tick = [] { return absl::OkStatus(); };
  const std::vector<size_t> tables = {0, 1};
  for (const size_t table : tables) {
    Bytes bytes(data, size);
    Window window(bytes, "t");
    const absl::Status read = ReadTable(window, mapping, table, tables, join, reporter, tick);
    Check(read.ok() || absl::IsInvalidArgument(read));
  }
  join.Close();
  DocumentReader reader("fuzz", mapping, sink, reporter, &join);
  Check(reader.Finish(tick).ok());
  return 0;
}
