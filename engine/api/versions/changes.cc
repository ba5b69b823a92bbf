#include "engine/api/versions/changes.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "allowance/allowance.h"
#include "engine/api/versions/upgrade.h"
#include "engine/model/document/code_labels.h"
#include "engine/model/document/code_spellings.h"
#include "engine/model/document/stored_import.h"
#include "engine/model/record/group_panels.h"
#include "muster/import.h"

namespace muster::api {

absl::StatusOr<uint64_t> DeletePeople(LiveCatalogue& live, std::string_view dataset,
                                      const std::vector<std::string>& ids) {
  uint64_t removed = 0;
  const auto change = [&](index::CatalogueWriter& writer) -> absl::Status {
    for (const std::string& id : ids) {
      if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
      absl::StatusOr<bool> was_there = writer.Remove(dataset, id);
      if (!was_there.ok()) return was_there.status();
      removed += *was_there ? 1 : 0;
    }
    return removed > 0 ? ForgetValues(*live.view(), dataset, writer) : absl::OkStatus();
  };
  if (absl::Status status = live.Write(change, CurrentAllowance()); !status.ok()) return status;
  return removed;
}

absl::StatusOr<model::SavedCohort> SaveCohort(LiveCatalogue& live, const std::string& name,
                                              model::CohortVersion version) {
  const std::string key = absl::AsciiStrToLower(name);
  model::SavedCohort cohort;
  absl::Status status = live.Write([&](index::CatalogueWriter& writer) -> absl::Status {
    const bind::CatalogueViewPtr now = live.view();  // another may have saved the cohort since the query was bound
    if (const auto known = now->cohorts().find(key); known != now->cohorts().end()) cohort = known->second;
    cohort.name = name;
    cohort.versions.push_back(std::move(version));
    writer.PutDocument(model::CohortDocument(key), model::EncodeCohort(cohort));
    return absl::OkStatus();
  });
  if (!status.ok()) return status;
  return cohort;
}

absl::Status DropCohort(LiveCatalogue& live, const std::string& name) {
  return live.Write([&](index::CatalogueWriter& writer) -> absl::Status {
    writer.PutDocument(model::CohortDocument(absl::AsciiStrToLower(name)), "");
    return absl::OkStatus();
  });
}

absl::Status UpgradeSegments(LiveCatalogue& live, const std::vector<uint32_t>& segments) {
  return live.Write([&](index::CatalogueWriter& writer) -> absl::Status {
    const absl::StatusOr<model::GroupedPanels> grouped = writer.RewriteOutdated(segments);
    if (!grouped.ok()) return grouped.status();
    // The spellings of codes are another change, which comes next, and stay what they are.
    writer.PutDocument(std::string(model::kCodeSpellingsDocument),
                       model::EncodeSpellings(model::SpellingsIn(*live.view()->snapshot().documents)));
    if (grouped->panels == 0 && grouped->uncertain == 0) return absl::OkStatus();
    // Kept beside the reports of imports, as it is about what these read.
    const bind::CatalogueViewPtr now = live.view();
    const ImportReport report = UpgradeReport(*grouped, now->snapshot().manifest);
    writer.PutDocument(model::ImportDocument(report.catalogue_version), model::EncodeImport(report));
    return absl::OkStatus();
  });
}

absl::Status ForgetValues(const bind::CatalogueView& present, std::optional<std::string_view> dataset,
                          index::CatalogueWriter& writer) {
  absl::StatusOr<std::vector<ImportReport>> reports = model::ImportsIn(*present.snapshot().documents);
  if (!reports.ok()) return reports.status();
  for (ImportReport& report : *reports) {
    if ((dataset.has_value() && report.dataset != *dataset) || !model::ForgetValues(&report)) continue;
    writer.PutDocument(model::ImportDocument(report.catalogue_version), model::EncodeImport(report));
  }
  return absl::OkStatus();
}

absl::Status ForgetCodes(const bind::CatalogueView& present, index::CatalogueWriter& writer) {
  const auto in_use = present.InUse(bind::CatalogueView::Which::kSymbols);
  if (!in_use.ok()) return in_use.status();
  const auto is_used = [&](std::string_view code) {
    const std::optional<model::Symbol> symbol = present.dictionary().Find(code);
    return symbol.has_value() && (*in_use)->Contains(*symbol);
  };
  for (const auto& [key, cohort] : present.cohorts()) {
    model::SavedCohort kept = cohort;
    for (model::CohortVersion& version : kept.versions) {
      for (auto& [name, codes] : version.terms) {
        for (std::string& code : codes) {
          if (!is_used(code)) code.clear();
        }
      }
    }
    if (kept.versions != cohort.versions) writer.PutDocument(model::CohortDocument(key), model::EncodeCohort(kept));
  }
  for (const std::string& code : model::CodesWithLabels(*present.snapshot().documents)) {
    if (!is_used(code)) writer.PutDocument(model::CodeLabelsDocument(code), "");
  }
  return absl::OkStatus();
}

}  // namespace muster::api
