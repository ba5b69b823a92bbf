#include "engine/import/input/splitter.h"

#include <cstring>

#include "absl/strings/str_cat.h"
#include "engine/import/input/json_scanner.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

using Text = std::optional<std::string_view>;

constexpr size_t kSeenOfDocument = size_t{64} << 10;

}  // namespace

absl::StatusOr<Text> Splitter::Next() {
  window_.Drop(taken_);
  taken_ = 0;
  switch (form_) {
    case FileForm::kLines:
      return NextLine();
    case FileForm::kArray:
      return NextElement();
    case FileForm::kObjects:
      return NextObject();
    default:
      return Text();
  }
}

absl::StatusOr<Text> Splitter::NextLine() {
  size_t searched = 0;
  while (true) {
    const std::string_view text = window_.view();
    const size_t end = text.find('\n', searched);
    if (end != std::string_view::npos) {
      ++line_;
      const std::string_view line = model::Trim(text.substr(0, end));
      if (line.size() > kMaxRecordBytes) return Error(absl::StrCat("line ", line_, " is longer than 256 MiB"));
      if (!line.empty()) {
        taken_ = end + 1;
        return line;
      }
      window_.Drop(end + 1);
      searched = 0;
      continue;
    }
    searched = text.size();
    if (text.size() > kMaxRecordBytes) return Error(absl::StrCat("line ", line_ + 1, " is longer than 256 MiB"));
    const absl::StatusOr<bool> more = window_.More();
    if (!more.ok()) return more.status();
    if (*more) continue;
    const std::string_view last = model::Trim(window_.view());
    taken_ = window_.view().size();
    ++line_;
    if (last.empty()) return Text();
    return last;
  }
}

absl::StatusOr<Text> Splitter::NextElement() {
  if (ended_) return Text();
  absl::StatusOr<char> next = SkipBlanks();
  if (!next.ok()) return next.status();
  const auto expect = [&](std::string_view what) {
    return Error(model::Concat({*next == 0 ? "the JSON array is cut off" : "the JSON array is broken",
                                " after element ", std::to_string(elements_), ": ", what}));
  };
  if (!in_array_ && *next == '[') {
    in_array_ = true;
    window_.Drop(1);
    next = SkipBlanks();
    if (!next.ok()) return next.status();
  } else if (*next == ',') {
    window_.Drop(1);
    next = SkipBlanks();
    if (!next.ok()) return next.status();
    if (*next == ']') return expect("an element should follow the comma");
  } else if (*next != ']') {
    return expect("',' or ']' should follow");
  }
  if (*next == ']') {
    window_.Drop(1);
    next = SkipBlanks();
    if (!next.ok()) return next.status();
    if (*next != 0) return Error("something follows the end of the JSON array");
    ended_ = true;
    return Text();
  }
  if (*next == 0 || *next == ',') return expect("an element should follow");
  ++elements_;
  if (*next == '{' || *next == '[') {
    const absl::StatusOr<std::string_view> value = TakeValue(kMaxRecordBytes);
    if (!value.ok()) return value.status();
    return *value;
  }
  // A number, string or literal: no record, but its neighbours may be some.
  size_t length = 0;
  bool in_string = false;
  while (true) {
    const std::string_view text = window_.view();
    for (; length < text.size(); ++length) {
      const char c = text[length];
      if (in_string && c == '\\' && length + 1 < text.size()) {
        ++length;
      } else if (c == '"') {
        in_string = !in_string;
      } else if (!in_string && (c == ',' || c == ']')) {
        taken_ = length;
        return text.substr(0, length);
      }
    }
    if (text.size() > kMaxRecordBytes) return Error(absl::StrCat("element ", elements_, " is longer than 256 MiB"));
    const absl::StatusOr<bool> more = window_.More();
    if (!more.ok()) return more.status();
    if (!*more) return Error(absl::StrCat("the JSON array is cut off in element ", elements_));
  }
}

absl::StatusOr<Text> Splitter::NextObject() {
  const absl::StatusOr<char> next = SkipBlanks();
  if (!next.ok()) return next.status();
  if (*next == 0) return Text();
  if (*next != '{') return Error("something other than a JSON object follows the end of one");
  ++elements_;
  const absl::StatusOr<std::string_view> value = TakeValue(kMaxRecordBytes);
  if (!value.ok()) return value.status();
  return *value;
}

absl::StatusOr<std::string_view> Splitter::TakeValue(size_t longest) {
  JsonScanner scanner;
  size_t scanned = 0;
  while (true) {
    const std::string_view text = window_.view();
    // What is too long for a record may be an ontology (OBO Graphs), which says so at its beginning.
    if (text.size() > longest && form_ == FileForm::kObjects && longest != kMaxDocumentBytes) {
      if (text.substr(0, kSeenOfDocument).find("\"graphs\"") == std::string_view::npos) break;
      longest = kMaxDocumentBytes;
    }
    if (scanner.Scan(text, &scanned) == JsonScanner::Stop::kValueEnd) {
      if (scanned > longest) break;
      taken_ = scanned;
      return text.substr(0, scanned);
    }
    if (text.size() > longest) break;
    const absl::StatusOr<bool> more = window_.More();
    if (!more.ok()) return more.status();
    if (!*more) {
      return Error(form_ == FileForm::kArray ? absl::StrCat("the JSON array is cut off in element ", elements_)
                                             : absl::StrCat("the JSON object is cut off"));
    }
  }
  return Error(absl::StrCat(form_ == FileForm::kArray ? absl::StrCat("element ", elements_) : "the JSON object",
                            " is longer than ", longest >> 20, " MiB"));
}

absl::StatusOr<char> Splitter::SkipBlanks() {
  while (true) {
    const std::string_view text = window_.view();
    const size_t blanks = text.find_first_not_of(" \t\r\n");
    if (blanks != std::string_view::npos) {
      window_.Drop(blanks);
      return text[blanks];
    }
    window_.Drop(text.size());
    const absl::StatusOr<bool> more = window_.More();
    if (!more.ok()) return more.status();
    if (!*more) return '\0';
  }
}

absl::Status Splitter::Error(std::string_view what) const {
  return absl::InvalidArgumentError(model::Concat({window_.name(), ": ", what}));
}

}  // namespace muster::import
