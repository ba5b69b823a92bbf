#include "engine/import/paths.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/model/text.h"

namespace muster::import {
namespace {

namespace fs = std::filesystem;

std::string NameWithoutPacking(std::string_view path) {
  std::string name = model::ToLower(path);
  if (name.ends_with(".gz")) {
    name.resize(name.size() - 3);
  } else if (name.ends_with(".zst")) {
    name.resize(name.size() - 4);
  }
  return name;
}

bool IsTaken(std::string_view path) {
  const std::string name = NameWithoutPacking(path);
  for (const std::string_view ending : {".json", ".jsonl", ".ndjson", ".obo"}) {
    if (name.ends_with(ending)) return true;
  }
  return false;
}

uint64_t StoredSize(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return 0;
  const uintmax_t size = fs::file_size(path, error);
  return error ? 0 : size;
}

absl::Status AddDirectory(const std::string& directory, std::vector<InputFile>& files) {
  std::error_code error;
  std::vector<std::string> found;
  for (fs::recursive_directory_iterator it(directory, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (it->is_regular_file(ignored) && IsTaken(it->path().native())) found.push_back(it->path().native());
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

absl::StatusOr<std::vector<InputFile>> ExpandPaths(const std::vector<std::string>& paths) {
  std::vector<InputFile> files;
  for (const std::string& path : paths) {
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
      if (absl::Status added = AddDirectory(path, files); !added.ok()) return added;
    } else {
      files.push_back({path, StoredSize(path)});
    }
  }
  return files;
}

bool IsNamedAsLines(std::string_view path) {
  const std::string name = NameWithoutPacking(path);
  return name.ends_with(".jsonl") || name.ends_with(".ndjson");
}

}  // namespace muster::import
