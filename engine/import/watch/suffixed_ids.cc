#include "engine/import/watch/suffixed_ids.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>
#include <variant>

#include "engine/import/record/polarity_word.h"
#include "engine/model/schema/schema.h"
#include "engine/model/text/digits.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kSuffixed{
    ImportProblem::Kind::kNote,
    "ids of individuals that end with a visit, a time or a kind of sample: each is counted as an individual",
    "nothing, if they are people; else leave the ending out of the id in the source, or give the part before it as "
    "\"person id\" of the individual: \"distinct individuals\" counts by that",
    RemarkPlace::kFirst};

// With a number behind them or without: "visit2", "baseline".
constexpr std::string_view kCertain[] = {
    "visit",     "baseline", "followup", "month",  "week",      "day",       "timepoint", "tp",         "pre",
    "post",      "tumor",    "tumour",   "normal", "germline",  "somatic",   "primary",   "relapse",    "rep",
    "replicate", "repeat",   "dna",      "rna",    "screening", "diagnosis", "remission", "metastasis", "exacerbation",
    "bl",        "fu",       "cycle",    "wave",   "session",   "ses",       "besuch",    "v",          "od",
    "os",        "eot",      "baseline", "visite", "visita"};
constexpr std::string_view kPerhapsWithNumber[] = {"d", "m", "w", "t", "c", "s"};
constexpr std::string_view kPerhaps[] = {"t", "n"};
constexpr std::string_view kOfNumberOnly[] = {"v", "rep", "tp", "ses"};

bool IsSeparator(char c) { return c == '_' || c == '-' || c == '.' || c == ' ' || c == '/' || c == '#'; }

// "01A", "10A": the sample of a barcode of TCGA.
bool IsSampleOfTcga(std::string_view suffix, std::string_view person) {
  return suffix.size() == 3 && model::IsAsciiDigit(suffix[0]) && model::IsAsciiDigit(suffix[1]) &&
         model::IsAsciiAlpha(suffix[2]) && std::count(person.begin(), person.end(), '-') == 2;
}

}  // namespace

SuffixedId SplitId(std::string_view id) {
  constexpr size_t kLongest = 16;
  size_t at = id.size();
  while (at > 0 && !IsSeparator(id[at - 1])) --at;
  if (at < 2 || at == id.size() || id.size() - at > kLongest) return {};
  SuffixedId split{id.substr(0, at - 1), model::ToLower(id.substr(at))};
  const size_t digits = std::min(split.suffix.find_first_of("0123456789"), split.suffix.size());
  const std::string_view word = std::string_view(split.suffix).substr(0, digits);
  const std::string_view number = std::string_view(split.suffix).substr(digits);
  const bool whole = number.empty() || (number.size() <= 4 && model::OnlyDigits(number));
  if (IsSampleOfTcga(split.suffix, split.person)) {
    split.certain = true;
  } else if (whole && IsIn(kCertain, word) && (!number.empty() || !IsIn(kOfNumberOnly, word))) {
    split.certain = true;
  } else if (!whole || !(number.empty() ? IsIn(kPerhaps, word) : IsIn(kPerhapsWithNumber, word))) {
    return {};
  }
  return split;
}

void SuffixedIds::Look(const model::Record& record) {
  if (record.id == last_) return;
  last_ = record.id;
  ++all_;
  SuffixedId id = SplitId(record.id);
  const model::Row& self = record.rows.front();
  if (id.person.empty() || self.Find(model::field::kPerson) != nullptr) return;
  ++suffixed_;
  if (!id.certain) ++uncertain_;
  if (first_.empty()) first_ = record.id;
  constexpr size_t kMostSuffixes = 4;
  if (suffixes_.size() < kMostSuffixes && std::find(suffixes_.begin(), suffixes_.end(), id.suffix) == suffixes_.end())
    suffixes_.push_back(std::move(id.suffix));
  std::string name(id.person);
  auto found = people_.find(name);
  if (found == people_.end()) {
    if (people_.size() >= kMostPeople) return;
    found = people_.emplace(std::move(name), Person()).first;
  }
  Person& person = found->second;
  ++person.ids;
  if (const model::Value* sex = self.Find(model::field::kSex)) {
    const auto symbol = std::get<model::Symbol>(*sex);
    if (person.sex != model::kNoSymbol && person.sex != symbol) person.differs = true;
    person.sex = symbol;
  }
  if (const model::Value* birth = self.Find(model::field::kBirth)) {
    const int64_t low = std::get<model::TimeValue>(*birth).date.low;
    if (person.has_birth && person.birth != low) person.differs = true;
    person.birth = low;
    person.has_birth = true;
  }
}

void SuffixedIds::Report(Reporter& reporter) const {
  constexpr uint64_t kFewest = 10;
  constexpr uint64_t kFewestPeople = 4;
  if (suffixed_ < kFewest || suffixed_ * 5 < all_ * 4 || suffixes_.size() < 2) return;
  uint64_t several = 0;
  uint64_t known = 0;  // of these, with a date of birth
  uint64_t different = 0;
  for (const auto& [name, person] : people_) {
    if (person.ids < 2) continue;
    ++several;
    if (person.has_birth) ++known;
    if (person.differs) ++different;
  }
  if (several < kFewestPeople || several * 2 < people_.size() || different * 20 > several) return;
  // Donors and twins may be called so; they are not born on one day, all of them.
  if (uncertain_ * 2 > suffixed_ && known * 2 < several && suffixes_ != std::vector<std::string>{"t", "n"} &&
      suffixes_ != std::vector<std::string>{"n", "t"}) {
    return;
  }
  std::string endings;
  for (const std::string& suffix : suffixes_)
    endings.append(endings.empty() ? "\"" : ", \"").append(suffix).append("\"");
  reporter.ReturnTo({}, 0);
  reporter.SetId(first_);
  reporter.Report(kSuffixed, "/individual/id", first_,
                  model::Concat({std::to_string(suffixed_), " of ", std::to_string(all_),
                                 " ids of individuals end so (", endings, "), and ", std::to_string(several), " of ",
                                 std::to_string(people_.size()), " beginnings have several"}));
}

}  // namespace muster::import
