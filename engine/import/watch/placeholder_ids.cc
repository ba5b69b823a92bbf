#include "engine/import/watch/placeholder_ids.h"

#include <algorithm>
#include <iterator>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kPlaceholder{ImportProblem::Kind::kNote, "individual whose id looks like that of a test",
                                  "if nobody has this id, leave the row or record out and delete the individual"};

// In lower case, without what is no letter.
constexpr std::string_view kTestIds[] = {"test",          "testpatient", "testperson",  "testfall", "dummy",
                                         "dummypatient",  "demo",        "demopatient", "example",  "mustermann",
                                         "maxmustermann", "johndoe",     "janedoe",     "xxx",      "xxxx",
                                         "true",          "false",       "foo",         "bar"};

std::string LettersOfId(std::string_view id) {
  std::string letters;
  for (const char c : id) {
    if (model::IsAsciiAlpha(c)) letters.push_back(model::AsciiLower(c));
    if (model::IsAsciiDigit(c) && letters.empty()) return {};
  }
  return letters;
}

// -9, -99, -1: ids are no negative numbers.
bool IsNegativeId(std::string_view id) {
  return id.size() > 1 && id.front() == '-' && std::all_of(id.begin() + 1, id.end(), model::IsAsciiDigit);
}

}  // namespace

void PlaceholderIds::Look(std::string_view id) {
  constexpr size_t kLongest = 20;
  if (id.size() > kLongest) return;
  const bool named = std::find(std::begin(kTestIds), std::end(kTestIds), LettersOfId(id)) != std::end(kTestIds);
  if (named || IsNegativeId(id)) ids_.emplace(id);
}

void PlaceholderIds::Report(Reporter& reporter) const {
  reporter.ReturnTo({}, 0);
  for (const std::string& id : ids_) {
    reporter.SetId(id);
    reporter.Report(kPlaceholder, "/individual/id", id);
  }
}

}  // namespace muster::import
