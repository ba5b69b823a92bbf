#include "engine/import/importer.h"

#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>

#include "allowance/allowance.h"
#include "engine/import/batch_symbols.h"
#include "engine/import/dataset_id.h"
#include "engine/import/document_reader.h"
#include "engine/import/input/paths.h"
#include "engine/import/input/sniff.h"
#include "engine/import/input/source.h"
#include "engine/import/input/splitter.h"
#include "engine/import/input/window.h"
#include "engine/import/mapping/mapping.h"
#include "engine/import/ontology_files.h"
#include "engine/import/progress.h"
#include "engine/import/read_ahead.h"
#include "engine/import/record/deliver/finish_united.h"
#include "engine/import/record/deliver/report_taken.h"
#include "engine/import/record/deliver/row_counts.h"
#include "engine/import/record/reporter.h"
#include "engine/import/table/files_of_tables.h"
#include "engine/import/table/join/table_join.h"
#include "engine/import/table/table_reader.h"
#include "engine/import/unused_rules.h"
#include "engine/import/watch/watched_sink.h"
#include "engine/model/text/text.h"
#include "engine/parallel/processors.h"
#include "muster/reason.h"

namespace muster::import {
namespace {

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
        reader_(options.dataset, mapping, watched_, reporter_, mapping.tables().empty() ? nullptr : &tables_),
        ontologies_(reporter_),
        progress_(options, reporter_) {
    // What reads ahead does not look into tables.
    if (!mapping.tables().empty()) threads_ = 1;
    united_rules_.lifetime = mapping.plausibility().lifetime;
    united_rules_.finish = [this](const model::Record& earlier, const model::Record& other,
                                  const std::vector<model::ImplausibleTime>& taken, model::Record& united) {
      if (taken_ != nullptr) {
        reporter_.BeginRecord(taken_->number, taken_->line);
        reporter_.SetId(united.id);
      }
      FinishUnited(earlier, other, taken, united, sink_, reporter_);
    };
    sink_.set_united_rules(&united_rules_);
  }
  ~Importer() { sink_.set_united_rules(nullptr); }
  Importer(const Importer&) = delete;
  Importer& operator=(const Importer&) = delete;

  absl::StatusOr<ImportReport> Run(const std::vector<InputFile>& files) {
    for (const InputFile& file : files) {
      if (file.size == 0 && file.path == "-") progress_.ExpectUnknown();
      const absl::StatusOr<std::vector<size_t>> tables = TablesOf(mapping_, file);
      const uint64_t times = tables.ok() ? std::max<uint64_t>(tables->size(), 1) : 1;
      progress_.Expect(file.size * times);
    }
    for (const model::Collection& collection : mapping_.collections()) {
      if (absl::Status added = sink_.AddCollection(collection); !added.ok()) return added;
      ++reporter_.report().descriptions;
    }
    // Tables first: what they say is added to the individuals of the other files as those are read.
    for (const bool table : {true, false}) {
      for (const InputFile& file : files) {
        const absl::StatusOr<std::vector<size_t>> of = TablesOf(mapping_, file);
        if (!of.ok()) return of.status();
        if (of->empty() == table) continue;
        if (absl::Status read = ReadFile(file, *of); !read.ok()) return read;
      }
      if (table) tables_.Close();
    }
    if (absl::Status joined = reader_.Finish([this] { return progress_.Tell(/*now=*/false); }); !joined.ok())
      return joined;
    ReportUnusedRules(mapping_, ReportTablesWithoutFile(mapping_, files, reporter_), reporter_);
    if (mapping_.plausibility().numbers) {
      watched_.numbers().Report(sink_.symbols(), reporter_);
      watched_.unlikely().Report(sink_.symbols(), reporter_);
      watched_.pairs().Report(reporter_);
    }
    watched_.ids().Report(reporter_);
    watched_.shared().Report(sink_.symbols(), reporter_);
    watched_.samples().Report(reporter_);
    watched_.species().Report(sink_.symbols(), reporter_);
    watched_.names().Report(sink_.symbols(), reporter_);
    watched_.suffixed().Report(reporter_);
    watched_.sexes().Report(sink_.symbols(), reporter_);
    watched_.midnights().Report(reporter_);
    watched_.ages().Report(reporter_);
    watched_.renewed().Report(reporter_);
    watched_.families().Report(sink_.symbols(), /*of_tables=*/!mapping_.tables().empty(), reporter_);
    labels_.Add(reader_.TakeLabels());
    sink_.AddLabels(labels_.Take());
    if (absl::Status added = ontologies_.AddTo(sink_); !added.ok()) return added;
    return std::move(reporter_).Finish();
  }

 private:
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
    if (absl::Status reported = progress_.Tell(/*now=*/true); !reported.ok()) return reported;
    if (!table.has_value()) {
      const absl::Status read = ReadStandardFile(window, IsNamedAsLines(file.path));
      Close();
      return read;
    }
    const absl::Status read = ReadTable(window, mapping_, *table, of_file, tables_, reporter_, [this] {
      progress_.Reach(source_->stored_bytes());
      return progress_.Tell(/*now=*/false);
    });
    Close();
    return read;
  }

  void Close() {
    progress_.EndFile(source_->stored_bytes());
    source_.reset();
    labels_.Add(reader_.TakeLabels());
  }

  absl::Status ReadStandardFile(Window& window, bool named_as_lines) {
    const absl::StatusOr<FileForm> form = Sniff(window, named_as_lines);
    if (!form.ok()) return form.status();
    if (*form == FileForm::kObo) return ontologies_.ReadObo(window);
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
      if (absl::Status check = CheckStopSampled(); !check.ok()) return check;
      const absl::StatusOr<std::optional<std::string_view>> text = splitter.Next();
      if (!text.ok()) return text.status();
      if (!text->has_value()) return absl::OkStatus();
      bytes += (*text)->size();
      const absl::StatusOr<Rest> rest = ReadDocument({**text, number, splitter.line()}, &alone);
      if (!rest.ok()) return rest.status();
      if (*rest == Rest::kSkip) return absl::OkStatus();
      progress_.Reach(source_->stored_bytes());
      if (number % kRecordsBetweenLooks == 0) {
        if (absl::Status reported = progress_.Tell(/*now=*/false); !reported.ok()) return reported;
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
      if (absl::Status read = ontologies_.ReadGraphs(document.text); !read.ok()) return read;
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
      progress_.Reach(batch.stored_bytes);
      if (absl::Status reported = progress_.Tell(/*now=*/false); !reported.ok()) return reported;
    }
  }

  // A record that was read ahead, and counted as a new individual. It stays the batch's: the thread that made it frees
  // its memory (decision 0004).
  absl::Status AddRead(model::Record&& record, const Batch::Document& document) {
    model::Taken taken;
    // Counted before it is given away; needed rarely.
    const RowCounts rows = CountRows(record);
    const std::string id = record.id;
    taken_ = &document;
    const absl::Status added = sink_.AddRecord(std::move(record), &taken);
    taken_ = nullptr;
    if (!added.ok()) return added;
    if (taken.how == model::Taken::How::kAdded && taken.other_person.empty()) return absl::OkStatus();
    reporter_.BeginRecord(document.number, document.line);
    reporter_.SetId(id);
    ReportTaken(taken, rows, reporter_);
    return absl::OkStatus();
  }

  const ImportOptions& options_;
  const Mapping& mapping_;
  uint32_t threads_;
  WatchedSink watched_;
  Sink& sink_;
  model::UnitedRules united_rules_;
  const Batch::Document* taken_ = nullptr;  // of the record that was read ahead, and is being handed over
  Reporter reporter_;
  TableJoin tables_;
  DocumentReader reader_;
  LabelCounts labels_;
  OntologyFiles ontologies_;
  Progress progress_;
  std::unique_ptr<Source> source_;
};

// simdjson chooses and makes its implementation when it is first used, in functions that must not throw: for want of
// memory that ends the process. So it is used when the library is loaded, not first in the middle of an import.
[[maybe_unused]] const bool json_is_ready = simdjson::validate_utf8("{}", 2);

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
