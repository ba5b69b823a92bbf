#include "engine/import/read_ahead.h"

#include <algorithm>
#include <utility>

#include "engine/import/document_reader.h"
#include "engine/model/record/dictionary.h"

namespace muster::import {
namespace {

// A batch should be worth the handing over, and small enough to stay in the cache of a processor.
constexpr size_t kBatchBytes = size_t{128} << 10;
// Batches under way for each thread: one being read, and others that wait for their turn, enough for no thread to wait
// for one that the machine has suspended.
constexpr size_t kBatchesAhead = 8;
// Longer documents are not copied.
constexpr size_t kLargeDocument = size_t{512} << 10;

// Collects what a reader delivers, with symbols of a dictionary of its own.
class BatchSink : public Sink {
 public:
  void set_batch(Batch* batch) { batch_ = batch; }
  void set_number(uint64_t number) { number_ = number; }

  model::Symbol Intern(std::string_view text, std::string_view label) override {
    const model::Symbol symbol = dictionary_.Intern(text);
    batch_->interned.push_back({std::string(text), std::string(label), symbol});
    return symbol;
  }
  absl::Status AddRecord(model::Record&& record, model::Taken* taken) override {
    *taken = {};  // whoever takes the batch finds out
    batch_->records.push_back(std::move(record));
    batch_->numbers.push_back(number_);
    return absl::OkStatus();
  }
  const model::Dictionary& symbols() const override { return dictionary_; }
  absl::Status AddOntology(ontology::OntologyPtr) override {
    return absl::InternalError("ontologies are not read ahead");
  }
  absl::Status AddCollection(model::Collection) override {
    return absl::InternalError("datasets and cohorts are not read ahead");
  }
  void AddLabels(std::vector<LabelOfCode>) override {}  // they are the batch's

 private:
  model::Dictionary dictionary_;
  Batch* batch_ = nullptr;
  uint64_t number_ = 0;
};

}  // namespace

// What one thread reads with.
class ReadAhead::Reader {
 public:
  Reader(const Options& options, const Mapping& mapping)
      : file_(options.file),
        reporter_(options.max_problems, Reporter::Extent::kPart),
        reader_(options.dataset, mapping, sink_, reporter_) {}

  void Read(Batch& batch) {
    sink_.set_batch(&batch);
    reporter_.ReturnTo(file_, 0);
    for (const Batch::Document& document : batch.documents) {
      reporter_.BeginRecord(document.number, document.line);
      sink_.set_number(document.number);
      const absl::StatusOr<DocumentReader::Outcome> outcome = reader_.ReadAlone(document.text);
      if (!outcome.ok() || *outcome == DocumentReader::Outcome::kLeft) break;
      ++batch.read;
    }
    std::swap(batch.report, reporter_);
    batch.labels = reader_.TakeLabels();
  }

 private:
  std::string file_;
  BatchSink sink_;
  Reporter reporter_;
  DocumentReader reader_;
};

ReadAhead::ReadAhead(Splitter& splitter, Source& source, const Mapping& mapping, Options options)
    : splitter_(splitter),
      source_(source),
      mapping_(mapping),
      options_(std::move(options)),
      next_number_(options_.first_number) {
  threads_.reserve(options_.threads);
  try {
    for (size_t i = 0; i < options_.threads; ++i) threads_.emplace_back([this, i] { Run(i); });
  } catch (const std::exception&) {
    // No thread, or no memory for one: those that there are will do.
  }
}

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  room_.notify_all();
  if (running()) source_.Stop();
  for (std::thread& thread : threads_) thread.join();
}

void ReadAhead::Run(size_t number) {
  try {
    Reader reader(options_, mapping_);
    uint64_t turn = 0;
    while (std::unique_ptr<Batch> batch = Cut(EmptyBatch(number), &turn)) {
      if (!batch->large) reader.Read(*batch);
      Put(std::move(batch), turn);
    }
  } catch (...) {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
      if (failure_ == nullptr) failure_ = std::current_exception();
    }
    room_.notify_all();
    ready_.notify_all();
  }
}

std::unique_ptr<Batch> ReadAhead::EmptyBatch(size_t reader) {
  std::unique_ptr<Batch> batch;
  {
    const std::lock_guard lock(mutex_);
    // One of its own, whose memory it got itself.
    const auto spare = std::ranges::find(spare_, reader, [](const auto& candidate) { return candidate->reader; });
    if (spare != spare_.end()) {
      batch = std::move(*spare);
      spare_.erase(spare);
    }
  }
  if (batch == nullptr) {
    batch = std::make_unique<Batch>(options_.max_problems);
    batch->reader = reader;
    batch->bytes.reserve(kBatchBytes + kLargeDocument + kJsonPadding);
  }
  batch->bytes.clear();
  batch->documents.clear();
  batch->records.clear();
  batch->numbers.clear();
  batch->interned.clear();
  batch->read = 0;
  return batch;
}

std::unique_ptr<Batch> ReadAhead::Cut(std::unique_ptr<Batch> batch, uint64_t* turn) {
  const std::lock_guard cutting(cutting_);
  {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return ended_ || (!waiting_ && under_way_ < kBatchesAhead * options_.threads); });
    if (ended_) return nullptr;
    *turn = turns_++;
    ++under_way_;
  }
  CutDocuments(*batch);
  const std::lock_guard lock(mutex_);
  ended_ = ended_ || batch->last;
  waiting_ = batch->large;
  return batch;
}

void ReadAhead::CutDocuments(Batch& batch) {
  batch.large = false;
  while (batch.bytes.size() < kBatchBytes) {
    if (!pending_.has_value()) {
      const absl::StatusOr<std::optional<std::string_view>> text = splitter_.Next();
      if (!text.ok() || !text->has_value()) {
        batch.status = text.status();
        batch.last = true;
        break;
      }
      pending_ = {**text, next_number_++, splitter_.line()};
    }
    Batch::Document document = *pending_;
    if (document.text.size() > kLargeDocument) {
      if (!batch.documents.empty()) break;
      batch.large = true;
    } else {
      const size_t begin = batch.bytes.size();
      batch.bytes.append(document.text);  // within what was reserved
      document.text = std::string_view(batch.bytes).substr(begin);
    }
    pending_.reset();
    batch.documents.push_back(document);
    if (batch.large) break;
  }
  batch.bytes.append(kJsonPadding, '\0');
  batch.stored_bytes = source_.stored_bytes();
}

void ReadAhead::Put(std::unique_ptr<Batch> batch, uint64_t turn) {
  {
    const std::lock_guard lock(mutex_);
    done_.emplace(turn, std::move(batch));
  }
  ready_.notify_one();
}

Batch* ReadAhead::Next() {
  {
    std::unique_lock lock(mutex_);
    if (handed_out_ != nullptr) {
      if (handed_out_->large) waiting_ = false;
      spare_.push_back(std::move(handed_out_));
      --under_way_;
      room_.notify_one();
    }
    ready_.wait(lock, [&] { return failure_ != nullptr || done_.contains(taken_); });
    if (failure_ != nullptr) std::rethrow_exception(failure_);
    const auto found = done_.find(taken_++);
    handed_out_ = std::move(found->second);
    done_.erase(found);
  }
  return handed_out_.get();
}

}  // namespace muster::import
