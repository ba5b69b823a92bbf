#include "engine/api/pipeline/text_key.h"

#include <cstddef>

namespace muster::api {
namespace {

void AppendText(std::string_view text, std::string* key) {
  // The length first, so that nothing in a text can be taken for the beginning of another.
  const size_t size = text.size();
  key->append(reinterpret_cast<const char*>(&size), sizeof size).append(text);
}

}  // namespace

std::string KeyOfText(std::string_view text, const QueryOptions& options) {
  std::string key;
  key.reserve(text.size() + 64);
  AppendText(text, &key);
  for (const size_t limit : {options.max_text_bytes, options.max_depth, options.max_terms, options.max_criteria}) {
    key.append(reinterpret_cast<const char*>(&limit), sizeof limit);
  }
  for (const auto& [id, version] : options.ontologies) {
    AppendText(id, &key);
    AppendText(version, &key);
  }
  return key;
}

bool HasValues(const QueryOptions& options) { return !options.parameters.empty() || !options.lists.empty(); }

void AppendValues(const QueryOptions& options, std::string* key) {
  for (const auto& [name, value] : options.parameters) {
    key->push_back('$');
    AppendText(name, key);
    AppendText(value, key);
  }
  for (const auto& [name, values] : options.lists) {
    key->push_back('*');
    AppendText(name, key);
    const size_t size = values.size();
    key->append(reinterpret_cast<const char*>(&size), sizeof size);
    for (const std::string& value : values) AppendText(value, key);
  }
}

}  // namespace muster::api
