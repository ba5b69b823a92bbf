// Databases that are still open when the process ends.
#ifndef MUSTER_STORAGE_FILES_PROCESS_END_H_
#define MUSTER_STORAGE_FILES_PROCESS_END_H_

namespace muster::storage {

/// Of a database that was opened: what RocksDB has made for itself by then, which closing needs, is destroyed at the
/// end of the process, before catalogues that static objects of the program hold.
void NoticeProcessEnd();

/// True from before that is destroyed: databases are left behind then, and not closed. What was committed is durable.
bool IsProcessEnding();

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_PROCESS_END_H_
