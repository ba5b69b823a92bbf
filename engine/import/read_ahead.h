// Several threads read the documents of one file, in whatever order they come to it; one thread takes the results in
// the order of the file.
#ifndef MUSTER_ENGINE_IMPORT_READ_AHEAD_H_
#define MUSTER_ENGINE_IMPORT_READ_AHEAD_H_

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "engine/import/batch.h"
#include "engine/import/input/source.h"
#include "engine/import/input/splitter.h"
#include "engine/import/mapping/mapping.h"

namespace muster::import {

/// Cuts batches of documents from a splitter and reads those that can be understood by themselves
/// (DocumentReader::ReadAlone). A batch is cut and read by one thread, which comes to later batches later: so a text
/// that is new to a batch's dictionary is in the first batch that has it, or in an earlier one of the same file. Memory
/// is bounded: the batches under way are limited, and large documents are handed out without a copy.
class ReadAhead {
 public:
  struct Options {
    std::string file;  ///< name for the report
    std::string dataset;
    size_t max_problems = 0;
    size_t threads = 1;
    uint64_t first_number = 1;  ///< of the next document
  };
  /// Everything must outlive this. `splitter` and `source` are not to be used from then on, where it is running().
  ReadAhead(Splitter& splitter, Source& source, const Mapping& mapping, Options options);
  /// Stops the source, and waits for the threads.
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  /// False when not a single thread could be started; nothing has been read then.
  bool running() const { return !threads_.empty(); }
  /// The next batch, which is this object's again at the next call. Not after the last one. Throws what has ended a
  /// thread (std::bad_alloc where memory was short).
  Batch* Next();

 private:
  class Reader;
  void Run(size_t number);
  // Frees what one had before, so not while others wait for their turn to cut.
  std::unique_ptr<Batch> EmptyBatch(size_t reader);
  // Null when there is nothing to do any more.
  std::unique_ptr<Batch> Cut(std::unique_ptr<Batch> batch, uint64_t* turn);
  void CutDocuments(Batch& batch);
  void Put(std::unique_ptr<Batch> batch, uint64_t turn);

  Splitter& splitter_;
  Source& source_;
  const Mapping& mapping_;
  const Options options_;

  std::mutex cutting_;  // held while cutting; taken before mutex_
  uint64_t next_number_;
  std::optional<Batch::Document> pending_;  // cut, but too large for the batch that was being cut

  std::mutex mutex_;  // of what follows
  std::condition_variable room_;
  std::condition_variable ready_;
  bool ended_ = false;                    // nothing more is to be cut
  bool waiting_ = false;                  // for the large document to be taken
  std::exception_ptr failure_ = nullptr;  // of the first thread that one has ended
  uint64_t turns_ = 0;                    // batches begun
  uint64_t taken_ = 0;                    // batches handed out
  size_t under_way_ = 0;
  std::map<uint64_t, std::unique_ptr<Batch>> done_;
  std::vector<std::unique_ptr<Batch>> spare_;
  std::unique_ptr<Batch> handed_out_;

  std::vector<std::thread> threads_;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_READ_AHEAD_H_
