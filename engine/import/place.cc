#include "engine/import/place.h"

namespace muster::import {

void Place::Append(std::string& out, bool indices) const {
  if (parent_ == nullptr) return;
  parent_->Append(out, indices);
  if (index_ != kNoIndex) {
    if (indices) out.append("/").append(std::to_string(index_));
    return;
  }
  out.push_back('/');
  for (const char c : key_) {
    if (c == '~') {
      out.append("~0");
    } else if (c == '/') {
      out.append("~1");
    } else {
      out.push_back(c);
    }
  }
}

std::string Place::Pointer() const {
  std::string out;
  Append(out, true);
  return out;
}

std::string Place::Path() const {
  std::string out;
  Append(out, false);
  return out;
}

}  // namespace muster::import
