#include "engine/api/versions/upgrade.h"

#include "absl/strings/str_cat.h"
#include "engine/api/versions/changes.h"
#include "engine/api/versions/old_spellings.h"
#include "engine/model/schema/schema.h"

namespace muster::api {
namespace {

constexpr uint32_t kWithCodesOfComponents = 4;
constexpr uint32_t kWithPanels = 5;

absl::StatusOr<bool> HasComponents(const storage::SegmentReader& segment) {
  const auto column = segment.GetColumn(
      {static_cast<uint8_t>(model::Entity::kMeasurement), model::field::kMeasurementComponent, model::kValuePart});
  if (absl::IsNotFound(column.status())) return false;
  return column.ok() ? absl::StatusOr<bool>(true) : column.status();
}

}  // namespace

absl::StatusOr<std::vector<uint32_t>> OutdatedSegments(const storage::Snapshot& snapshot) {
  std::vector<uint32_t> outdated;
  if (snapshot.manifest.format >= kWithPanels) return outdated;
  for (const storage::SegmentReaderPtr& segment : snapshot.segments) {
    // A segment without a proof of its symbols is of format 3, whatever was added to the catalogue since.
    absl::StatusOr<bool> is_outdated = true;
    if (snapshot.manifest.format >= kWithCodesOfComponents && segment->info().symbols_proof != 0) {
      is_outdated = HasComponents(*segment);
    }
    if (!is_outdated.ok()) return is_outdated.status();
    if (*is_outdated) outdated.push_back(segment->info().id);
  }
  return outdated;
}

absl::Status CheckReadable(const std::string& path, const storage::Store& store, const bind::CatalogueView& view) {
  const storage::Manifest& manifest = view.snapshot().manifest;
  const absl::StatusOr<std::vector<uint32_t>> outdated = OutdatedSegments(view.snapshot());
  if (!outdated.ok()) return outdated.status();
  if (outdated->empty()) {
    const absl::StatusOr<OldSpellings> old = FindOldSpellings(store, view);
    if (!old.ok()) return old.status();
    return old->empty() ? absl::OkStatus() : OldSpellingsError(path, view.dictionary(), *old);
  }
  return absl::FailedPreconditionError(
      absl::StrCat(path, ": it was written in format ", manifest.format,
                   ", whose indexes lack what queries use by now, so that it would be counted wrongly. Open it for "
                   "writing once, as muster compact does: that rewrites it from its records."));
}

absl::Status Upgrade(LiveCatalogue& live, const HostLog& log) {
  const absl::StatusOr<std::vector<uint32_t>> outdated = OutdatedSegments(live.view()->snapshot());
  if (!outdated.ok()) return outdated.status();
  if (!outdated->empty()) {
    log.Write(LogLevel::kInfo, "rewriting from their records ", outdated->size(), " segments of an older format");
    if (absl::Status upgraded = UpgradeSegments(live, *outdated); !upgraded.ok()) return upgraded;
  }
  const absl::StatusOr<OldSpellings> old = FindOldSpellings(live.store(), *live.view());
  if (!old.ok()) return old.status();
  if (old->empty()) return absl::OkStatus();
  log.Write(LogLevel::kInfo, "bringing ", old->codes.size(), " codes of records, and those of ", old->ontologies.size(),
            " ontologies, to their present spelling");
  return Respell(live, *old);
}

ImportReport UpgradeReport(const model::GroupedPanels& grouped, const storage::Manifest& before) {
  ImportReport report;
  report.dataset = absl::StrCat("(rewritten from format ", before.format, ")");
  report.catalogue_version = before.version + 1;
  const auto remark = [&](const char* what, const char* advice, uint64_t count) {
    if (count == 0) return;
    ImportRemark& one = report.remarks.emplace_back();
    one.what = what;
    one.advice = advice;
    one.count = count;
  };
  remark("component that came before at the same time, counted as of another panel",
         "to have panels as the source has them, import it again", grouped.uncertain);
  remark("panel put together of components that say the same of assay and time", "", grouped.panels);
  return report;
}

}  // namespace muster::api
