// Which folder a path leads to, whatever its name.
#ifndef MUSTER_STORAGE_FILES_FOLDER_ID_H_
#define MUSTER_STORAGE_FILES_FOLDER_ID_H_

#include <sys/stat.h>
#include <sys/types.h>

#include <string>
#include <utility>

namespace muster::storage {

/// Device and inode; both 0 if there is no folder.
using FolderId = std::pair<dev_t, ino_t>;

inline FolderId FolderIdOf(const std::string& directory) {
  struct stat found = {};
  return ::stat(directory.c_str(), &found) == 0 ? FolderId(found.st_dev, found.st_ino) : FolderId();
}

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_FOLDER_ID_H_
