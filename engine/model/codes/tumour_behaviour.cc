#include "engine/model/codes/tumour_behaviour.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/model/text/blank.h"
#include "engine/model/text/digits.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

struct Behaviour {
  char digit;
  std::string_view meaning;
};

constexpr Behaviour kBehaviours[] = {{'0', "benign"},     {'1', "uncertain whether malignant"},
                                     {'2', "in situ"},    {'3', "malignant"},
                                     {'6', "metastatic"}, {'9', "malignant, primary or metastatic"}};

std::string_view MeaningOf(char digit) {
  const auto* found = std::find_if(std::begin(kBehaviours), std::end(kBehaviours),
                                   [&](const Behaviour& one) { return one.digit == digit; });
  return found == std::end(kBehaviours) ? std::string_view() : found->meaning;
}

struct Word {
  std::string_view word;
  char digit;
};

// What words begin with, of several languages.
constexpr Word kWords[] = {
    {"benign", '0'},    {"gutartig", '0'},    {"b\xc3\xa9nin", '0'}, {"benin", '0'},   {"borderline", '1'},
    {"uncertain", '1'}, {"unsicher", '1'},    {"incert", '1'},       {"in situ", '2'}, {"insitu", '2'},
    {"in-situ", '2'},   {"noninvasive", '2'}, {"non-invasive", '2'}, {"malign", '3'},  {"b\xc3\xb6sartig", '3'},
    {"boesartig", '3'}, {"invasive", '3'},    {"primary", '3'},      {"metasta", '6'}, {"secondary", '6'},
};

}  // namespace

std::string_view TumourBehaviour(std::string_view text) {
  std::string_view word = TrimAll(text);
  ConsumePrefix(word, "/");
  if (word.ends_with(".0")) word.remove_suffix(2);
  if (word.size() == 1) return MeaningOf(word.front());
  const std::string lower = ToLower(word);
  const auto* found = std::find_if(std::begin(kWords), std::end(kWords),
                                   [&](const Word& one) { return std::string_view(lower).starts_with(one.word); });
  return found == std::end(kWords) ? std::string_view() : MeaningOf(found->digit);
}

std::string_view BehaviourOfMorphology(std::string_view text) {
  std::string_view code = TrimAll(text);
  code.remove_prefix(code.find(':') == code.npos ? 0 : code.find(':') + 1);
  if (ConsumePrefix(code, "M")) ConsumePrefix(code, "-");
  // Morphologies begin with 8 or 9. (NormalizeIcdO takes other signs for the slash; here 8500.25 is a number.)
  if (code.size() < 5 || code.size() > 7 || (code[0] != '8' && code[0] != '9') || !OnlyDigits(code.substr(0, 4)))
    return {};
  std::string_view behaviour = code.substr(4);
  if (!ConsumePrefix(behaviour, "/") && code.size() == 7) return {};
  return OnlyDigits(behaviour) && behaviour.size() <= 2 ? MeaningOf(behaviour.front()) : std::string_view();
}

}  // namespace muster::model
