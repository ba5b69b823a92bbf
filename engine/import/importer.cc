#include "engine/import/importer.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>
#include <new>
#include <utility>

#include "allowance/allowance.h"
#include "engine/import/batch_symbols.h"
#include "engine/import/dataset_id.h"
#include "engine/import/document_reader.h"
#include "engine/import/editions.h"
#include "engine/import/input/paths.h"
#include "engine/import/input/sniff.h"
#include "engine/import/input/source.h"
#include "engine/import/input/splitter.h"
#include "engine/import/input/window.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/read_ahead.h"
#include "engine/import/record/deliver/report_taken.h"
#include "engine/import/record/deliver/row_counts.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/join/table_join.h"
#include "engine/import/table/table_reader.h"
#include "engine/import/unused_rules.h"
#include "engine/import/watch/watched_sink.h"
#include "engine/model/text/text.h"
#include "engine/ontology/readers.h"
#include "engine/parallel/processors.h"
#include "muster/reason.h"

namespace muster::import {
namespace {

using Clock = std::chrono::steady_clock;
constexpr RemarkKind kCircle{ImportProblem::Kind::kNote, "terms of an ontology above themselves",
                             "nothing: they are taken as equivalent; whoever makes the ontology may want to know"};
constexpr RemarkKind kOddity{ImportProblem::Kind::kNote, "oddities of ontologies",
                             "nothing, if the ontology was released so; else load the release as it was published"};
constexpr auto kBetweenProgress = std::chrono::milliseconds(200);
// The clock is looked at once in this many records.
constexpr uint64_t kRecordsBetweenLooks = 64;

// Bytes of a file that are read before threads are started for the rest.
constexpr size_t kBytesAlone = 64 << 10;
// More threads than this find nothing to do: records are indexed by one.
constexpr uint32_t kMaxThreads = 4;

uint32_t ThreadsOf(const ImportOptions& options) {
  if (options.threads > 0) return std::min(options.threads, kMaxThreads);
  return std::min(static_cast<uint32_t>(parallel::Processors()), kMaxThreads);
}

// Reads one file after another.
constexpr RemarkKind kTableWithoutFile{ImportProblem::Kind::kNote,
                                       "table of the mapping that no file of this import is: what it has is missing",
                                       "nothing, if that is meant; else name its file as well: a later import of it "
                                       "replaces the individuals"};

class Importer {
 public:
  Importer(const ImportOptions& options, const Mapping& mapping, Sink& sink)
      : options_(options),
        mapping_(mapping),
        threads_(ThreadsOf(options)),
        watched_(sink),
        sink_(watched_),
        reporter_(options.max_problems),
        tables_(mapping, reporter_),
        reader_(options.dataset, mapping, watched_, reporter_, mapping.tables().empty() ? nullptr : &tables_) {
    // What reads ahead does not look into tables.
    if (!mapping.tables().empty()) threads_ = 1;
  }

  absl::StatusOr<ImportReport> Run(const std::vector<InputFile>& files) {
    for (const InputFile& file : files) {
      // A total without one of its parts would be wrong.
      if (file.size == 0 && file.path == "-") bytes_total_ = kUnknown;
      const absl::StatusOr<std::vector<size_t>> tables = TablesOf(file);
      const uint64_t times = tables.ok() ? std::max<uint64_t>(tables->size(), 1) : 1;
      if (bytes_total_ != kUnknown) bytes_total_ += file.size * times;
    }
    for (const model::Collection& collection : mapping_.collections()) {
      if (absl::Status added = sink_.AddCollection(collection); !added.ok()) return added;
      ++reporter_.report().descriptions;
    }
    // Tables first: what they say is added to the individuals of the other files as those are read.
    for (const bool table : {true, false}) {
      for (const InputFile& file : files) {
        const absl::StatusOr<std::vector<size_t>> of = TablesOf(file);
        if (!of.ok()) return of.status();
        if (of->empty() == table) continue;
        if (absl::Status read = ReadFile(file, *of); !read.ok()) return read;
      }
      if (table) tables_.Close();
    }
    if (absl::Status joined = reader_.Finish([this] { return Progress(/*now=*/false); }); !joined.ok()) return joined;
    ReportUnusedRules(mapping_, ReportTablesWithoutFile(files), reporter_);
    if (mapping_.plausibility().numbers) watched_.numbers().Report(sink_.symbols(), reporter_);
    watched_.ids().Report(reporter_);
    watched_.families().Report(sink_.symbols(), /*of_tables=*/!mapping_.tables().empty(), reporter_);
    labels_.Add(reader_.TakeLabels());
    sink_.AddLabels(labels_.Take());
    if (absl::Status added = editions_.AddTo(sink_, reporter_); !added.ok()) return added;
    return std::move(reporter_).Finish();
  }

 private:
  static constexpr uint64_t kUnknown = std::numeric_limits<uint64_t>::max();

  // What only such a table has is missing of everybody. Returns the names.
  std::vector<std::string> ReportTablesWithoutFile(const std::vector<InputFile>& files) {
    std::vector<std::string> names;
    for (const Table& table : mapping_.tables()) {
      const bool has_file = std::any_of(files.begin(), files.end(), [&](const InputFile& file) {
        return !file.text.has_value() && table.HasFile(file.path);
      });
      if (has_file) continue;
      reporter_.ReturnTo({}, 0);
      reporter_.Report(kTableWithoutFile, {}, table.name);
      names.push_back(table.name);
    }
    return names;
  }

  // The numbers of the tables that the file is: a file may have rows of several kinds, as one of REDCap has.
  absl::StatusOr<std::vector<size_t>> TablesOf(const InputFile& file) const {
    std::vector<size_t> found;
    if (file.text.has_value()) return found;  // tables are recognised by their names
    for (size_t i = 0; i < mapping_.tables().size(); ++i) {
      if (mapping_.tables()[i].HasFile(file.path)) found.push_back(i);
    }
    if (found.size() > 1 && file.path == "-") {
      return absl::InvalidArgumentError("standard input can be read once, and the mapping takes it for several tables");
    }
    if (found.empty() && IsNamedAsTable(file.path)) {
      return absl::InvalidArgumentError(
          model::Concat({file.name(), ": is a table, and only a mapping can say what its columns mean: its \"tables\" ",
                         mapping_.tables().empty() ? "are missing" : "have none with this file"}));
    }
    return found;
  }

  absl::Status ReadFile(const InputFile& file, const std::vector<size_t>& tables) {
    reporter_.BeginFile(file.name());
    reader_.BeginFile(file.path);
    if (tables.empty()) return ReadOnce(file, std::nullopt, tables);
    for (const size_t table : tables) {
      if (absl::Status read = ReadOnce(file, table, tables); !read.ok()) return read;
    }
    return absl::OkStatus();
  }

  absl::Status ReadOnce(const InputFile& file, std::optional<size_t> table, const std::vector<size_t>& of_file) {
    absl::StatusOr<std::unique_ptr<Source>> opened = Source::Open(file);
    if (!opened.ok()) return opened.status();
    source_ = std::move(*opened);
    Window window(*source_, file.name());
    if (absl::Status reported = Progress(/*now=*/true); !reported.ok()) return reported;
    if (!table.has_value()) {
      const absl::Status read = ReadStandardFile(window, IsNamedAsLines(file.path));
      Close();
      return read;
    }
    const absl::Status read = ReadTable(window, mapping_, *table, of_file, tables_, reporter_, [this] {
      stored_bytes_ = source_->stored_bytes();
      return Progress(/*now=*/false);
    });
    Close();
    return read;
  }

  void Close() {
    bytes_before_ += source_->stored_bytes();
    stored_bytes_ = 0;
    source_.reset();
    labels_.Add(reader_.TakeLabels());
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
        labels_.Add(reader_.TakeLabels());
        if (ahead.running()) return TakeBatches(ahead);
        threads_ = 1;
      }
      if (absl::Status looked = CheckStopSampled(); !looked.ok()) return looked;
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
    absl::StatusOr<DocumentReader::Outcome> outcome = DocumentReader::Outcome::kLeft;
    if (*alone) outcome = reader_.ReadAlone(document.text);
    if (outcome.ok() && *outcome == DocumentReader::Outcome::kLeft) {
      *alone = false;
      outcome = reader_.Read(document.text);
    }
    if (!outcome.ok()) return outcome.status();
    if (*outcome == DocumentReader::Outcome::kOboGraphs) {
      reporter_.BeginRecord(0, 0);
      absl::StatusOr<std::vector<ontology::OntologyDraft>> drafts = ontology::ReadOboGraphs(document.text);
      if (!drafts.ok()) return InFile(drafts.status(), reporter_.file());
      for (ontology::OntologyDraft& draft : *drafts) {
        if (absl::Status added = AddOntology(std::move(draft), reporter_.file()); !added.ok()) return added;
      }
    } else if (*outcome == DocumentReader::Outcome::kUnread) {
      return Rest::kSkip;
    } else if (*outcome == DocumentReader::Outcome::kForeign && document.number == 1) {
      return absl::InvalidArgumentError(model::Concat(
          {reporter_.file(), ": is JSON, but its first record is neither a phenopacket nor one of Beacon; ",
           reader_.foreign(), reader_.foreign().empty() ? "" : "; ", kExpectedForms}));
    }
    return Rest::kRead;
  }

  absl::Status TakeBatches(ReadAhead& ahead) {
    BatchSymbols symbols(sink_);
    while (true) {
      Batch& batch = *ahead.Next();
      symbols.Intern(batch);
      reporter_.Absorb(batch.report);
      labels_.Add(std::exchange(batch.labels, {}));
      for (size_t i = 0; i < batch.records.size(); ++i) {
        symbols.Translate(batch, batch.records[i]);
        const Batch::Document& document = batch.documents[batch.numbers[i] - batch.documents.front().number];
        if (absl::Status added = AddRead(std::move(batch.records[i]), document); !added.ok()) return added;
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

  // A record that was read ahead, and counted as a new individual.
  absl::Status AddRead(model::Record record, const Batch::Document& document) {
    model::Taken taken;
    // Counted before it is given away; needed rarely.
    const RowCounts rows = CountRows(record);
    const std::string id = record.id;
    if (absl::Status added = sink_.AddRecord(std::move(record), &taken); !added.ok()) return added;
    if (taken.how == model::Taken::How::kAdded && taken.other_person.empty()) return absl::OkStatus();
    reporter_.BeginRecord(document.number, document.line);
    reporter_.SetId(id);
    ReportTaken(taken, rows, reporter_);
    return absl::OkStatus();
  }

  absl::Status ReadOboFile(Window& window) {
    while (true) {
      const absl::StatusOr<bool> more = window.More();
      if (!more.ok()) return more.status();
      if (!*more) break;
      if (window.view().size() > kMaxDocumentBytes) {
        return absl::InvalidArgumentError(model::Concat({window.name(), ": an ontology may have 4 GiB at most"}));
      }
    }
    return AddOntology(ontology::ReadObo(window.view()), window.name());
  }

  static absl::Status InFile(const absl::Status& status, std::string_view file) {
    return absl::Status(status.code(), model::Concat({file, ": ", std::string(status.message())}));
  }

  absl::Status AddOntology(absl::StatusOr<ontology::OntologyDraft> draft, std::string_view file) {
    if (!draft.ok()) return InFile(draft.status(), file);
    std::vector<std::string> notes = std::move(draft->notes);
    draft->notes.clear();
    const absl::StatusOr<ontology::OntologyPtr> built = ontology::Ontology::Build(*std::move(draft), &notes);
    if (!built.ok()) return InFile(built.status(), file);
    for (const std::string& note : notes) {
      const bool circle = ontology::TellsOfCircle(note);
      reporter_.Report(circle ? kCircle : kOddity, "", {}, note);
    }
    ImportReport& report = reporter_.report();
    ++report.ontologies;
    report.ontology_terms += (*built)->size();
    editions_.Add(*built);
    return absl::OkStatus();
  }

  absl::Status Progress(bool now) {
    if (absl::Status looked = CheckStop(); !looked.ok() || !options_.progress) return looked;
    const Clock::time_point time = Clock::now();
    if (!now && time - reported_ < kBetweenProgress) return absl::OkStatus();
    reported_ = time;
    ImportProgress progress;
    progress.file = reporter_.file();
    progress.bytes_done = bytes_before_ + stored_bytes_;
    progress.bytes_total = bytes_total_ == kUnknown ? 0 : bytes_total_;
    progress.records = reporter_.report().records;
    progress.phase = "reading";
    const AllowanceScope unbounded(nullptr);  // what it asks has bounds of its own
    if (options_.progress(progress)) return absl::OkStatus();
    return absl::CancelledError("the import was cancelled");
  }

  const ImportOptions& options_;
  const Mapping& mapping_;
  uint32_t threads_;
  WatchedSink watched_;
  Sink& sink_;
  Reporter reporter_;
  TableJoin tables_;
  DocumentReader reader_;
  LabelCounts labels_;
  Editions editions_;
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
    if (absl::Status good = CheckDatasetId(options.dataset); !good.ok()) return good;
    const absl::StatusOr<Mapping> mapping = Mapping::Parse(options.mapping);
    if (!mapping.ok()) return mapping.status();
    const absl::StatusOr<std::vector<InputFile>> files = files_of(*mapping);
    if (!files.ok()) return files.status();
    return std::make_unique<Importer>(options, *mapping, sink)->Run(*files);
  } catch (const std::bad_alloc&) {
    return WithReason(absl::ResourceExhaustedError("not enough memory for the import"), reason::kNoMemory);
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
