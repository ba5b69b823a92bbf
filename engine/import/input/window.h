// The part of a source that is in memory.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_WINDOW_H_
#define MUSTER_ENGINE_IMPORT_INPUT_WINDOW_H_

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/import/input/source.h"

namespace muster::import {

/// A window that slides over a source: More() lengthens it, Drop() cuts its beginning. The bytes behind view() are
/// readable for simdjson's padding. Views are valid until the next More().
class Window {
 public:
  /// `name` is the file's, for messages. Does not own `source`.
  Window(Source& source, std::string name) : source_(source), name_(std::move(name)) {}

  const std::string& name() const { return name_; }
  std::string_view view() const { return {buffer_.get() + begin_, end_ - begin_}; }
  /// Reads on. False at the end of the file.
  absl::StatusOr<bool> More();
  void Drop(size_t bytes) { begin_ += bytes; }

 private:
  Source& source_;
  std::string name_;
  struct Free {
    void operator()(char* memory) const { std::free(memory); }
  };
  std::unique_ptr<char, Free> buffer_;  // of malloc, since realloc moves large ones without copying them
  size_t capacity_ = 0;                 // without the padding
  size_t begin_ = 0;
  size_t end_ = 0;
  bool ended_ = false;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_WINDOW_H_
