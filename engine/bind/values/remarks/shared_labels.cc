#include "engine/bind/values/remarks/shared_labels.h"

#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "engine/model/document/code_labels.h"

namespace muster::bind {
namespace {

constexpr size_t kMaxNamed = 6;

// "\"White\", \"Indian\"", but for `left_out`.
std::string Named(const std::vector<std::string>& labels, std::string_view left_out = {}) {
  std::string named;
  size_t count = 0;
  for (const std::string& label : labels) {
    if (!left_out.empty() && model::LabelKey(label) == left_out) continue;
    if (count++ < kMaxNamed) absl::StrAppend(&named, count == 1 ? "\"" : ", \"", label, "\"");
  }
  return count > kMaxNamed ? named + ", ..." : named;
}

// The field that has the labels of another, as they stand in the records.
std::optional<model::FieldId> FieldOfLabels(model::FieldId field) {
  if (field == model::field::kEthnicity) return model::field::kEthnicityLabel;
  if (field == model::field::kOrigin) return model::field::kOriginLabel;
  return std::nullopt;
}

std::vector<std::string> LabelsOf(const CatalogueView& view, Reporter* reporter, std::string_view code) {
  absl::StatusOr<std::vector<std::string>> labels = model::LabelsOf(*view.snapshot().documents, code);
  if (labels.ok()) return *std::move(labels);
  if (reporter != nullptr) reporter->Fail(labels.status());
  return {};
}

}  // namespace

std::vector<model::Symbol> WithSharedLabel(const CatalogueView& view, std::string_view label,
                                           const model::SymbolList& values) {
  std::vector<model::Symbol> found;
  if (view.listed() != nullptr) return found;
  const std::string key = model::LabelKey(label);
  if (key.empty()) return found;
  for (const std::string& code : model::CodesWithLabels(*view.snapshot().documents)) {
    const std::optional<model::Symbol> symbol = view.dictionary().Find(code);
    if (!symbol.has_value() || !values.Contains(*symbol)) continue;
    const std::vector<std::string> labels = LabelsOf(view, nullptr, code);
    if (std::ranges::any_of(labels, [&](const std::string& known) { return model::LabelKey(known) == key; })) {
      found.push_back(*symbol);
    }
  }
  return found;
}

void WarnOfSharedLabel(const CatalogueView& view, Reporter* reporter, const grammar::Literal& literal,
                       std::string_view code, model::FieldId field) {
  if (view.listed() != nullptr) return;
  const std::vector<std::string> labels = LabelsOf(view, reporter, code);
  if (labels.empty()) return;
  std::vector<std::string> hints;
  if (const std::optional<model::FieldId> of_labels = FieldOfLabels(field)) {
    hints.push_back(absl::StrCat(std::string(model::Info(*of_labels).name), " is \"", literal.text,
                                 "\" asks for the label as it was recorded"));
  }
  reporter->Warn(
      literal.span, "shared-label",
      absl::StrCat("\"", literal.text, "\" is one of ", labels.size(), " labels that records give ", std::string(code),
                   ", and all of them count; the others are ", Named(labels, model::LabelKey(literal.text))),
      std::move(hints));
}

void NoteSharedLabels(const CatalogueView& view, Reporter* reporter, grammar::Span span, model::FieldId field) {
  if (view.listed() != nullptr || model::Info(field).kind != model::Kind::kCode) return;
  const std::vector<std::string> codes = model::CodesWithLabels(*view.snapshot().documents);
  if (codes.empty()) return;
  const absl::StatusOr<ontology::SymbolSet> values = view.FieldValues(field);
  if (!values.ok()) return reporter->Fail(values.status());
  constexpr size_t kMaxHints = 4;
  std::vector<std::string> hints;
  size_t count = 0;
  for (const std::string& code : codes) {
    const std::optional<model::Symbol> symbol = view.dictionary().Find(code);
    if (!symbol.has_value() || !(*values)->Contains(*symbol) || count++ >= kMaxHints) continue;
    hints.push_back(absl::StrCat(code, " is recorded as ", Named(LabelsOf(view, reporter, code))));
  }
  if (count == 0) return;
  if (const std::optional<model::FieldId> of_labels = FieldOfLabels(field)) {
    hints.push_back(absl::StrCat("by ", std::string(model::Info(*of_labels).name), " tells them apart"));
  }
  reporter->Note(span, "shared-label",
                 absl::StrCat("values are told apart by their codes, and ", count, count == 1 ? " code" : " codes",
                              " here ", count == 1 ? "comes" : "come", " with several labels, of which one is shown"),
                 std::move(hints));
}

}  // namespace muster::bind
