// Whether a feature, a disease or the like is observed or excluded.
#include <algorithm>
#include <array>
#include <iterator>

#include "engine/import/phenopacket/parts.h"
#include "engine/model/text/text.h"

namespace muster::import {
namespace {

constexpr RemarkKind kPolarityElsewhere{
    ImportProblem::Kind::kKeptOnly, "record whose exclusion is told by another member than \"excluded\", not taken",
    "write it as \"excluded\": true or \"excluded\": false; a member that is true where the record is excluded can be "
    "named in the mapping instead: \"fields\": {\"excluded\": \"/isExcluded\"}"};

// Members that the standards do not have and sources write, as Letters gives them; docs/data-model.md shows them.
constexpr std::string_view kNamesOfExclusion[] = {
    "excluded", "isexcluded", "wasexcluded", "exclusion",   "exclusionstatus", "negated",    "isnegated", "negation",
    "absent",   "isabsent",   "notpresent",  "notobserved", "ruledout",        "isruledout", "refuted",   "isrefuted",
};
constexpr std::string_view kNamesOfPresence[] = {
    "observed", "isobserved", "wasobserved", "present",     "ispresent",
    "presence", "affected",   "isaffected",  "isconfirmed", "confirmed",
};
constexpr std::string_view kNamesOfStatus[] = {
    "status",          "featurestatus",     "phenotypestatus", "phenotypicfeaturestatus", "diseasestatus",
    "conditionstatus", "observationstatus", "presencestatus",  "verificationstatus",      "polarity",
};

constexpr std::string_view kYes[] = {"true", "yes", "y", "1"};
constexpr std::string_view kNo[] = {"false", "no", "n", "0"};
constexpr std::string_view kObservedWords[] = {"observed", "present", "affected", "confirmed", "diagnosed", "positive"};
constexpr std::string_view kExcludedWords[] = {
    "excluded", "absent", "negated", "negative", "refuted", "ruledout", "notobserved", "notpresent", "unaffected",
};
// How a disease goes, or how far its record is: it is there.
constexpr std::string_view kCourseWords[] = {
    "active",  "inactive", "resolved", "remission", "inremission", "recurrence", "relapse",
    "chronic", "acute",    "ongoing",  "current",   "final",       "completed",
};

bool IsIn(std::span<const std::string_view> list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The letters and digits of a name or a word, small: "is_excluded" and "isExcluded" are one. Empty beyond 32 of them.
class Letters {
 public:
  explicit Letters(std::string_view text) {
    for (const char c : text) {
      if (!model::IsAsciiAlnum(c)) continue;
      if (size_ == letters_.size()) {
        size_ = 0;
        return;
      }
      letters_[size_++] = model::AsciiLower(c);
    }
  }
  std::string_view text() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 32> letters_;
  size_t size_ = 0;
};

enum class Names { kOther, kExclusion, kPresence, kStatus };

Names NamesOf(std::string_view key, StatusMembers statuses) {
  const Letters name(key);
  if (IsIn(kNamesOfExclusion, name.text())) return Names::kExclusion;
  if (IsIn(kNamesOfPresence, name.text())) return Names::kPresence;
  if (statuses == StatusMembers::kSayWhetherObserved && IsIn(kNamesOfStatus, name.text())) return Names::kStatus;
  return Names::kOther;
}

enum class Said { kObserved, kExcluded, kCourse, kUnclear };

Said SaidBy(Names names, Element value) {
  const std::optional<std::string> scalar = ScalarText(value);
  if (!scalar.has_value()) return Said::kUnclear;
  const Letters word(*scalar);
  const bool exclusion = names == Names::kExclusion;
  if (IsIn(kYes, word.text())) return exclusion ? Said::kExcluded : Said::kObserved;
  if (IsIn(kNo, word.text())) return exclusion ? Said::kObserved : Said::kExcluded;
  if (IsIn(kObservedWords, word.text())) return Said::kObserved;
  if (IsIn(kExcludedWords, word.text())) return Said::kExcluded;
  return names == Names::kStatus && IsIn(kCourseWords, word.text()) ? Said::kCourse : Said::kUnclear;
}

std::nullopt_t KeepContradiction(RecordDraft& draft, Place& at, Element element, std::string_view one,
                                 std::string_view other) {
  at.set_polarity_unknown();
  draft.KeepUnreadable(at, element, model::Concat({"\"", one, "\" and \"", other, "\" contradict each other"}));
  return std::nullopt;
}

}  // namespace

std::optional<bool> ReadExcluded(RecordDraft& draft, Place& at, Element element, StatusMembers statuses) {
  Object object;
  if (element.get(object) != simdjson::SUCCESS) return false;
  std::optional<bool> excluded;
  for (const auto field : object) {
    // "negated" is what version 1 called it.
    if ((field.key != "excluded" && field.key != "negated") || IsNull(field.value)) continue;
    const std::optional<bool> said = BoolOf(field.value);
    if (!said.has_value()) {
      at.set_polarity_unknown();
      draft.KeepUnreadable(at, element, "\"excluded\" is neither true nor false, so it is not known what was meant");
      return std::nullopt;
    }
    if (excluded.has_value() && *excluded != *said) return KeepContradiction(draft, at, element, "excluded", "negated");
    excluded = said;
  }
  for (const auto field : object) {
    if (field.key == "excluded" || field.key == "negated" || IsEmpty(field.value)) continue;
    const Names names = NamesOf(field.key, statuses);
    if (names == Names::kOther) continue;
    const Place place(at, field.key);
    if (place.node() != nullptr) continue;  // the mapping says what it is
    const Said said = SaidBy(names, field.value);
    if (excluded.has_value()) {
      if (said == (*excluded ? Said::kObserved : Said::kExcluded)) {
        return KeepContradiction(draft, at, element, "excluded", field.key);
      }
    } else if (said == Said::kExcluded || said == Said::kUnclear) {
      const std::string value = ScalarText(field.value).value_or(simdjson::minify(field.value));
      draft.reporter().Report(kPolarityElsewhere, place.Pointer(), value,
                              model::Concat({"\"", Shown(field.key),
                                             "\": it is not certain that this was observed, so it is not taken; "
                                             "write \"excluded\": true or false"}));
      at.set_polarity_unknown();
      draft.KeepAsIs(at, element);
      return std::nullopt;
    }
  }
  return excluded.value_or(false);
}

}  // namespace muster::import
