#include "engine/api/imports/absent_people.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "allowance/allowance.h"
#include "engine/api/imports/add_remark.h"
#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"
#include "storage/bits/bitmap.h"

namespace muster::api {
namespace {

constexpr size_t kMostNamed = 1000;

struct Absent {
  std::vector<std::pair<size_t, uint32_t>> places;  // the number of a segment, and a row
  uint64_t before = 0;                              // individuals of the dataset
};

absl::StatusOr<std::optional<model::Symbol>> SymbolOf(const std::string& dataset, const bind::CatalogueView& view) {
  const auto datasets = view.RecordedValues(model::field::kDataset);
  if (!datasets.ok()) return datasets.status();
  for (const model::Symbol symbol : **datasets) {
    const std::string_view label = view.dictionary().Label(symbol);
    if ((label.empty() ? view.dictionary().Text(symbol) : label) == dataset) return symbol;
  }
  return std::nullopt;
}

absl::StatusOr<Absent> FindAbsent(model::Symbol dataset, const storage::Snapshot& snapshot,
                                  const index::CatalogueWriter& writer) {
  const storage::PostingKey key{static_cast<uint8_t>(model::PostingKind::kRows), 0, model::field::kDataset, dataset};
  Absent absent;
  for (size_t i = 0; i < snapshot.segments.size(); ++i) {
    const storage::SegmentReader& segment = *snapshot.segments[i];
    const absl::StatusOr<storage::BitmapPtr> of_dataset = segment.Posting(key, segment.rows(0));
    if (!of_dataset.ok()) return of_dataset.status();
    const absl::StatusOr<storage::BitmapPtr> live = segment.Live();
    if (!live.ok()) return live.status();
    (*of_dataset)->ForEach([&](uint32_t row) {
      if (*live != nullptr && !(*live)->Contains(row)) return;
      ++absent.before;
      if (!writer.IsReplaced({segment.info().id, row})) absent.places.emplace_back(i, row);
    });
  }
  return absent;
}

absl::StatusOr<model::RecordName> NameAt(const storage::Snapshot& snapshot, std::pair<size_t, uint32_t> place) {
  const absl::StatusOr<std::string> bytes = snapshot.segments[place.first]->Record(place.second);
  return bytes.ok() ? model::DecodeRecordName(*bytes) : bytes.status();
}

absl::Status DeleteAbsent(const Absent& absent, const storage::Snapshot& snapshot, index::CatalogueWriter& writer,
                          ImportReport* report) {
  for (const auto& place : absent.places) {
    if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
    const absl::StatusOr<model::RecordName> name = NameAt(snapshot, place);
    if (!name.ok()) return name.status();
    if (const auto removed = writer.Remove(name->dataset, name->id); !removed.ok()) return removed.status();
  }
  // Nothing of them is quoted: it would stay in the report.
  AddRemark("individual of the dataset that the import does not have, deleted", "", absent.places.size(),
            absl::StrCat("of ", absent.before, " individuals of dataset \"", report->dataset, "\""), report);
  return absl::OkStatus();
}

absl::Status NoteAbsent(const Absent& absent, const storage::Snapshot& snapshot, ImportReport* report) {
  AddRemark("individual of the dataset that this import does not have, and most others again",
            "they stay as they were. If these files are the whole dataset, import them with --replace-dataset, which "
            "deletes the others, or delete them by their ids (muster delete)",
            absent.places.size(),
            absl::StrCat("of ", absent.before, " individuals of dataset \"", report->dataset, "\" ",
                         absent.before - absent.places.size(), " came again"),
            report);
  ImportRemark& remark = report->remarks.back();
  for (size_t i = 0; i < absent.places.size() && i < kMostNamed; ++i) {
    absl::StatusOr<model::RecordName> name = NameAt(snapshot, absent.places[i]);
    if (!name.ok()) return name.status();
    remark.values.push_back({"/id", std::move(name->id), 1});
  }
  remark.other_values = absent.places.size() - remark.values.size();
  remark.examples[0].id = remark.values[0].value;
  PutFirst(report);
  return absl::OkStatus();
}

}  // namespace

absl::Status JudgeAbsentPeople(const ImportOptions& options, uint64_t imported, const bind::CatalogueView& before,
                               index::CatalogueWriter& writer, ImportReport* report) {
  if (options.replace_dataset && (imported == 0 || report->rejected > 0)) {
    const std::string why =
        imported == 0 ? absl::StrCat("the files have nobody of dataset \"", options.dataset, "\"")
                      : absl::StrCat(report->rejected, report->rejected == 1 ? " record was" : " records were",
                                     " rejected, whose people may be in it");
    return absl::InvalidArgumentError(absl::StrCat("the dataset is not replaced, and nothing has changed: ", why,
                                                   ". Import without that option first to see the report"));
  }
  const absl::StatusOr<std::optional<model::Symbol>> dataset = SymbolOf(options.dataset, before);
  if (!dataset.ok() || !dataset->has_value()) return dataset.status();
  const storage::Snapshot& snapshot = before.snapshot();
  const absl::StatusOr<Absent> absent = FindAbsent(**dataset, snapshot, writer);
  if (!absent.ok() || absent->places.empty()) return absent.status();
  if (options.replace_dataset) return DeleteAbsent(*absent, snapshot, writer, report);
  // Two in three come again: hardly so in files of those who are new or have changed.
  const uint64_t again = absent->before - absent->places.size();
  const bool is_new_state = again * 3 >= absent->before * 2 && again >= 2;
  return is_new_state ? NoteAbsent(*absent, snapshot, report) : absl::OkStatus();
}

}  // namespace muster::api
