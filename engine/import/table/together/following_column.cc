#include "engine/import/table/together/following_column.h"

#include <string_view>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// More different cells than this are not remembered.
constexpr size_t kMost = 100'000;

// Letters and digits in lower case, and what is beyond ASCII.
std::string PlainOf(std::string_view cell) {
  std::string plain;
  for (const char c : cell) {
    if (model::IsAsciiAlnum(c) || static_cast<unsigned char>(c) >= 0x80) plain.push_back(model::AsciiLower(c));
  }
  return plain;
}

}  // namespace

void FollowingColumn::Compare(const CsvRow& row) {
  std::string name = plain_ == nullptr ? PlainOf(row.cells[column_]) : plain_(row.cells[column_]);
  if (name.empty()) return;
  std::string key;
  for (const size_t other : others_) key.append(PlainOf(row.cells[other])).push_back('\t');
  if (key.size() == others_.size()) return;
  const auto known = first_.find(key);
  if (known != first_.end()) {
    follows_ = known->second == name;
  } else if (first_.size() < kMost) {
    first_.emplace(std::move(key), std::move(name));
  }
}

}  // namespace muster::import
