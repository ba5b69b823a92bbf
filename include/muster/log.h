// The library's log lines, for the log of the embedding program.
#ifndef MUSTER_LOG_H_
#define MUSTER_LOG_H_

#include <functional>
#include <string_view>

#include "muster/export.h"

namespace muster {

enum class LogLevel {
  kDebug,    ///< how long each query text took
  kInfo,     ///< what happened: opened, committed, refreshed, backed up, compacted
  kWarning,  ///< a call did not succeed: texts that exceeded their deadline or memory, a commit that failed
  kError,    ///< damaged files
};

/// Receives one line, without a line end. `line` is valid during the call. It never contains a query text, a value or
/// an id of anybody.
///
/// Called on the thread that called the library, just before that call returns: by several threads at once if several
/// threads call. Never called on a thread of the library, nor while a lock of the library is held. It may query the
/// catalogue, but should be fast; its own queries log nothing. Exceptions that it throws are dropped.
using LogFunction = std::function<void(LogLevel level, std::string_view line)>;

}  // namespace muster

#endif  // MUSTER_LOG_H_
