// Databases that are still open when the process ends.
#ifndef MUSTER_STORAGE_FILES_PROCESS_END_H_
#define MUSTER_STORAGE_FILES_PROCESS_END_H_

namespace muster::storage {

/// Of a database that was opened: what RocksDB has made for itself by then, which closing needs, is destroyed at the
/// end of the process, before catalogues that static objects of the program hold.
void NoticeProcessEnd();

/// True from before that is destroyed: databases are left behind then, and not closed. What was committed is durable.
bool IsProcessEnding();

/// Lives as long as RocksDB may have its thread for databases that are open for writing. A process that is forked
/// meanwhile has what the thread works with and not the thread, for which `exit` would wait for ever there when it
/// destroys that.
class TimerThread {
 public:
  TimerThread();
  ~TimerThread();
  TimerThread(const TimerThread&) = delete;
  TimerThread& operator=(const TimerThread&) = delete;

  /// To be called once RocksDB has made what the thread works with. From then on `exit` ends a process that was forked
  /// in a TimerThread's life before that is destroyed: the standard streams are flushed; what was registered with
  /// `atexit` before is not called, and static objects that are older are not destroyed.
  static void NoticeMade();
};

}  // namespace muster::storage

#endif  // MUSTER_STORAGE_FILES_PROCESS_END_H_
