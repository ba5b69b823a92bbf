#include "shell/interactive/history_file.h"

#include <filesystem>

namespace muster::shell {

std::string HistoryPath(const std::function<const char*(const char*)>& environment) {
  const char* state = environment("XDG_STATE_HOME");
  if (state != nullptr && state[0] == '/') return std::string(state) + "/muster/history";
  const char* home = environment("HOME");
  if (home == nullptr || home[0] != '/') return "";
  return std::string(home) + "/.local/state/muster/history";
}

bool MakeFolders(const std::string& path) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(path).parent_path();
  std::error_code error;
  const bool made = fs::create_directories(folder, error);
  if (error) return false;
  if (made) fs::permissions(folder, fs::perms::owner_all, error);
  return true;
}

}  // namespace muster::shell
