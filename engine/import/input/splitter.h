// Cuts a JSON file into its records.
#ifndef MUSTER_ENGINE_IMPORT_INPUT_SPLITTER_H_
#define MUSTER_ENGINE_IMPORT_INPUT_SPLITTER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/import/input/sniff.h"
#include "engine/import/input/window.h"

namespace muster::import {

/// The longest record: a line, an element of an array, an object. An ontology, which is one object, may have 4 GiB,
/// simdjson's limit.
inline constexpr size_t kMaxRecordBytes = size_t{256} << 20;
inline constexpr size_t kMaxDocumentBytes = (size_t{4} << 30) - (size_t{64} << 10);

/// One record is held at a time. A record that is broken inside is handed out like any other; the file's own structure
/// must be right.
class Splitter {
 public:
  Splitter(Window& window, FileForm form) : window_(window), form_(form) {}

  /// The text of the next record, not blank, readable for simdjson's padding, valid until the next call; nullopt at the
  /// end. InvalidArgument, naming the file, when a record is too long, or an array or object does not end.
  absl::StatusOr<std::optional<std::string_view>> Next();
  /// The line that the last record of JSON lines stood on, from 1; 0 for other forms.
  uint64_t line() const { return form_ == FileForm::kLines ? line_ : 0; }

 private:
  absl::StatusOr<std::optional<std::string_view>> NextLine();
  absl::StatusOr<std::optional<std::string_view>> NextElement();
  absl::StatusOr<std::optional<std::string_view>> NextObject();
  absl::StatusOr<std::string_view> TakeValue(size_t longest);
  // Skips blanks, and returns the byte with which the window then begins; 0 at the end.
  absl::StatusOr<char> SkipBlanks();
  absl::Status Error(std::string_view what) const;

  Window& window_;
  FileForm form_;
  size_t taken_ = 0;  // bytes of the window that the last record had
  uint64_t line_ = 0;
  uint64_t elements_ = 0;
  bool in_array_ = false;
  bool ended_ = false;
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_INPUT_SPLITTER_H_
