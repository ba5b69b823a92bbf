// Bytes as a mapping: an error, or a mapping by which a document and a table can be read.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "engine/import/document_reader.h"
#include "engine/import/table/table_reader.h"
#include "fuzz/checking_sink.h"

namespace muster::import {
namespace {

constexpr std::string_view kDocument = R"({
  "id": "p1", "subject": {"id": "s1", "sex": "FEMALE", "dateOfBirth": "1980-01-02"}, "born": "1980-01-02",
  "cohorts": ["a", "b"], "country": "DE", "days": 12.5, "code": {"id": "HP:1", "label": "one"},
  "rows": [{"id": "r1", "x": "HP:2", "y": [1, 2, {"z": "HP:3"}], "when": "2020-01"}, {"id": "r2", "x": null}],
  "biosamples": [{"id": "b1", "files": [{"fileAttributes": {"runId": "r1", "coverage": "30"}}]}]})";
constexpr std::string_view kTable =
    "id,sex,day,age,value,codes,code,text\np1,1,02.01.1980,40,\"1,5\",A|B,X:1,one\np2,NA,,,,,,\n";

class Text : public Source {
 public:
  explicit Text(std::string_view text) : text_(text) {}
  absl::StatusOr<size_t> Read(char* buffer, size_t size) override {
    const size_t read = std::min(size, text_.size() - done_);
    std::copy_n(text_.data() + done_, read, buffer);
    done_ += read;
    return read;
  }
  uint64_t stored_bytes() const override { return done_; }

 private:
  std::string_view text_;
  size_t done_ = 0;
};

void ReadBy(const Mapping& mapping) {
  CheckingSink sink;
  Reporter reporter(20);
  TableJoin join(mapping, reporter);
  const auto tick = [] { return absl::OkStatus(); };
  for (size_t table = 0; table < mapping.tables().size(); ++table) {
    reporter.BeginFile("t");
    Text text(kTable);
    Window window(text, "t");
    const absl::Status read = ReadTable(window, mapping, table, {table}, join, reporter, tick);
    Check(read.ok() || absl::IsInvalidArgument(read));
  }
  join.Close();
  DocumentReader reader("fuzz", mapping, sink, reporter, mapping.tables().empty() ? nullptr : &join);
  reporter.BeginFile("document");
  const std::string padded = std::string(kDocument) + std::string(kJsonPadding, ' ');
  const auto read = reader.Read(std::string_view(padded).substr(0, kDocument.size()));
  Check(read.ok() || absl::IsInvalidArgument(read.status()));
  const absl::Status finished = reader.Finish(tick);
  Check(finished.ok() || absl::IsInvalidArgument(finished));
}

}  // namespace
}  // namespace muster::import

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto mapping = muster::import::Mapping::Parse(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!mapping.ok()) {
    muster::import::Check(absl::IsInvalidArgument(mapping.status()));
    return 0;
  }
  muster::import::ReadBy(*mapping);
  return 0;
}
