#include "engine/import/input/paths.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "absl/status/status.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

namespace fs = std::filesystem;

bool EndsWith(std::string_view path, std::initializer_list<std::string_view> endings) {
  const std::string name = model::ToLower(WithoutPacking(path));
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

using IsTable = std::function<bool(std::string_view)>;

bool IsTaken(std::string_view path, const IsTable& is_table) {
  return EndsWith(path, {".json", ".jsonl", ".ndjson", ".obo"}) || (is_table && is_table(path));
}

uint64_t StoredSize(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return 0;
  const uintmax_t size = fs::file_size(path, error);
  return error ? 0 : size;
}

absl::Status AddDirectory(const std::string& directory, const IsTable& is_table, std::vector<InputFile>& files) {
  std::error_code error;
  std::vector<std::string> found;
  for (fs::recursive_directory_iterator it(directory, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (it->is_regular_file(ignored) && IsTaken(it->path().native(), is_table)) found.push_back(it->path().native());
  }
  if (error) return absl::PermissionDeniedError(absl::StrCat(directory, ": ", error.message()));
  if (found.empty()) {
    return absl::NotFoundError(absl::StrCat(
        directory, ": the directory has no *.json, *.jsonl, *.ndjson or *.obo file (or such a file .gz or .zst)"));
  }
  std::sort(found.begin(), found.end());
  for (std::string& path : found) {
    const uint64_t size = StoredSize(path);
    files.push_back({std::move(path), size});
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<InputFile>> ExpandPaths(const std::vector<std::string>& paths, const IsTable& is_table) {
  if (paths.empty()) return absl::InvalidArgumentError("no file was named that should be imported");
  std::vector<InputFile> files;
  for (const std::string& path : paths) {
    if (path.find('\0') != std::string::npos) {
      return absl::InvalidArgumentError(absl::StrCat("the name of a file has a NUL: \"", absl::CEscape(path), "\""));
    }
    if (path == "-") {
      files.push_back({path, 0});
      continue;
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      return absl::NotFoundError(absl::StrCat(path, ": ", error ? error.message() : "no such file or directory"));
    }
    if (fs::is_directory(status)) {
      if (absl::Status added = AddDirectory(path, is_table, files); !added.ok()) return added;
    } else {
      files.push_back({path, StoredSize(path)});
    }
  }
  return files;
}

std::string_view WithoutPacking(std::string_view path) {
  for (const std::string_view ending : {".gz", ".zst"}) {
    if (model::ToLower(path).ends_with(ending)) return path.substr(0, path.size() - ending.size());
  }
  return path;
}

bool IsNamedAsTable(std::string_view path) { return EndsWith(path, {".csv", ".tsv", ".tab"}); }

bool IsNamedAsLines(std::string_view path) { return EndsWith(path, {".jsonl", ".ndjson"}); }

}  // namespace muster::import
