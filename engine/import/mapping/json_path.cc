#include "engine/import/mapping/json_path.h"

#include <charconv>

namespace muster::import {

namespace {

void AppendKey(std::string_view key, bool plain, std::string& out) {
  out.push_back('/');
  if (plain) {
    out.append(key);
    return;
  }
  for (const char c : key) {
    if (c == '~' || c == '/') {
      out.append(c == '~' ? "~0" : "~1");
    } else {
      out.push_back(c);
    }
  }
}

}  // namespace

void JsonPath::FindNode() const {
  const MappingNode* above = parent_->node();
  if (above != nullptr) node_ = index_ == kNoIndex ? above->Child(key_) : above->Child(index_);
  node_known_ = true;
}

void JsonPath::Append(std::string* pointer, std::string* path) const {
  if (parent_ == nullptr) return;
  parent_->Append(pointer, path);
  if (index_ != kNoIndex) {
    if (pointer == nullptr) return;
    char digits[24] = "/";
    const auto [end, error] = std::to_chars(digits + 1, digits + sizeof digits, index_);
    pointer->append(digits, error == std::errc() ? end : digits);
    return;
  }
  bool plain = true;
  for (const char c : key_) plain = plain && c != '~' && c != '/';
  if (pointer != nullptr) AppendKey(key_, plain, *pointer);
  if (path != nullptr) AppendKey(key_, plain, *path);
}

std::string JsonPath::Pointer() const {
  std::string out;
  Append(&out, nullptr);
  return out;
}

std::string JsonPath::Path() const {
  std::string out;
  Append(nullptr, &out);
  return out;
}

}  // namespace muster::import
