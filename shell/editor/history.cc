#include "shell/editor/history.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <utility>

namespace muster::shell {
namespace {

constexpr size_t kMaxEntries = 5000;
constexpr std::string_view kHeader = "#muster-history-1";
constexpr std::string_view kLibeditHeader = "_HiStOrY_V2_";

bool IsOctal(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '7'; });
}

/// libedit writes a blank as \040.
std::string LibeditEntry(std::string_view line) {
  std::string out;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 4 <= line.size() && IsOctal(line.substr(i + 1, 3))) {
      out += static_cast<char>((line[i + 1] - '0') * 64 + (line[i + 2] - '0') * 8 + (line[i + 3] - '0'));
      i += 3;
    } else if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '\\') {
      out += line[++i];
    } else {
      out += line[i];
    }
  }
  return out;
}

void WriteNew(const std::string& path, const std::vector<std::string>& entries) {
  const std::string beside = path + ".part";
  const int descriptor = open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return;
  std::string text(kHeader);
  text += '\n';
  for (const std::string& entry : entries) text += HistoryLine(entry) + "\n";
  const bool written = write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  if (close(descriptor) != 0 || !written || std::rename(beside.c_str(), path.c_str()) != 0) std::remove(beside.c_str());
}

}  // namespace

std::string HistoryLine(std::string_view entry) {
  std::string line;
  for (const char c : entry) {
    if (c == '\\') {
      line += "\\\\";
    } else if (c == '\n') {
      line += "\\n";
    } else {
      line += c;
    }
  }
  return line;
}

std::string HistoryEntry(std::string_view line) {
  std::string entry;
  for (size_t i = 0; i < line.size(); ++i) {
    const bool escaped = line[i] == '\\' && i + 1 < line.size();
    if (escaped) ++i;
    entry += escaped && line[i] == 'n' ? '\n' : line[i];
  }
  return entry;
}

History::History(std::string path) : path_(std::move(path)) {
  if (path_.empty()) return;
  std::ifstream file(path_, std::ios::binary);
  std::string line;
  if (!file || !std::getline(file, line)) {
    WriteNew(path_, {});
    return;
  }
  const bool libedit = line == kLibeditHeader;
  if (!libedit && line != kHeader) AddUnsaved(HistoryEntry(line));
  size_t lines = 0;
  while (std::getline(file, line)) {
    AddUnsaved(libedit ? LibeditEntry(line) : HistoryEntry(line));
    ++lines;
  }
  if (libedit || lines > 2 * kMaxEntries) WriteNew(path_, entries_);
}

void History::AddUnsaved(std::string_view entry) {
  if (entry.empty()) return;
  std::erase(entries_, entry);
  if (entries_.size() == kMaxEntries) entries_.erase(entries_.begin());
  entries_.emplace_back(entry);
}

void History::Add(std::string_view entry) {
  if (entry.empty()) return;
  AddUnsaved(entry);
  if (path_.empty()) return;
  const int descriptor = open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return;
  const std::string line = HistoryLine(entry) + "\n";
  [[maybe_unused]] const ssize_t written = write(descriptor, line.data(), line.size());
  close(descriptor);
}

}  // namespace muster::shell
