#include "engine/api/imports/run_import.h"

#include <chrono>
#include <string>
#include <utility>

#include "allowance/allowance.h"
#include "engine/api/calls/bounded.h"
#include "engine/api/imports/absent_people.h"
#include "engine/api/imports/code_remarks.h"
#include "engine/api/imports/dataset_names.h"
#include "engine/api/imports/same_people.h"
#include "engine/api/imports/used_ontologies.h"
#include "engine/api/imports/writer_sink.h"
#include "engine/api/versions/changes.h"
#include "engine/bind/catalogue/catalogue_view.h"
#include "engine/model/document/stored_import.h"
#include "engine/model/record/dictionary.h"

namespace muster::api {
namespace {

absl::StatusOr<ImportReport> ImportBounded(LiveCatalogue& live, const ImportOptions& options, ImportReader read) {
  const auto start = std::chrono::steady_clock::now();
  if (absl::Status known = CheckDatasetName(options.dataset, *live.view()); !known.ok()) return known;
  ImportReport report;
  model::Symbol symbols_before = 0;
  const auto change = [&](index::CatalogueWriter& writer) -> absl::Status {
    symbols_before = static_cast<model::Symbol>(live.view()->dictionary().size());
    WriterSink sink(writer, live.view()->snapshot_ptr(), symbols_before, options.dataset);
    absl::StatusOr<ImportReport> done = read(sink);
    if (!done.ok()) return done.status();
    report = *std::move(done);
    const bind::CatalogueViewPtr before = live.view();
    absl::Status remarked = AddOtherDatasetRemarks(options, sink.new_people(), live.store(), *before, &report);
    if (!remarked.ok()) return remarked;
    remarked = AddAlikeIdsRemark(options.dataset, sink.new_people(), live.store(), *before, &report);
    if (!remarked.ok()) return remarked;
    remarked = AddLabelRemarks(sink.labels(), *before, writer, &report);
    if (!remarked.ok()) return remarked;
    if (!options.replace_dataset) {
      remarked = AddSamePeopleRemark(sink.new_people(), *before, writer, &report);
      if (!remarked.ok()) return remarked;
    }
    report.dataset = options.dataset;
    remarked = JudgeAbsentPeople(options, sink.of_dataset(), *before, writer, &report);
    if (!remarked.ok()) return remarked;
    sink.people().AddRemarks(&report);
    remarked = sink.persons().AddRemarks(writer, &report);
    if (!remarked.ok()) return remarked;
    remarked = AddOntologyRemarks(before->snapshot().manifest, live.store(), writer.ontologies(), &report);
    if (!remarked.ok()) return remarked;
    report.catalogue_version = before->snapshot().manifest.version + 1;
    if (report.replaced > 0 || options.replace_dataset) {
      if (absl::Status forgot = ForgetValues(*before, options.dataset, writer); !forgot.ok()) return forgot;
    }
    for (std::string& name : model::ImportsToForget(*before->snapshot().documents)) {
      writer.PutDocument(std::move(name), "");
    }
    writer.PutDocument(model::ImportDocument(report.catalogue_version), model::EncodeImport(report));
    if (options.progress) {
      ImportProgress progress;
      progress.records = report.records;
      progress.phase = "committing";
      const AllowanceScope unbounded(nullptr);
      if (!options.progress(progress)) return absl::CancelledError("the import was cancelled; nothing has changed");
    }
    return absl::OkStatus();
  };
  if (absl::Status status = live.Write(change, CurrentAllowance()); !status.ok()) return status;
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  // The import is durable: it does not fail if remarks on it cannot be made.
  LiveCatalogue::AfterTheCommit([&] {
    const bind::CatalogueViewPtr now = live.view();
    AddUnknownCodes(*now, symbols_before, &report).IgnoreError();
    AddMixedEditions(*now, symbols_before, &report).IgnoreError();
    AddNoPhenotypes(*now, symbols_before, &report).IgnoreError();
  });
  return report;
}

}  // namespace

absl::StatusOr<ImportReport> RunImport(LiveCatalogue& live, const ImportOptions& options, ImportReader read) {
  return Bounded("the import", {options.timeout, options.stop}, [&] { return ImportBounded(live, options, read); });
}

}  // namespace muster::api
