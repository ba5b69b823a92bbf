// Never opens what is in the place of a file and is not one, such as a pipe.
#ifndef MUSTER_STORAGE_FILES_ROCKS_REGULAR_FILES_H_
#define MUSTER_STORAGE_FILES_ROCKS_REGULAR_FILES_H_

#include <rocksdb/file_system.h>
#include <sys/stat.h>

#include <memory>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"

namespace muster::storage {

/// The file system of `base`, in which a folder, a device, a pipe or a socket in the place of a file is damage. To open
/// a pipe would wait for whoever writes to it, and to read a device may never end.
class RegularFiles final : public rocksdb::FileSystemWrapper {
 public:
  using FileSystemWrapper::FileSystemWrapper;
  const char* Name() const override { return kName; }
  static bool Is(const rocksdb::FileSystem& files) { return std::string_view(files.Name()) == kName; }

  rocksdb::IOStatus NewSequentialFile(const std::string& name, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSSequentialFile>* result,
                                      rocksdb::IODebugContext* debug) override {
    rocksdb::IOStatus status = Examine(name);
    return status.ok() ? target()->NewSequentialFile(name, options, result, debug) : status;
  }
  rocksdb::IOStatus NewRandomAccessFile(const std::string& name, const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* result,
                                        rocksdb::IODebugContext* debug) override {
    rocksdb::IOStatus status = Examine(name);
    return status.ok() ? target()->NewRandomAccessFile(name, options, result, debug) : status;
  }
  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override {
    rocksdb::IOStatus status = Examine(name);
    return status.ok() ? target()->NewWritableFile(name, options, result, debug) : status;
  }
  rocksdb::IOStatus ReopenWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                       std::unique_ptr<rocksdb::FSWritableFile>* result,
                                       rocksdb::IODebugContext* debug) override {
    rocksdb::IOStatus status = Examine(name);
    return status.ok() ? target()->ReopenWritableFile(name, options, result, debug) : status;
  }
  rocksdb::IOStatus ReuseWritableFile(const std::string& name, const std::string& old_name,
                                      const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSWritableFile>* result,
                                      rocksdb::IODebugContext* debug) override {
    rocksdb::IOStatus status = Examine(old_name);
    return status.ok() ? target()->ReuseWritableFile(name, old_name, options, result, debug) : status;
  }
  rocksdb::IOStatus NewRandomRWFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSRandomRWFile>* result,
                                    rocksdb::IODebugContext* debug) override {
    rocksdb::IOStatus status = Examine(name);
    return status.ok() ? target()->NewRandomRWFile(name, options, result, debug) : status;
  }

 private:
  static constexpr const char* kName = "muster.RegularFiles";

  /// OK also where there is nothing, of which the call itself will say so.
  static rocksdb::IOStatus Examine(const std::string& name) {
    struct stat info = {};
    if (::stat(name.c_str(), &info) != 0 || S_ISREG(info.st_mode)) return rocksdb::IOStatus::OK();
    return rocksdb::IOStatus::Corruption(name, absl::StrCat("it is ",
                                                            S_ISDIR(info.st_mode)    ? "a folder"
                                                            : S_ISFIFO(info.st_mode) ? "a pipe"
                                                            : S_ISSOCK(info.st_mode) ? "a socket"
                                                                                     : "a device",
                                                            ", and no file"));
  }
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_ROCKS_REGULAR_FILES_H_
