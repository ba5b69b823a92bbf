#include "engine/import/watch/placeholder_ids.h"

#include <algorithm>
#include <iterator>

#include "engine/model/text/digits.h"
#include "engine/model/text/spreadsheet_number.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kPlaceholder{ImportProblem::Kind::kNote, "individual whose id looks like that of a test",
                                  "if nobody has this id, leave the row or record out and delete the individual"};

constexpr RemarkKind kDoubleEntry{
    ImportProblem::Kind::kNote, "record that was entered twice in REDCap: each entry counts as an individual",
    "export the merged records, or leave out those that end with --1 and --2 in the source", RemarkPlace::kFirst};
constexpr RemarkKind kIdAsDate{
    ImportProblem::Kind::kNote, "individual whose id a spreadsheet has made a date or a number of: several may be one",
    "export the table again with the column of ids formatted as text; 2-Jan may have been 1-2, and 1E5 1E5 or 100000",
    RemarkPlace::kFirst};
// More need not be remembered to see that there are some.
constexpr size_t kMostEntries = 100000;

// In lower case, without what is no letter.
constexpr std::string_view kTestIds[] = {
    "test",       "testpatient", "testperson", "testfall",   "dummy",           "dummypatient",
    "demo",       "demopatient", "example",    "mustermann", "maxmustermann",   "johndoe",
    "janedoe",    "xxx",         "xxxx",       "true",       "false",           "foo",
    "bar",        "training",    "sandbox",    "zzztest",    "erikamustermann", "mickymaus",
    "mickeymouse"};

std::string LettersOfId(std::string_view id) {
  std::string letters;
  for (const char c : id) {
    if (model::IsAsciiAlpha(c)) letters.push_back(model::AsciiLower(c));
    if (model::IsAsciiDigit(c) && letters.empty()) return {};
  }
  return letters;
}

// -9, -99, -1: ids are no negative numbers.
bool IsNegativeId(std::string_view id) { return id.starts_with('-') && model::OnlyDigits(id.substr(1)); }

// "2-Jan", "Jan-05", "1E5".
bool IsMadeBySpreadsheet(std::string_view id) {
  constexpr size_t kShortest = 3;
  constexpr size_t kLongest = 7;
  if (id.size() < kShortest || id.size() > kLongest) return false;
  if (id.find('-') != id.npos && id.find_first_of("abcdefghijklmnopqrstuvwxyz") != id.npos)
    return model::IsGeneAsDate(id);
  const size_t e = id.find('E');
  return e == 1 && model::OnlyDigits(id.substr(0, e)) && model::OnlyDigits(id.substr(e + 1));
}

}  // namespace

void PlaceholderIds::Look(std::string_view id) {
  ++looked_at_;
  if (id.size() > 3 && (id.ends_with("--1") || id.ends_with("--2") || id.ends_with("--3"))) {
    std::set<std::string, std::less<>>& entries = id.back() == '1' ? firsts_ : id.back() == '2' ? seconds_ : thirds_;
    if (entries.size() < kMostEntries) entries.emplace(id.substr(0, id.size() - 3));
  }
  constexpr size_t kLongest = 20;
  if (id.size() > kLongest) return;
  const bool named = std::find(std::begin(kTestIds), std::end(kTestIds), LettersOfId(id)) != std::end(kTestIds);
  if (named || IsNegativeId(id)) ids_.emplace(id);
  if (made_.size() < kMostEntries && IsMadeBySpreadsheet(id)) made_.emplace(id);
}

void PlaceholderIds::ReportDoubleEntries(Reporter& reporter) const {
  if (!thirds_.empty()) return;  // REDCap has two entries: these are members of families, say
  size_t both = 0;
  std::string_view example;
  for (const std::string& id : firsts_) {
    if (!seconds_.contains(id)) continue;
    if (both++ == 0) example = id;
  }
  if (both == 0) return;
  reporter.SetId(model::Concat({example, "--1"}));
  reporter.Report(
      kDoubleEntry, "/individual/id", model::Concat({example, "--1"}),
      model::Concat({std::to_string(both), both == 1 ? " record has" : " records have", " two entries, such as \"",
                     Shown(example, 80), "--1\" and \"", Shown(example, 80), "--2\""}));
}

void PlaceholderIds::Report(Reporter& reporter) const {
  reporter.ReturnTo({}, 0);
  ReportDoubleEntries(reporter);
  for (const std::string& id : ids_) {
    reporter.SetId(id);
    reporter.Report(kPlaceholder, "/individual/id", id);
  }
  // (Wells of a plate are called 1E5, too, beside 1A5 and 1B5.)
  constexpr uint64_t kSeldom = 5;
  if (made_.size() * kSeldom > looked_at_) return;
  for (const std::string& id : made_) {
    reporter.SetId(id);
    reporter.Report(kIdAsDate, "/individual/id", id);
  }
}

}  // namespace muster::import
