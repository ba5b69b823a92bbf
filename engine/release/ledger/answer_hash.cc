#include "engine/release/ledger/answer_hash.h"

#include <bit>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/release/ledger/sha256.h"

namespace muster::release {
namespace {

// Numbers end with a blank and texts stand behind their length, so that no two answers have the same bytes.
class AnswerBytes {
 public:
  void Add(int64_t number) { absl::StrAppend(&bytes_, number, " "); }
  void Add(const std::string& text) {
    Add(static_cast<int64_t>(text.size()));
    bytes_.append(text);
  }
  void Add(const std::optional<int64_t>& number) {
    Add(static_cast<int64_t>(number.has_value()));
    Add(number.value_or(0));
  }

  void Add(std::monostate) {}
  void Add(double number) { Add(std::bit_cast<int64_t>(number)); }
  void Add(const muster::Number& number) {
    Add(static_cast<int64_t>(number.kind));
    for (const auto& part : {number.value, number.low, number.high, number.typical}) Add(part);
  }
  void Add(const Cell& cell) {
    Add(static_cast<int64_t>(cell.index()));
    std::visit([this](const auto& value) { Add(value); }, cell);
  }

  void Add(const Column& column) {
    Add(column.name);
    Add(static_cast<int64_t>(column.type));
    Add(static_cast<int64_t>(column.role));
  }
  void Add(const Diagnostic& diagnostic) {
    Add(static_cast<int64_t>(diagnostic.severity));
    for (const std::string& text : {diagnostic.code, diagnostic.message}) Add(text);
    Add(static_cast<int64_t>(diagnostic.begin));
    Add(static_cast<int64_t>(diagnostic.end));
    AddAll(diagnostic.hints);
  }
  template <typename T>
  void AddAll(const std::vector<T>& values) {
    Add(static_cast<int64_t>(values.size()));
    for (const T& value : values) Add(value);
  }

  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace

std::string HashOfAnswer(const Answer& answer) {
  AnswerBytes bytes;
  bytes.Add(static_cast<int64_t>(answer.table.has_value()));
  if (answer.table.has_value()) {
    bytes.AddAll(answer.table->columns);
    bytes.Add(static_cast<int64_t>(answer.table->rows.size()));
    for (const std::vector<Cell>& row : answer.table->rows) bytes.AddAll(row);
    bytes.AddAll(answer.table->total);
    bytes.Add(static_cast<int64_t>(answer.table->labels.size()));
    for (const auto& [code, label] : answer.table->labels) {
      bytes.Add(code);
      bytes.Add(label);
    }
  }
  bytes.AddAll(answer.diagnostics);
  return ToHex(Sha256(bytes.bytes()));
}

}  // namespace muster::release
