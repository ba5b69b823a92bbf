#include "engine/import/mapping/json_path.h"

#include <charconv>

namespace muster::import {

void JsonPath::Append(std::string& out, bool indices) const {
  if (parent_ == nullptr) return;
  parent_->Append(out, indices);
  if (index_ != kNoIndex) {
    if (indices) {
      char digits[24] = "/";
      const auto [end, error] = std::to_chars(digits + 1, digits + sizeof digits, index_);
      out.append(digits, error == std::errc() ? end : digits);
    }
    return;
  }
  out.push_back('/');
  size_t written = 0;
  for (size_t i = 0; i < key_.size(); ++i) {
    if (key_[i] != '~' && key_[i] != '/') continue;
    out.append(key_, written, i - written).append(key_[i] == '~' ? "~0" : "~1");
    written = i + 1;
  }
  out.append(key_, written);
}

std::string JsonPath::Pointer() const {
  std::string out;
  Append(out, true);
  return out;
}

std::string JsonPath::Path() const {
  std::string out;
  Append(out, false);
  return out;
}

}  // namespace muster::import
