#include "engine/api/imports/dataset_names.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/alike_key.h"

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

absl::Status AddAlikeIdsRemark(const std::string& dataset, const std::vector<std::string>& ids,
                               const storage::Store& store, const bind::CatalogueView& before, ImportReport* report) {
  constexpr size_t kMostLookedFor = 300;  // each has dozens of spellings
  if (before.snapshot().segments.empty()) return absl::OkStatus();
  const size_t looked_for = std::min(ids.size(), kMostLookedFor);
  size_t found = 0;
  std::string example;
  for (size_t i = 0; i < looked_for; ++i) {
    if (absl::Status looked = CheckStopSampled(); !looked.ok()) return looked;
    for (const std::string& spelling : model::AlikeSpellings(ids[i])) {
      const auto place = store.Find(before.snapshot(), dataset, spelling);
      if (!place.ok()) return place.status();
      if (!place->has_value()) continue;
      if (found++ == 0) {
        example = absl::StrCat("\"", ids[i].substr(0, 100), "\" is new, and \"", spelling, "\" was there");
      }
      break;
    }
  }
  if (found == 0) return absl::OkStatus();
  ImportRemark& remark = report->remarks.emplace_back();
  remark.what = "new individual whose id is like that of one whom the dataset has from an earlier import";
  remark.advice =
      "nothing, if they are two persons; else write ids as the earlier import did: each has a part of the data";
  remark.count = found;
  ImportProblem& problem = remark.examples.emplace_back();
  problem.reason =
      absl::StrCat("of the first ", looked_for, " individuals that are new in the dataset, ", found, ": ", example);
  ++report->problem_count;
  report->problems.push_back(problem);
  report->notes[remark.what] += found;
  return absl::OkStatus();
}

}  // namespace muster::api
