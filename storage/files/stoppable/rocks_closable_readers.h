// Files that are read, which can all be closed at once while a database that is never closed still holds them.
#ifndef MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_CLOSABLE_READERS_H_
#define MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_CLOSABLE_READERS_H_

#include <rocksdb/file_system.h>

#include <memory>
#include <set>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace muster::storage {

class ClosableReader;

/// Thread-safe. Outlives the files that it has wrapped.
class ClosableReaders {
 public:
  /// A file that reads from `file` until all are closed.
  std::unique_ptr<rocksdb::FSRandomAccessFile> Wrap(std::unique_ptr<rocksdb::FSRandomAccessFile> file);
  /// Closes all files that are there now. Reading them fails from then on.
  void CloseAll();

 private:
  friend class ClosableReader;

  absl::Mutex mutex_;
  std::set<ClosableReader*> open_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_STOPPABLE_ROCKS_CLOSABLE_READERS_H_
