#include "engine/api/imports/dataset_names.h"

#include <cstddef>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/schema.h"

namespace muster::api {
namespace {

void AddOtherDatasetRemark(const std::string& dataset, const std::string& other, size_t found, size_t of,
                           ImportReport* report) {
  ImportRemark& remark = report->remarks.emplace_back();
  remark.what = "individuals whose ids another dataset has";
  remark.advice = absl::StrCat("if they are the same people, import into that dataset (--dataset ", other,
                               "), which replaces them; now they are counted twice");
  remark.count = found;
  ImportProblem& problem = remark.examples.emplace_back();
  problem.reason = absl::StrCat("of the first ", of, " individuals that are new in dataset ", dataset, ", ", found,
                                " have ids that dataset ", other, " has");
  ++report->problem_count;
  report->problems.push_back(problem);
  report->notes[remark.what] += found;
}

}  // namespace

absl::Status CheckDatasetName(const std::string& dataset, const bind::CatalogueView& before) {
  const auto datasets = before.RecordedValues(model::field::kDataset);
  if (!datasets.ok()) return datasets.status();
  for (const model::Symbol symbol : **datasets) {
    const std::string_view word = before.dictionary().Text(symbol);
    const std::string_view label = before.dictionary().Label(symbol);
    const std::string_view spelt = label.empty() ? word : label;
    if (spelt == dataset || model::NormalizeKeyword(dataset) != word) continue;
    return absl::InvalidArgumentError(absl::StrCat(
        "the catalogue has a dataset \"", std::string(spelt), "\", and \"", dataset,
        "\" would be another one, which queries cannot tell from it: write it as it is there, or choose another name"));
  }
  return absl::OkStatus();
}

absl::Status AddOtherDatasetRemarks(const ImportOptions& options, const std::vector<std::string>& ids,
                                    const storage::Store& store, const bind::CatalogueView& before,
                                    ImportReport* report) {
  if (options.dataset != ImportOptions().dataset || ids.empty()) return absl::OkStatus();
  const auto datasets = before.FieldValues(model::field::kDataset);
  if (!datasets.ok()) return datasets.status();
  for (const model::Symbol symbol : **datasets) {
    const std::string_view label = before.dictionary().Label(symbol);
    const std::string other(label.empty() ? before.dictionary().Text(symbol) : label);
    if (other == options.dataset) continue;
    size_t found = 0;
    for (const std::string& id : ids) {
      const auto place = store.Find(before.snapshot(), other, id);
      if (!place.ok()) return place.status();
      found += place->has_value() ? 1 : 0;
    }
    if (found * 2 > ids.size()) AddOtherDatasetRemark(options.dataset, other, found, ids.size(), report);
  }
  return absl::OkStatus();
}

}  // namespace muster::api
