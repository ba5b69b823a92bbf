#include "engine/model/codes/label_words.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

// Each with the blanks that part it from other words.
struct Words {
  std::string_view words;
  LabelSays says;
  bool certain;  // no name begins with them
};
constexpr Words kBefore[] = {
    {"no evidence of ", LabelSays::kDenied, true},
    {"no history of ", LabelSays::kDenied, true},
    {"no sign of ", LabelSays::kDenied, true},
    {"no signs of ", LabelSays::kDenied, true},
    {"denies ", LabelSays::kDenied, true},
    {"negative for ", LabelSays::kDenied, true},
    {"does not have ", LabelSays::kDenied, true},
    {"kein ", LabelSays::kDenied, true},
    {"keine ", LabelSays::kDenied, true},
    {"pas de ", LabelSays::kDenied, true},
    {"no ", LabelSays::kDenied, false},
    {"not ", LabelSays::kDenied, false},
    {"never ", LabelSays::kDenied, false},
    {"without ", LabelSays::kDenied, false},
    {"ohne ", LabelSays::kDenied, false},
    {"sin ", LabelSays::kDenied, false},
    {"absent ", LabelSays::kDenied, false},
    {"absence of ", LabelSays::kDenied, false},
    {"free of ", LabelSays::kDenied, false},
    {"suspected ", LabelSays::kDoubted, true},
    {"suspicion of ", LabelSays::kDoubted, true},
    {"suspicious for ", LabelSays::kDoubted, true},
    {"possible ", LabelSays::kDoubted, true},
    {"probable ", LabelSays::kDoubted, true},
    {"questionable ", LabelSays::kDoubted, true},
    {"rule out ", LabelSays::kDoubted, true},
    {"r/o ", LabelSays::kDoubted, true},
    {"at risk ", LabelSays::kDoubted, true},
    {"verdacht auf ", LabelSays::kDoubted, true},
    {"v.a. ", LabelSays::kDoubted, true},
    {"zustand nach ", LabelSays::kDoubted, true},
    {"z.n. ", LabelSays::kDoubted, true},
    {"history of ", LabelSays::kDoubted, false},
    {"family history ", LabelSays::kOfOthers, false},
    {"maternal history ", LabelSays::kOfOthers, false},
    {"paternal history ", LabelSays::kOfOthers, false},
    {"mother with ", LabelSays::kOfOthers, true},
    {"father with ", LabelSays::kOfOthers, true},
};
constexpr Words kBehind[] = {
    {" absent", LabelSays::kDenied, false},      {" not present", LabelSays::kDenied, true},
    {" not observed", LabelSays::kDenied, true}, {" ruled out", LabelSays::kDenied, true},
    {" excluded", LabelSays::kDenied, false},    {" denied", LabelSays::kDenied, true},
    {" suspected", LabelSays::kDoubted, true},   {"?", LabelSays::kDoubted, true},
    {" carrier", LabelSays::kDoubted, false},    {" (family history)", LabelSays::kOfOthers, true},
    {" in family", LabelSays::kOfOthers, true},  {" in mother", LabelSays::kOfOthers, true},
    {" in father", LabelSays::kOfOthers, true},  {" in sibling", LabelSays::kOfOthers, true},
};

}  // namespace

LabelSays WhatLabelSays(std::string_view label, bool is_known) {
  const std::string text = ToLower(Trim(label));
  for (const Words& words : kBefore) {
    if ((is_known || words.certain) && text.starts_with(words.words)) return words.says;
  }
  for (const Words& words : kBehind) {
    if ((is_known || words.certain) && text.ends_with(words.words)) return words.says;
  }
  return LabelSays::kNothing;
}

}  // namespace muster::model
