// The kinds of RocksDB's files, by their names or paths.
#ifndef MUSTER_STORAGE_FILES_ROCKS_FILE_KINDS_H_
#define MUSTER_STORAGE_FILES_ROCKS_FILE_KINDS_H_

#include <string_view>

namespace muster::storage {

inline bool IsRocksLog(std::string_view path) { return path.ends_with(".log"); }
inline bool IsRocksTable(std::string_view path) { return path.ends_with(".sst"); }
/// Of a path, not a name.
inline bool IsRocksManifest(std::string_view path) { return path.find("/MANIFEST-") != path.npos; }
/// RocksDB's info log, "LOG" and "LOG.old...". No data depends on it, so that failures to write it are ignored.
inline bool IsRocksInfoLog(std::string_view path) { return path.substr(path.rfind('/') + 1).starts_with("LOG"); }

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_ROCKS_FILE_KINDS_H_
