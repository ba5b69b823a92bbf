#include "engine/import/input/paths.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

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

// Walks a folder and those below it, each once, however many links lead there.
class FolderWalk {
 public:
  explicit FolderWalk(const IsTable& is_table) : is_table_(is_table) {}

  absl::Status Walk(const std::string& folder) {
    left_.push_back(folder);
    // Links come after all folders that are there themselves, so that a file has the name that it has there.
    while (!left_.empty() || !links_.empty()) {
      std::vector<fs::path>& from = left_.empty() ? links_ : left_;
      const fs::path next = std::move(from.back());
      from.pop_back();
      if (absl::Status added = AddFolder(next); !added.ok()) return added;
    }
    std::sort(found_.begin(), found_.end());
    return absl::OkStatus();
  }
  std::vector<std::string>& found() { return found_; }

 private:
  absl::Status AddFolder(const fs::path& folder) {
    struct stat status = {};
    if (stat(folder.c_str(), &status) == 0 && !seen_.insert({status.st_dev, status.st_ino}).second) {
      return absl::OkStatus();
    }
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      if (absl::Status added = Add(*it); !added.ok()) return added;
    }
    if (error) return absl::PermissionDeniedError(absl::StrCat(folder.native(), ": ", error.message()));
    return absl::OkStatus();
  }

  absl::Status Add(const fs::directory_entry& entry) {
    std::error_code error;
    const fs::file_status status = entry.status(error);
    if (fs::is_directory(status)) {
      (entry.is_symlink(error) ? links_ : left_).push_back(entry.path());
      return absl::OkStatus();
    }
    const std::string& path = entry.path().native();
    if (!IsTaken(path, is_table_)) return absl::OkStatus();
    if (!fs::exists(status)) return absl::NotFoundError(absl::StrCat(path, ": is a link that leads nowhere"));
    if (!fs::is_regular_file(status)) {
      return absl::InvalidArgumentError(absl::StrCat(path, ": is no file; name it by itself to read from it"));
    }
    found_.push_back(path);
    return absl::OkStatus();
  }

  const IsTable& is_table_;
  std::vector<fs::path> left_;
  std::vector<fs::path> links_;
  std::set<std::pair<dev_t, ino_t>> seen_;
  std::vector<std::string> found_;
};

absl::Status AddDirectory(const std::string& directory, const IsTable& is_table, std::vector<InputFile>& files) {
  FolderWalk walk(is_table);
  if (absl::Status walked = walk.Walk(directory); !walked.ok()) return walked;
  if (walk.found().empty()) {
    return absl::NotFoundError(absl::StrCat(
        directory, ": the directory has no *.json, *.jsonl, *.ndjson or *.obo file (or such a file .gz or .zst)"));
  }
  for (std::string& path : walk.found()) {
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
