#include "engine/import/importer.h"

#include <chrono>
#include <limits>
#include <memory>
#include <new>
#include <utility>

#include "engine/import/mapping.h"
#include "engine/import/paths.h"
#include "engine/import/phenopacket_reader.h"
#include "engine/import/reporter.h"
#include "engine/import/sniff.h"
#include "engine/import/source.h"
#include "engine/import/splitter.h"
#include "engine/import/window.h"
#include "engine/model/text.h"
#include "engine/ontology/readers.h"

namespace muster::import {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kBetweenProgress = std::chrono::milliseconds(200);
// The clock is looked at once in so many records.
constexpr uint64_t kRecordsBetweenLooks = 64;

// Reads one file after another.
class Importer {
 public:
  Importer(const ImportOptions& options, const Mapping& mapping, Sink& sink)
      : options_(options),
        sink_(sink),
        reporter_(options.max_problems),
        reader_(options.dataset, mapping, sink, reporter_) {}

  absl::StatusOr<ImportReport> Run(const std::vector<InputFile>& files) {
    for (const InputFile& file : files) {
      // A total without one of its parts would be wrong.
      if (file.size == 0 && file.path == "-") bytes_total_ = kUnknown;
      if (bytes_total_ != kUnknown) bytes_total_ += file.size;
    }
    for (const InputFile& file : files) {
      if (absl::Status read = ReadFile(file); !read.ok()) return read;
    }
    if (absl::Status joined = reader_.Finish([this] { return Progress(/*now=*/false); }); !joined.ok()) return joined;
    return std::move(reporter_).Finish();
  }

 private:
  static constexpr uint64_t kUnknown = std::numeric_limits<uint64_t>::max();

  absl::Status ReadFile(const InputFile& file) {
    reporter_.BeginFile(file.name());
    reader_.BeginFile(file.path);
    absl::StatusOr<std::unique_ptr<Source>> opened = Source::Open(file);
    if (!opened.ok()) return opened.status();
    source_ = std::move(*opened);
    Window window(*source_, file.name());
    if (absl::Status reported = Progress(/*now=*/true); !reported.ok()) return reported;
    const absl::StatusOr<FileForm> form = Sniff(window, IsNamedAsLines(file.path));
    if (!form.ok()) return form.status();
    absl::Status read;
    if (*form == FileForm::kObo) {
      read = ReadOboFile(window);
    } else if (*form != FileForm::kEmpty) {
      read = ReadJson(window, *form);
    } else if (!IsNamedAsLines(file.path)) {
      read = absl::InvalidArgumentError(model::Concat({file.name(), ": is empty; ", kExpectedForms}));
    }
    bytes_before_ += source_->stored_bytes();
    source_.reset();
    return read;
  }

  absl::Status ReadJson(Window& window, FileForm form) {
    Splitter splitter(window, form);
    for (uint64_t number = 1;; ++number) {
      const absl::StatusOr<std::optional<std::string_view>> text = splitter.Next();
      if (!text.ok()) return text.status();
      if (!text->has_value()) return absl::OkStatus();
      reporter_.BeginRecord(number, splitter.line());
      const absl::StatusOr<PhenopacketReader::Outcome> outcome = reader_.Read(**text);
      if (!outcome.ok()) return outcome.status();
      if (*outcome == PhenopacketReader::Outcome::kOboGraphs) {
        reporter_.BeginRecord(0, 0);
        if (absl::Status added = AddOntology(ontology::ReadOboGraphs(**text), window.name()); !added.ok()) return added;
      } else if (*outcome == PhenopacketReader::Outcome::kUnread) {
        return absl::OkStatus();
      } else if (*outcome == PhenopacketReader::Outcome::kForeign && number == 1) {
        return absl::InvalidArgumentError(
            model::Concat({window.name(), ": is JSON, but its first record is neither a phenopacket nor one of Beacon; ",
                           kExpectedForms}));
      }
      if (number % kRecordsBetweenLooks == 0) {
        if (absl::Status reported = Progress(/*now=*/false); !reported.ok()) return reported;
      }
    }
  }

  absl::Status ReadOboFile(Window& window) {
    while (true) {
      const absl::StatusOr<bool> more = window.More();
      if (!more.ok()) return more.status();
      if (!*more) break;
      if (window.view().size() > kLongestDocument) {
        return absl::InvalidArgumentError(model::Concat({window.name(), ": an ontology may have 4 GiB at most"}));
      }
    }
    return AddOntology(ontology::ReadObo(window.view()), window.name());
  }

  absl::Status AddOntology(absl::StatusOr<ontology::OntologyDraft> draft, std::string_view file) {
    const auto in_file = [&](const absl::Status& status) {
      return absl::Status(status.code(), model::Concat({file, ": ", std::string(status.message())}));
    };
    if (!draft.ok()) return in_file(draft.status());
    std::vector<std::string> notes = std::move(draft->notes);
    draft->notes.clear();
    const absl::StatusOr<ontology::OntologyPtr> built = ontology::Ontology::Build(*std::move(draft), &notes);
    if (!built.ok()) return in_file(built.status());
    for (const std::string& note : notes) reporter_.Note("oddities of ontologies", "", note);
    ImportReport& report = reporter_.report();
    ++report.ontologies;
    report.ontology_terms += (*built)->terms().size();
    return sink_.AddOntology(*built);
  }

  absl::Status Progress(bool now) {
    if (!options_.progress) return absl::OkStatus();
    const Clock::time_point time = Clock::now();
    if (!now && time - reported_ < kBetweenProgress) return absl::OkStatus();
    reported_ = time;
    ImportProgress progress;
    progress.file = reporter_.file();
    progress.bytes_done = bytes_before_ + (source_ == nullptr ? 0 : source_->stored_bytes());
    progress.bytes_total = bytes_total_ == kUnknown ? 0 : bytes_total_;
    progress.records = reporter_.report().records;
    progress.phase = "reading";
    if (options_.progress(progress)) return absl::OkStatus();
    return absl::CancelledError("the import was cancelled");
  }

  const ImportOptions& options_;
  Sink& sink_;
  Reporter reporter_;
  PhenopacketReader reader_;
  std::unique_ptr<Source> source_;
  uint64_t bytes_before_ = 0;
  uint64_t bytes_total_ = 0;
  Clock::time_point reported_{};
};

}  // namespace

absl::StatusOr<ImportReport> ReadFiles(const std::vector<std::string>& paths, const ImportOptions& options,
                                       Sink& sink) {
  try {
    const absl::StatusOr<Mapping> mapping = Mapping::Parse(options.mapping);
    if (!mapping.ok()) return mapping.status();
    const absl::StatusOr<std::vector<InputFile>> files = ExpandPaths(paths);
    if (!files.ok()) return files.status();
    return std::make_unique<Importer>(options, *mapping, sink)->Run(*files);
  } catch (const std::bad_alloc&) {
    return absl::ResourceExhaustedError("not enough memory for the import");
  }
}

}  // namespace muster::import
