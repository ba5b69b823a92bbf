#include "engine/import/table/columns/unread_kinds.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/import/record/remarks.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr std::string_view kTestNames[] = {"test",   "tests",     "testname", "testcode", "analyte", "analyt",
                                           "assay",  "parameter", "lbtest",   "lbtestcd", "vstest",  "vstestcd",
                                           "testcd", "analysis",  "analyse",  "labtest",  "labname"};
constexpr std::string_view kSystemStems[] = {"version", "system", "vocabulary", "edition", "terminology"};

// Letters of other alphabets and accents are left out.
std::string LettersOfName(std::string_view name) {
  std::string letters;
  for (const char c : name) {
    if (model::IsAsciiAlpha(c)) letters.push_back(model::AsciiLower(c));
  }
  return letters;
}

}  // namespace

UnreadKinds::UnreadKinds(std::string_view name) : name_(LettersOfName(name)) {}

void UnreadKinds::Add(std::string_view cell) {
  if (values_.size() == kMost) return;
  std::string value = Shown(model::Trim(cell), 40);
  if (std::find(values_.begin(), values_.end(), value) == values_.end()) values_.push_back(std::move(value));
}

bool UnreadKinds::AreTests() const {
  return AreSeveral() && std::find(std::begin(kTestNames), std::end(kTestNames), name_) != std::end(kTestNames);
}

bool UnreadKinds::AreSystems() const {
  return AreSeveral() && std::any_of(std::begin(kSystemStems), std::end(kSystemStems),
                                     [&](std::string_view stem) { return name_.find(stem) != name_.npos; });
}

std::string UnreadKinds::Values() const {
  std::string text;
  for (const std::string& value : values_) text.append(text.empty() ? "\"" : ", \"").append(value).append("\"");
  return text;
}

}  // namespace muster::import
