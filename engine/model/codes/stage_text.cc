#include "engine/model/codes/stage_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/model/text/text.h"

namespace muster::model {
namespace {

// The longest first.
constexpr std::string_view kRoman[] = {"iii", "ii", "iv", "i"};
constexpr std::string_view kWords[] = {"stage", "stadium", "stade", "estadio", "stadio"};

// Whose stages they are.
constexpr std::string_view kSystems[] = {"uicc", "ajcc"};

// The last words before a stage in other names: "FIGO IIIC1", "Ann Arbor III", "at least III", "clinical II".
constexpr std::string_view kBeforeStages[] = {"figo",  "arbor",      "uicc",         "ajcc",
                                              "least", "mindestens", "pathological", "clinical"};

bool Take(std::string_view what, std::string_view& text) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

// One of the characters `of`; 0 where none of them follows.
char TakeOne(std::string_view of, std::string_view& text) {
  if (text.empty() || of.find(text.front()) == of.npos) return 0;
  const char c = text.front();
  text.remove_prefix(1);
  return c;
}

// Of "pt2a": how it was found (c, p, y, r, a, u), T, N or M, a number, is or x, and a letter. "" where that is not
// certain.
std::string TakePart(std::string_view& text) {
  std::string part;
  while (const char prefix = TakeOne("cpyrau", text)) part.push_back(prefix);
  const char letter = TakeOne("tnm", text);
  if (letter == 0) return "";
  part.push_back(AsciiUpper(letter));
  if (letter == 't' && Take("is", text)) return part + "is";
  if (TakeOne("x", text) != 0) return part + "X";
  const char number = TakeOne(letter == 't' ? "01234" : letter == 'n' ? "0123" : "01", text);
  if (number == 0) return "";
  part.push_back(number);
  if (const char detail = TakeOne("abcd", text)) {
    // "T1cN0": T1c and N0, or T1 and cN0.
    if (detail == 'c' && TakeOne("tnm", text) != 0) return "";
    part.push_back(detail);
  }
  return part;
}

// "ajcc 7", "uicc, 8th ed.", "7th edition": whose stage it is, or by which edition, and nothing else.
bool NamesEdition(std::string_view note) {
  constexpr std::string_view kNeutral[] = {"edition", "ed", "auflage", "aufl", "version", "staging"};
  bool names = false;
  while (!note.empty()) {
    const size_t end = std::min(note.find_first_of(" ,.:_-"), note.size());
    std::string_view word = note.substr(0, end);
    note.remove_prefix(std::min(end + 1, note.size()));
    if (word.empty() || std::find(std::begin(kNeutral), std::end(kNeutral), word) != std::end(kNeutral)) continue;
    if (word == "tnm" || std::find(std::begin(kSystems), std::end(kSystems), word) != std::end(kSystems)) {
      names = true;
      continue;
    }
    Take("v", word);
    if (word.empty() || !IsAsciiDigit(word.front())) return false;
    while (!word.empty() && IsAsciiDigit(word.front())) word.remove_prefix(1);
    names = names || word == "th";
    if (!word.empty() && word != "th") return false;
  }
  return names;
}

// "iii (ajcc 7)" and "iiic (pt4b)" without what stands behind it. Others may say that it is not this stage: "iii
// (excluded)", "iv (?)".
std::string_view WithoutNoteBehind(std::string_view text) {
  const size_t open = text.rfind('(');
  if (!text.ends_with(')') || open == text.npos || open == 0) return text;
  const std::string_view note = text.substr(open + 1, text.size() - open - 2);
  return NamesEdition(note) || !TnmOf(note).empty() ? Trim(text.substr(0, open)) : text;
}

}  // namespace

std::string StageOf(std::string_view text) {
  const std::string lower = ToLower(Trim(text));
  std::string_view rest = lower;
  for (const std::string_view system : kSystems) {
    if (!Take(system, rest)) continue;
    while (TakeOne(" :_-", rest) != 0) {
    }
    break;
  }
  rest = WithoutNoteBehind(rest);
  for (const std::string_view word : kWords) {
    if (!Take(word, rest)) continue;
    while (TakeOne(" :_-", rest) != 0) {
    }
    break;
  }
  const auto* const roman =
      std::find_if(std::begin(kRoman), std::end(kRoman), [&](std::string_view number) { return Take(number, rest); });
  if (roman == std::end(kRoman)) return "";
  std::string stage = Concat({"Stage ", *roman});
  // "III-B", "III B"
  std::string_view behind = rest;
  if (TakeOne("- ", behind) != 0 && !behind.empty() && std::string_view("abc").find(behind.front()) != behind.npos) {
    rest = behind;
  }
  if (const char letter = TakeOne("abc", rest)) {
    stage.push_back(letter);
    if (const char number = TakeOne("123", rest)) stage.push_back(number);
  }
  if (!rest.empty()) return "";
  std::transform(stage.begin() + 6, stage.end(), stage.begin() + 6, AsciiUpper);
  return stage;
}

std::vector<std::string> TnmOf(std::string_view text) {
  const std::string lower = ToLower(Trim(text));
  std::string_view rest = lower;
  std::vector<std::string> parts;
  while (!rest.empty()) {
    std::string part = TakePart(rest);
    if (part.empty()) return {};
    parts.push_back(std::move(part));
    while (TakeOne(" ,;/()", rest) != 0) {
    }
  }
  return parts;
}

std::string StageIn(std::string_view name) {
  if (std::string stage = StageOf(name); !stage.empty()) return stage;
  if (const std::vector<std::string> parts = TnmOf(name); parts.size() == 1) return parts[0];
  const std::string lower = ToLower(Trim(name));
  std::vector<std::string_view> words;
  for (std::string_view rest = lower; !rest.empty();) {
    const size_t end = std::min(rest.find_first_of(" ,;()"), rest.size());
    if (end > 0) words.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  std::string found;
  bool speaks_of_stage = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool speaks =
        std::find(std::begin(kWords), std::end(kWords), words[i]) != std::end(kWords) ||
        std::find(std::begin(kBeforeStages), std::end(kBeforeStages), words[i]) != std::end(kBeforeStages);
    if (!speaks) continue;
    speaks_of_stage = true;
    if (i + 1 == words.size()) continue;
    std::string stage = StageOf(words[i + 1]);
    if (stage.empty()) continue;
    if (!found.empty() && found != stage) return "";
    found = std::move(stage);
  }
  if (!found.empty() || words.empty()) return found;
  const std::vector<std::string> parts = TnmOf(words[0]);
  const bool is_part =
      parts.size() == 1 && (speaks_of_stage || std::find(words.begin(), words.end(), "category") != words.end());
  return is_part ? parts[0] : "";
}

bool IsStageOf(std::string_view other, std::string_view stage) {
  const auto bare = [](std::string_view part) {
    const size_t letter = part.find_first_of("TNM");
    const bool of_tnm = letter != part.npos && part.substr(0, letter).find_first_not_of("cpyrau") == part.npos;
    return of_tnm ? part.substr(letter) : part;
  };
  other = bare(other);
  stage = bare(stage);
  if (stage.empty() || !other.starts_with(stage)) return false;
  const std::string_view detail = other.substr(stage.size());
  return detail.empty() || std::string_view("ABCabcd123").find(detail.front()) != detail.npos;
}

}  // namespace muster::model
