// What the library tells of its own work, for the log of the embedding program.
#ifndef MUSTER_LOG_H_
#define MUSTER_LOG_H_

#include <functional>
#include <string_view>

#include "muster/export.h"

namespace muster {

enum class LogLevel {
  kDebug,    ///< how long each text took; never its words
  kInfo,     ///< what happened: opened, committed, refreshed, backed up, compacted
  kWarning,  ///< went on, or was stopped: texts over their deadline or memory, a commit that failed
  kError,    ///< damage
};

/// Gets one line without its end: no query text, no value and no id of anybody is in it. It is valid during the call.
///
/// It is called on the thread that called the library, when the call is about to return, and so by several threads at
/// once where several call; never on a thread of the library's own, and never while a lock of the library is held. It
/// may ask the catalogue, but should be fast; what it asks gives no lines. What it throws is dropped.
using LogFunction = std::function<void(LogLevel level, std::string_view line)>;

}  // namespace muster

#endif  // MUSTER_LOG_H_
