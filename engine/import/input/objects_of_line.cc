#include "engine/import/input/objects_of_line.h"

#include <cstddef>

#include "engine/import/input/json_scanner.h"
#include "engine/model/text/text.h"

namespace muster::import {

std::vector<std::string_view> ObjectsOfLine(std::string_view text) {
  std::vector<std::string_view> objects;
  for (text = model::Trim(text); !text.empty(); text = model::Trim(text)) {
    if (text.front() != '{') return {};
    JsonScanner scanner;
    size_t end = 0;
    if (scanner.Scan(text, &end) != JsonScanner::Stop::kValueEnd) end = text.size();
    objects.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  if (objects.size() < 2) objects.clear();
  return objects;
}

}  // namespace muster::import
