#include "engine/import/input/sniff.h"

#include <string_view>

#include "absl/status/status.h"
#include "engine/import/input/json_scanner.h"
#include "engine/import/input/other_file.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
// How much of a text file may pass before a stanza of OBO, and how much a single line may have before it counts as one.
constexpr size_t kOboPrelude = 256 << 10;
// By which files that are not read are known.
constexpr size_t kTellingBytes = 128;
constexpr size_t kMaxFirstLineBytes = 256 << 20;

bool BeginsStanza(std::string_view text) {
  return text.starts_with("[Term]") || text.starts_with("[Typedef]") || text.starts_with("[Instance]");
}

bool LooksLikeObo(std::string_view text) {
  if (text.starts_with("format-version:") || BeginsStanza(text)) return true;
  return text.find("\nformat-version:") != std::string_view::npos || text.find("\n[Term]") != std::string_view::npos ||
         text.find("\n[Typedef]") != std::string_view::npos;
}

// A first object that ends on its line is one of JSON lines. One that does not, is either spread over several lines or
// broken: the latter if a string has a raw line break, or a new object begins where the grammar has no place for one.
absl::StatusOr<FileForm> LinesOrObjects(Window& window) {
  JsonScanner scanner;
  size_t scanned = 0;
  while (true) {
    const std::string_view text = window.view();
    const JsonScanner::Stop stop = scanner.ScanLine(text, &scanned);
    if (stop == JsonScanner::Stop::kValueEnd) return FileForm::kLines;
    if (stop == JsonScanner::Stop::kLineEnd) {
      if (scanner.in_string()) return FileForm::kLines;
      const size_t last = text.find_last_not_of(kBlanks, scanned - 1);
      const bool may_nest = text[last] == '[' || text[last] == ',' || text[last] == ':';
      if (scanned < text.size()) {
        return text[scanned] == '{' && !may_nest ? FileForm::kLines : FileForm::kObjects;
      }
      --scanned;  // the next byte decides: come back to this line end
    }
    if (text.size() > kMaxFirstLineBytes) return FileForm::kObjects;
    const absl::StatusOr<bool> more = window.More();
    if (!more.ok()) return more.status();
    if (!*more) return FileForm::kObjects;
  }
}

}  // namespace

absl::StatusOr<FileForm> Sniff(Window& window, bool named_as_lines) {
  const auto unknown = [&](std::string_view what) {
    return absl::InvalidArgumentError(model::Concat({window.name(), ": ", what, "; ", kExpectedForms}));
  };
  bool more = true;
  const auto read_on = [&]() -> absl::Status {
    const absl::StatusOr<bool> got = window.More();
    if (!got.ok()) return got.status();
    more = *got;
    return absl::OkStatus();
  };
  while (more && window.view().size() < 3) {
    if (absl::Status read = read_on(); !read.ok()) return read;
  }
  while (more && window.view().size() < kTellingBytes) {
    if (absl::Status read = read_on(); !read.ok()) return read;
  }
  if (IsUtf16(window.view())) return unknown("is UTF-16 text, and only UTF-8 is read");
  if (window.view().starts_with("\xef\xbb\xbf")) window.Drop(3);
  while (true) {
    const size_t blanks = window.view().find_first_not_of(kBlanks);
    if (blanks != std::string_view::npos) {
      if (named_as_lines) return FileForm::kLines;
      window.Drop(blanks);
      break;
    }
    window.Drop(window.view().size());
    if (!more) return FileForm::kEmpty;
    if (absl::Status read = read_on(); !read.ok()) return read;
  }
  if (window.view()[0] == '{') return LinesOrObjects(window);
  // "[" alone may begin an array or a stanza.
  while (more && window.view().size() < 16) {
    if (absl::Status read = read_on(); !read.ok()) return read;
  }
  if (BeginsStanza(window.view())) return FileForm::kObo;
  if (window.view()[0] == '[') return FileForm::kArray;
  while (more && window.view().size() < kOboPrelude && !LooksLikeObo(window.view())) {
    if (absl::Status read = read_on(); !read.ok()) return read;
  }
  if (LooksLikeObo(window.view())) return FileForm::kObo;
  if (window.view()[0] == '<') return unknown("begins like XML or OWL");
  if (const std::string_view what = OtherFileBy(window.view()); !what.empty()) return unknown(what);
  return unknown("is none of the known kinds of file");
}

}  // namespace muster::import
