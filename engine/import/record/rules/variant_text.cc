#include "engine/import/record/rules/variant_text.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "engine/model/text/text.h"

namespace muster::import {
namespace {

// In small letters, without points, blanks and hyphens.
constexpr std::string_view kStatesOfTests[] = {"pending",
                                               "inprogress",
                                               "ongoing",
                                               "awaiting",
                                               "awaitingresults",
                                               "awaitingresult",
                                               "failed",
                                               "sent",
                                               "requested",
                                               "ordered",
                                               "planned",
                                               "yes",
                                               "no",
                                               "na",
                                               "nd",
                                               "ob",
                                               "ohnebefund",
                                               "done",
                                               "notdone",
                                               "tested",
                                               "nottested",
                                               "positive",
                                               "pos",
                                               "abnormal",
                                               "solved",
                                               "unsolved",
                                               "undiagnosed",
                                               "excluded",
                                               "ausstehend",
                                               "offen",
                                               "unauffaellig",
                                               "encours",
                                               "enattente",
                                               "pendiente",
                                               "normale",
                                               "inconclusive"};

std::string Plainly(std::string_view text) {
  std::string plain;
  for (const char c : model::ToLower(text)) {
    if (c != '.' && c != ' ' && c != '-' && c != '_') plain.push_back(c);
  }
  return plain;
}

bool HasDigit(std::string_view text) { return std::any_of(text.begin(), text.end(), model::IsAsciiDigit); }

bool IsStateOfTest(std::string_view text) {
  constexpr size_t kLongest = 20;
  if (text.size() > kLongest || HasDigit(text)) return false;
  const std::string letters = Plainly(text);
  return std::find(std::begin(kStatesOfTests), std::end(kStatesOfTests), letters) != std::end(kStatesOfTests);
}

// 2021-05-01, 1.5.2021
bool IsDate(std::string_view text) {
  constexpr size_t kShortest = 8;
  return text.size() >= kShortest && text.find_first_not_of("0123456789-./") == text.npos;
}

bool IsCodeOfDisease(std::string_view text) {
  constexpr std::string_view kSystems[] = {
      "omim:", "mim:", "orpha:", "orphanet:", "mondo:", "doid:", "hp:", "icd10", "icd9", "icd11", "icd-", "ncit:"};
  const std::string lower = model::ToLower(text);
  return std::any_of(std::begin(kSystems), std::end(kSystems),
                     [&](std::string_view system) { return lower.starts_with(system); });
}

// Changes that are told in words.
bool SpeaksOfChange(std::string_view text) {
  constexpr std::string_view kStems[] = {
      "del", "dup", "ins", "inv",   "fusion",     "trisom",  "monosom",  "expan",    "mutat", "mutaci", "varian",
      "=",   "::",  ">",   "splic", "frameshift", "truncat", "missense", "nonsense", "loss",  "amplif", "repeat"};
  const std::string lower = model::ToLower(text);
  return std::any_of(std::begin(kStems), std::end(kStems),
                     [&](std::string_view stem) { return lower.find(stem) != lower.npos; });
}

// "p.?", "EGFRvIII": what an expression begins with, or one word with several capitals.
bool IsWrittenAsOne(std::string_view text) {
  const bool begins = text.size() > 2 && text[1] == '.' && std::string_view("cgmnopr").find(text[0]) != text.npos;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return begins || (text.find(' ') == text.npos && std::count_if(text.begin(), text.end(), is_capital) > 2);
}

}  // namespace

bool IsNoGene(std::string_view text) {
  text = model::Trim(text);
  if (text.empty()) return false;
  if (IsStateOfTest(text)) return true;
  const auto is_other = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::string_view(" \t\n,;/|?+()").find(c) != std::string_view::npos;
  };
  return text.ends_with('-') || std::any_of(text.begin(), text.end(), is_other);
}

bool IsNoExpression(std::string_view text) {
  text = model::Trim(text);
  if (text.empty()) return false;
  if (IsStateOfTest(text) || IsDate(text) || IsCodeOfDisease(text)) return true;
  const std::string letters = Plainly(text);
  if (letters == "46,xx" || letters == "46,xy" || letters == "46xx" || letters == "46xy") return true;
  return !HasDigit(text) && !SpeaksOfChange(text) && !IsWrittenAsOne(text);
}

}  // namespace muster::import
