#include "engine/api/imports/dataset_names.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/api/imports/add_remark.h"
#include "engine/model/document/remarks_of_others.h"
#include "engine/model/schema/keyword.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/alike_key.h"
#include "engine/model/text/text.h"

namespace muster::api {
namespace {

// For a sample of new individuals, the ones whose id another dataset has.
struct Overlap {
  size_t found = 0;
  size_t same = 0;       // the same sex and date of birth, or the same rows
  size_t different = 0;  // another sex or date of birth
  size_t linked = 0;     // the same person id: `distinct individuals` counts them once
  size_t telling = 0;    // by an id that other registries hardly give
  size_t compared = 0;   // for whom both have a sex or a date of birth
  std::string example;
};

// Ids that count people from 1 on, perhaps with letters and zeros before, are found everywhere.
bool IsTelling(std::string_view id) {
  constexpr int kDigits = 5;
  int digits = 0;
  for (const char c : id) {
    if (model::IsAsciiDigit(c) && (c != '0' || digits > 0)) ++digits;
  }
  return digits >= kDigits;
}

absl::StatusOr<Overlap> OverlapWith(const std::string& other, const std::vector<const NewPerson*>& people,
                                    const storage::Store& store, const bind::CatalogueView& before) {
  constexpr size_t kFirstLook = 50;
  const size_t step = std::max<size_t>(people.size() / kFirstLook, 1);
  const auto find = [&](const NewPerson& person) { return store.Find(before.snapshot(), other, person.id); };
  bool any = false;
  for (size_t i = 0; i < people.size() && !any; i += step) {
    const auto place = find(*people[i]);
    if (!place.ok()) return place.status();
    any = place->has_value();
  }
  Overlap overlap;
  if (!any) return overlap;
  const auto& segments = before.snapshot().manifest.segments;
  for (const NewPerson* person : people) {
    if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
    const auto place = find(*person);
    if (!place.ok()) return place.status();
    if (!place->has_value()) continue;
    if (overlap.found++ == 0) overlap.example = person->id.substr(0, 100);
    overlap.telling += IsTelling(person->id) ? 1 : 0;
    const auto info = std::ranges::find(segments, (*place)->segment, &storage::SegmentInfo::id);
    if (info == segments.end()) continue;
    const auto bytes = before.snapshot().segments[static_cast<size_t>(info - segments.begin())]->Record((*place)->row);
    if (!bytes.ok()) return bytes.status();
    const auto record = model::DecodeRecord(*bytes);
    if (!record.ok()) return record.status();
    const PersonTraits there = TraitsOf(*record, before.dictionary());
    const PersonTraits& here = person->traits;
    if (Contradict(here, there)) {
      ++overlap.different;
    } else if (AreSame(here, there)) {
      ++overlap.same;
    }
    const bool sexes = here.sex != model::kNoSymbol && there.sex != model::kNoSymbol;
    overlap.compared += sexes || (!here.birth.empty() && !there.birth.empty()) ? 1 : 0;
    overlap.linked += here.person != model::kNoSymbol && here.person == there.person ? 1 : 0;
  }
  return overlap;
}

// Two registries that both count from 1 have the same ids, and other people.
bool SeemTheSame(const Overlap& overlap, size_t of) {
  constexpr size_t kFewest = 3;
  constexpr size_t kEnoughCompared = 5;
  if (overlap.found < kFewest || overlap.linked * 2 >= overlap.found) return false;
  if (overlap.different * 10 > overlap.found) return false;
  if (overlap.same * 5 >= of) return true;
  const bool agree = overlap.different == 0 && overlap.compared >= kEnoughCompared;
  return overlap.found * 2 > of && (agree || overlap.telling * 2 > overlap.found);
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

absl::Status AddOtherDatasetRemarks(const ImportOptions& options, const NewPeople& people, const storage::Store& store,
                                    const bind::CatalogueView& before, ImportReport* report) {
  std::vector<const NewPerson*> here;
  for (const NewPerson& person : people.sample()) {
    if (person.dataset == options.dataset) here.push_back(&person);
  }
  if (here.empty() || before.snapshot().segments.empty()) return absl::OkStatus();
  const bool is_named = options.dataset != ImportOptions().dataset;
  const auto datasets = before.RecordedValues(model::field::kDataset);
  if (!datasets.ok()) return datasets.status();
  for (const model::Symbol symbol : **datasets) {
    const std::string_view label = before.dictionary().Label(symbol);
    const std::string other(label.empty() ? before.dictionary().Text(symbol) : label);
    if (other == options.dataset) continue;
    const auto overlap = OverlapWith(other, here, store, before);
    if (!overlap.ok()) return overlap.status();
    const bool most = !is_named && overlap->found * 2 > here.size();
    if (!most && !SeemTheSame(*overlap, here.size())) continue;
    AddRemark(model::kIdsOfAnotherDataset,
              absl::StrCat("if they are the same people, import into that dataset (--dataset ", other,
                           "), which replaces them, and delete one of the two; now they are counted twice"),
              overlap->found,
              absl::StrCat("of ", here.size(), " individuals looked at that are new in dataset ", options.dataset, ", ",
                           overlap->found, " have ids that dataset ", other, " has, such as \"", overlap->example,
                           "\": ", overlap->same, " with the same sex and date of birth, or the same records, and ",
                           overlap->different, " with another sex or date of birth"),
              report);
  }
  return absl::OkStatus();
}

absl::Status AddAlikeIdsRemark(const std::string& dataset, const NewPeople& people, const storage::Store& store,
                               const bind::CatalogueView& before, ImportReport* report) {
  constexpr size_t kMostLookedFor = 300;  // each has dozens of spellings
  if (before.snapshot().segments.empty()) return absl::OkStatus();
  const std::vector<NewPerson>& sample = people.sample();
  const size_t looked_for = std::min(sample.size(), kMostLookedFor);
  size_t found = 0;
  std::string example;
  for (size_t i = 0; i < looked_for; ++i) {
    if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
    const std::string& id = sample[i * sample.size() / looked_for].id;
    for (const std::string& spelling : model::AlikeSpellings(id)) {
      const auto place = store.Find(before.snapshot(), dataset, spelling);
      if (!place.ok()) return place.status();
      if (!place->has_value()) continue;
      if (found++ == 0) {
        example = absl::StrCat("\"", id.substr(0, 100), "\" is new, and \"", spelling, "\" was there");
      }
      break;
    }
  }
  AddRemark(
      "new individual whose id is like that of one whom the dataset has from an earlier import",
      "nothing, if they are two persons; else write ids as the earlier import did: each has a part of the data", found,
      absl::StrCat("of ", looked_for, " individuals looked at that are new in the dataset, ", found, ": ", example),
      report);
  return absl::OkStatus();
}

}  // namespace muster::api
