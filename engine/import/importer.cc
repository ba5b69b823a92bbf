#include "engine/import/importer.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>
#include <new>
#include <thread>
#include <utility>

#include "engine/import/batch_symbols.h"
#include "engine/import/mapping.h"
#include "engine/import/paths.h"
#include "engine/import/phenopacket_reader.h"
#include "engine/import/read_ahead.h"
#include "engine/import/reporter.h"
#include "engine/import/sniff.h"
#include "engine/import/source.h"
#include "engine/import/splitter.h"
#include "engine/import/table_join.h"
#include "engine/import/table_reader.h"
#include "engine/import/window.h"
#include "engine/model/text.h"
#include "engine/ontology/readers.h"

namespace muster::import {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kBetweenProgress = std::chrono::milliseconds(200);
// The clock is looked at once in so many records.
constexpr uint64_t kRecordsBetweenLooks = 64;

// So much of a file is read before threads are started for the rest.
constexpr size_t kBytesAlone = 64 << 10;
// More threads than this find nothing to do: records are indexed by one.
constexpr uint32_t kMostThreads = 4;

uint32_t ThreadsOf(const ImportOptions& options) {
  if (options.threads > 0) return std::min(options.threads, kMostThreads);
  return std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads);
}

// Reads one file after another.
class Importer {
 public:
  Importer(const ImportOptions& options, const Mapping& mapping, Sink& sink)
      : options_(options),
        mapping_(mapping),
        threads_(ThreadsOf(options)),
        sink_(sink),
        reporter_(options.max_problems),
        tables_(mapping, reporter_),
        reader_(options.dataset, mapping, sink, reporter_, mapping.tables().empty() ? nullptr : &tables_) {
    // What reads ahead does not look into tables.
    if (!mapping.tables().empty()) threads_ = 1;
  }

  absl::StatusOr<ImportReport> Run(const std::vector<InputFile>& files) {
    for (const InputFile& file : files) {
      // A total without one of its parts would be wrong.
      if (file.size == 0 && file.path == "-") bytes_total_ = kUnknown;
      if (bytes_total_ != kUnknown) bytes_total_ += file.size;
    }
    for (const model::Collection& collection : mapping_.collections()) {
      if (absl::Status added = sink_.AddCollection(collection); !added.ok()) return added;
    }
    // Tables first: what they say is added to the individuals of the other files as those are read.
    for (const bool table : {true, false}) {
      for (const InputFile& file : files) {
        const absl::StatusOr<std::optional<size_t>> of = TableOf(file);
        if (!of.ok()) return of.status();
        if (of->has_value() != table) continue;
        if (absl::Status read = ReadFile(file, *of); !read.ok()) return read;
      }
      if (table) tables_.Close();
    }
    if (absl::Status joined = reader_.Finish([this] { return Progress(/*now=*/false); }); !joined.ok()) return joined;
    return std::move(reporter_).Finish();
  }

 private:
  static constexpr uint64_t kUnknown = std::numeric_limits<uint64_t>::max();

  // The number of the table that the file is, if it is one.
  absl::StatusOr<std::optional<size_t>> TableOf(const InputFile& file) const {
    std::optional<size_t> found;
    if (file.text.has_value()) return found;  // tables are told by their names
    for (size_t i = 0; i < mapping_.tables().size(); ++i) {
      if (!mapping_.tables()[i].HasFile(file.path)) continue;
      if (found.has_value()) {
        return absl::InvalidArgumentError(
            model::Concat({file.name(), ": the mapping takes it for the table \"", mapping_.tables()[*found].name,
                           "\" and for \"", mapping_.tables()[i].name, "\""}));
      }
      found = i;
    }
    if (!found.has_value() && IsNamedAsTable(file.path)) {
      return absl::InvalidArgumentError(
          model::Concat({file.name(), ": is a table, and only a mapping can say what its columns mean: its \"tables\" ",
                         mapping_.tables().empty() ? "are missing" : "have none with this file"}));
    }
    return found;
  }

  absl::Status ReadFile(const InputFile& file, std::optional<size_t> table) {
    reporter_.BeginFile(file.name());
    reader_.BeginFile(file.path);
    absl::StatusOr<std::unique_ptr<Source>> opened = Source::Open(file);
    if (!opened.ok()) return opened.status();
    source_ = std::move(*opened);
    Window window(*source_, file.name());
    if (absl::Status reported = Progress(/*now=*/true); !reported.ok()) return reported;
    const absl::Status read =
        table.has_value() ? ReadTableFile(window, *table) : ReadStandardFile(window, IsNamedAsLines(file.path));
    bytes_before_ += source_->stored_bytes();
    stored_bytes_ = 0;
    source_.reset();
    return read;
  }

  absl::Status ReadTableFile(Window& window, size_t table) {
    return ReadTable(window, mapping_, table, tables_, reporter_, [this] {
      stored_bytes_ = source_->stored_bytes();
      return Progress(/*now=*/false);
    });
  }

  absl::Status ReadStandardFile(Window& window, bool named_as_lines) {
    const absl::StatusOr<FileForm> form = Sniff(window, named_as_lines);
    if (!form.ok()) return form.status();
    if (*form == FileForm::kObo) return ReadOboFile(window);
    if (*form != FileForm::kEmpty) return ReadJson(window, *form);
    if (named_as_lines) return absl::OkStatus();
    return absl::InvalidArgumentError(model::Concat({window.name(), ": is empty; ", kExpectedForms}));
  }

  // What stands behind this document in its file.
  enum class Rest { kRead, kSkip };

  absl::Status ReadJson(Window& window, FileForm form) {
    Splitter splitter(window, form);
    size_t bytes = 0;
    bool alone = true;  // each document so far could be understood by itself
    for (uint64_t number = 1;; ++number) {
      if (threads_ > 1 && alone && bytes >= kBytesAlone) {
        ReadAhead ahead(splitter, *source_, mapping_,
                        {reporter_.file(), options_.dataset, options_.max_problems, threads_, number});
        if (ahead.running()) return TakeBatches(ahead);
        threads_ = 1;
      }
      const absl::StatusOr<std::optional<std::string_view>> text = splitter.Next();
      if (!text.ok()) return text.status();
      if (!text->has_value()) return absl::OkStatus();
      bytes += (*text)->size();
      const absl::StatusOr<Rest> rest = ReadDocument({**text, number, splitter.line()}, &alone);
      if (!rest.ok()) return rest.status();
      if (*rest == Rest::kSkip) return absl::OkStatus();
      stored_bytes_ = source_->stored_bytes();
      if (number % kRecordsBetweenLooks == 0) {
        if (absl::Status reported = Progress(/*now=*/false); !reported.ok()) return reported;
      }
    }
  }

  // `*alone`: in, whether to try whether the document can be understood by itself; out, whether it could.
  absl::StatusOr<Rest> ReadDocument(const Batch::Document& document, bool* alone) {
    reporter_.BeginRecord(document.number, document.line);
    absl::StatusOr<PhenopacketReader::Outcome> outcome = PhenopacketReader::Outcome::kLeft;
    if (*alone) outcome = reader_.ReadAlone(document.text);
    if (outcome.ok() && *outcome == PhenopacketReader::Outcome::kLeft) {
      *alone = false;
      outcome = reader_.Read(document.text);
    }
    if (!outcome.ok()) return outcome.status();
    if (*outcome == PhenopacketReader::Outcome::kOboGraphs) {
      reporter_.BeginRecord(0, 0);
      absl::Status added = AddOntology(ontology::ReadOboGraphs(document.text), reporter_.file());
      if (!added.ok()) return added;
    } else if (*outcome == PhenopacketReader::Outcome::kUnread) {
      return Rest::kSkip;
    } else if (*outcome == PhenopacketReader::Outcome::kForeign && document.number == 1) {
      return absl::InvalidArgumentError(model::Concat(
          {reporter_.file(), ": is JSON, but its first record is neither a phenopacket nor one of Beacon; ",
           kExpectedForms}));
    }
    return Rest::kRead;
  }

  absl::Status TakeBatches(ReadAhead& ahead) {
    BatchSymbols symbols(sink_);
    while (true) {
      const absl::StatusOr<Batch*> taken = ahead.Next();
      if (!taken.ok()) return taken.status();
      Batch& batch = **taken;
      symbols.Intern(batch);
      reporter_.Absorb(batch.report);
      for (model::Record& record : batch.records) {
        symbols.Translate(batch, record);
        bool replaced = false;
        if (absl::Status added = sink_.AddRecord(std::move(record), &replaced); !added.ok()) return added;
        if (replaced) ++reporter_.report().replaced;
      }
      bool alone = false;
      for (size_t i = batch.read; i < batch.documents.size(); ++i) {
        const absl::StatusOr<Rest> rest = ReadDocument(batch.documents[i], &alone);
        if (!rest.ok()) return rest.status();
        if (*rest == Rest::kSkip) return absl::OkStatus();
      }
      if (!batch.status.ok() || batch.last) return batch.status;
      stored_bytes_ = batch.stored_bytes;
      if (absl::Status reported = Progress(/*now=*/false); !reported.ok()) return reported;
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
    report.ontology_terms += (*built)->size();
    return sink_.AddOntology(*built);
  }

  absl::Status Progress(bool now) {
    if (!options_.progress) return absl::OkStatus();
    const Clock::time_point time = Clock::now();
    if (!now && time - reported_ < kBetweenProgress) return absl::OkStatus();
    reported_ = time;
    ImportProgress progress;
    progress.file = reporter_.file();
    progress.bytes_done = bytes_before_ + stored_bytes_;
    progress.bytes_total = bytes_total_ == kUnknown ? 0 : bytes_total_;
    progress.records = reporter_.report().records;
    progress.phase = "reading";
    if (options_.progress(progress)) return absl::OkStatus();
    return absl::CancelledError("the import was cancelled");
  }

  const ImportOptions& options_;
  const Mapping& mapping_;
  uint32_t threads_;
  Sink& sink_;
  Reporter reporter_;
  TableJoin tables_;
  PhenopacketReader reader_;
  std::unique_ptr<Source> source_;
  uint64_t bytes_before_ = 0;
  uint64_t stored_bytes_ = 0;  // of the present file
  uint64_t bytes_total_ = 0;
  Clock::time_point reported_{};
};

}  // namespace

namespace {

// `files_of` finds the files, which may depend on the mapping.
template <typename F>
absl::StatusOr<ImportReport> Read(const ImportOptions& options, Sink& sink, F&& files_of) {
  try {
    const absl::StatusOr<Mapping> mapping = Mapping::Parse(options.mapping);
    if (!mapping.ok()) return mapping.status();
    const absl::StatusOr<std::vector<InputFile>> files = files_of(*mapping);
    if (!files.ok()) return files.status();
    return std::make_unique<Importer>(options, *mapping, sink)->Run(*files);
  } catch (const std::bad_alloc&) {
    return absl::ResourceExhaustedError("not enough memory for the import");
  }
}

}  // namespace

absl::StatusOr<ImportReport> ReadFiles(const std::vector<std::string>& paths, const ImportOptions& options,
                                       Sink& sink) {
  return Read(options, sink, [&](const Mapping& mapping) {
    return ExpandPaths(paths, [&](std::string_view path) {
      return std::any_of(mapping.tables().begin(), mapping.tables().end(),
                         [&](const Table& table) { return table.HasFile(path); });
    });
  });
}

absl::StatusOr<ImportReport> ReadText(std::string_view text, const ImportOptions& options, Sink& sink) {
  return Read(options, sink, [&](const Mapping&) -> absl::StatusOr<std::vector<InputFile>> {
    return std::vector<InputFile>{{"", text.size(), text}};
  });
}

}  // namespace muster::import
