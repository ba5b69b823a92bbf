#include "engine/import/mapping/table.h"

#include <fnmatch.h>

#include <algorithm>

#include "engine/import/input/paths.h"

namespace muster::import {

bool Table::HasFile(std::string_view path) const {
  const std::string file(WithoutPacking(path.substr(path.find_last_of('/') + 1)));
  return std::any_of(files.begin(), files.end(), [&](const std::string& pattern) {
    return fnmatch(pattern.c_str(), file.c_str(), /*flags=*/0) == 0;
  });
}

}  // namespace muster::import
