#include "shell/catalogue/import_files.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include "shell/output/report.h"
#include "shell/terminal/concat.h"
#include "shell/terminal/failure.h"
#include "shell/terminal/human.h"
#include "shell/terminal/progress.h"
#include "shell/terminal/stop_on_interrupt.h"

namespace muster::shell {
namespace {

ProgressState StateOf(const ImportProgress& progress) {
  ProgressState state;
  state.what = progress.phase.empty() ? "reading" : progress.phase;
  const bool reading = state.what == "reading";
  if (reading && !progress.file.empty()) {
    Append(state.what, " ", progress.file.substr(progress.file.find_last_of('/') + 1));
  }
  state.done = progress.bytes_done;
  state.total = reading ? progress.bytes_total : 0;
  state.records = progress.records;
  state.noun = "individuals";
  return state;
}

}  // namespace

int ImportFiles(Console& console, CatalogueHandle& catalogue, const std::string& name,
                const std::vector<std::string>& files, ImportOptions options, const ImportOutput& output) {
  // Opened first: a report that cannot be written should be known before hours of importing.
  std::ofstream report_file;
  if (!output.report_file.empty()) {
    errno = 0;
    report_file.open(output.report_file, std::ios::binary | std::ios::trunc);
    if (!report_file) {
      console.err << "muster: cannot write " << output.report_file << ": " << std::strerror(errno) << "\n";
      return kFailed;
    }
  }
  const StopOnInterrupt interrupt(StopOnInterrupt::Which::kFirst);
  options.stop = interrupt.token();
  ProgressMeter meter(console, output.quiet);
  options.progress = [&](const ImportProgress& progress) {
    meter.Update(StateOf(progress));
    return !interrupt.interrupted();
  };
  absl::StatusOr<ImportReport> report = catalogue.Import(files, options);
  meter.Clear();
  if (!report.ok()) {
    console.err << "muster: " << ExplainImportFailure(report.status()) << "\n";
    switch (report.status().code()) {
      case absl::StatusCode::kCancelled:
        return kInterrupted;
      case absl::StatusCode::kNotFound:
      case absl::StatusCode::kInvalidArgument:
        return kFailed;
      default:
        return kBroken;
    }
  }
  if (!output.quiet) console.out << RenderImport(*report, name) << std::flush;
  if (report_file.is_open()) {
    report_file << ImportJson(*report);
    report_file.close();
    if (!report_file) {
      console.err << "muster: the import is done, but its report could not be written to " << output.report_file
                  << "\n";
      return kBroken;
    }
  }
  if (IsEmpty(*report)) {
    console.err << "muster: nothing was imported"
                << (report->rejected > 0 ? Concat("; ", Counted(report->rejected, "record"), " rejected") : "") << "\n";
    return kFailed;
  }
  if (report->rejected > 0) {
    console.err << "muster: " << Counted(report->rejected, "record") << " rejected; the others were imported\n";
    return kRejected;
  }
  return kOk;
}

}  // namespace muster::shell
