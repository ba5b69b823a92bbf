#include "shell/interactive/user_files.h"

#include <filesystem>

namespace muster::shell {

namespace {

/// `name` in the folder that `variable` has, or in that below the home folder.
std::string UserPath(const std::function<const char*(const char*)>& environment, const char* variable,
                     const std::string& below_home, const std::string& name) {
  const char* folder = environment(variable);
  if (folder != nullptr && folder[0] == '/') return std::string(folder) + name;
  const char* home = environment("HOME");
  if (home == nullptr || home[0] != '/') return "";
  return std::string(home) + below_home + name;
}

}  // namespace

std::string HistoryPath(const std::function<const char*(const char*)>& environment) {
  return UserPath(environment, "XDG_STATE_HOME", "/.local/state", "/muster/history");
}

std::string StartupPath(const std::function<const char*(const char*)>& environment) {
  return UserPath(environment, "XDG_CONFIG_HOME", "/.config", "/muster/startup");
}

std::string QuestionsFolder(const std::function<const char*(const char*)>& environment) {
  return UserPath(environment, "XDG_DATA_HOME", "/.local/share", "/muster/questions");
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
