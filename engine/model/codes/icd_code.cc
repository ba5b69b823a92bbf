#include "engine/model/codes/icd_code.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "engine/model/text/blank.h"
#include "engine/model/text/digits.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

struct Categories {
  std::string_view first, last;
};
// Categories of ICD-10 that are about something past: what an illness, an injury or an operation left behind.
constexpr Categories kOfPast[] = {
    {"B90", "B94"},  // sequelae of infections
    {"E64", "E64"},  // of malnutrition
    {"E68", "E68"},  // of hyperalimentation
    {"E89", "E89"},  // glands after procedures
    {"G09", "G09"},  // sequelae of inflammations of the central nervous system
    {"G97", "G97"},  // nerves after procedures
    {"H59", "H59"},  // eyes after procedures
    {"H95", "H95"},  // ears after procedures
    {"I69", "I69"},  // sequelae of strokes
    {"I97", "I97"},  // circulation after procedures
    {"J95", "J95"},  // breathing after procedures
    {"K91", "K91"},  // digestion after procedures
    {"M96", "M96"},  // bones and muscles after procedures
    {"N96", "N96"},  // habitual abortion
    {"N99", "N99"},  // urinary organs after procedures
    {"O09", "O09"},  // pregnancies with a history, in ICD-10-CM
    {"O34", "O34"},  // a scar of a former caesarean
    {"O94", "O94"},  // sequelae of complications of pregnancy
    {"O97", "O97"},  // deaths of such sequelae
    {"T80", "T98"},  // complications of care, and sequelae of injuries
    {"Y85", "Y89"},  // sequelae of accidents
};
constexpr std::string_view kOldInfarction = "I25.2";

// Behind the colon; empty for codes of other systems.
std::string_view LocalOfIcd10(std::string_view code) {
  const size_t colon = code.find(':');
  return colon == code.npos || !code.starts_with("ICD10") ? std::string_view() : code.substr(colon + 1);
}

std::string InUpperCase(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = AsciiUpper(c);
  return upper;
}

// Without marks at the end, of which a code may have several.
std::string_view WithoutMarks(std::string_view code) {
  constexpr std::string_view kMarks[] = {"-", "+", "*", "!", "#", "/", ".", "\xe2\x80\xa0", "\xe2\x80\xa1"};  // daggers
  for (bool more = true; more && code.size() > 3;) {
    more = false;
    for (const std::string_view mark : kMarks) {
      if (!code.ends_with(mark)) continue;
      code = TrimAll(code.substr(0, code.size() - mark.size()));
      more = true;
    }
  }
  return code;
}

// A letter, a digit, a letter or digit, then perhaps a dot, and letters and digits.
bool IsIcd10(std::string_view code) {
  if (code.size() < 3 || code.size() > 8 || !IsAsciiAlpha(code[0]) || !IsAsciiDigit(code[1]) || !IsAsciiAlnum(code[2]))
    return false;
  for (size_t i = 3; i < code.size(); ++i) {
    if (!IsAsciiAlnum(code[i]) && !(i == 3 && code[i] == '.')) return false;
  }
  return true;
}

// "E11 I10": another code stands behind a blank. Within one code blanks are removed ("E 11.9").
bool HasTwoCodes(std::string_view local) {
  for (size_t i = 3; i < local.size(); ++i) {
    if (BlankAtStart(local.substr(i)) == 0) continue;
    const std::string_view next = TrimAll(local.substr(i));
    const bool is_code = next.size() >= 3 && IsAsciiAlpha(next[0]) && IsAsciiDigit(next[1]) && IsAsciiAlnum(next[2]);
    if (is_code && WithoutBlanks(local.substr(0, i)).size() >= 3) return true;
  }
  return false;
}

std::string WithDot(std::string code, size_t at) {
  if (code.size() > at && code[at] != '.') code.insert(at, 1, '.');
  return code;
}

}  // namespace

std::string NormalizeIcd10(std::string_view local) {
  if (HasTwoCodes(local)) return std::string(local);
  const std::string plain = WithoutBlanks(local);
  const std::string_view code = WithoutMarks(plain);
  if (!IsIcd10(code)) return std::string(local);
  std::string upper = WithDot(InUpperCase(code), 3);
  if (upper.size() > 4 && upper.find_first_not_of('X', 4) == std::string::npos) upper.resize(3);
  return upper;
}

namespace {

// A letter and two digits, then perhaps a dot, and at most two digits: codes of the WHO and of Germany. Those of other
// countries may end in letters, and then are longer.
bool IsPlainIcd10(std::string_view code) {
  if (code.size() < 3 || !IsAsciiAlpha(code[0])) return false;
  std::string_view rest = code.substr(3);
  ConsumePrefix(rest, ".");
  return OnlyDigits(code.substr(1, 2)) && rest.size() <= 2 && (rest.empty() || OnlyDigits(rest));
}

bool EndsInOneOf(std::string_view code, std::string_view letters) {
  return code.size() > 3 && letters.find(code.back()) != std::string_view::npos;
}

}  // namespace

namespace {

// How many characters of `code` are a plain code, at its front.
size_t SizeOfPlain(std::string_view code) {
  if (code.size() < 3 || !IsPlainIcd10(code.substr(0, 3))) return 0;
  size_t size = 3;
  if (code.size() > 4 && code[3] == '.' && IsAsciiDigit(code[4])) ++size;
  for (int digits = 0; digits < 2 && size < code.size() && IsAsciiDigit(code[size]); ++digits) ++size;
  return size;
}

struct Marks {
  bool known = false;
  char certainty = 0;  // A, V or Z; 0: there is none, or it says "gesichert"
};

// Letters behind a code: marks of certainty and sides, or words for what the marks say (Zustand nach, Verdacht,
// differential diagnosis).
Marks MarksOf(std::string_view letters) {
  if (letters == "ZN") return {true, 'Z'};
  if (letters == "DD" || letters == "VD") return {true, 'V'};
  if (letters.empty() || letters.size() > 4 || letters.find_first_not_of("AGVZRLB") != letters.npos) return {};
  for (const char doubtful : {'A', 'V', 'Z'}) {
    if (letters.find(doubtful) != letters.npos) return {true, doubtful};
  }
  return {true, 0};
}

// The letters of what stands behind a code; empty where there is something else than letters and signs.
std::string LettersOf(std::string_view behind) {
  std::string letters;
  for (size_t i = 0; i < behind.size(); ++i) {
    if (behind.substr(i).starts_with("\xe2\x80\xa0") || behind.substr(i).starts_with("\xe2\x80\xa1")) {
      i += 2;  // daggers
    } else if (IsAsciiAlpha(behind[i])) {
      letters.push_back(behind[i]);
    } else if (std::string_view("-+*!#/.()[]_|,;").find(behind[i]) == std::string_view::npos) {
      return {};
    }
  }
  return letters;
}

// "ZN E11.9": the mark that stands before a code.
char MarkBefore(std::string_view local) {
  const std::string upper = InUpperCase(TrimAll(local));
  const size_t blank = upper.find(' ');
  if (blank == upper.npos || !IsPlainIcd10(WithoutMarks(TrimAll(std::string_view(upper).substr(blank))))) return 0;
  const std::string word = upper.substr(0, blank);
  if (word == "V" || word == "V.A." || word == "VA") return 'V';
  if (word == "Z" || word == "ZN" || word == "Z.N.") return 'Z';
  return word == "A" ? 'A' : 0;
}

}  // namespace

std::string NormalizeGermanIcd10(std::string_view local) {
  if (HasTwoCodes(local)) return std::string(local);
  if (const char before = MarkBefore(local); before != 0) {
    return Concat({NormalizeIcd10(local.substr(local.find(' '))), std::string(1, before)});
  }
  const std::string plain = InUpperCase(WithoutBlanks(local));
  const size_t size = SizeOfPlain(plain);
  const std::string letters = size == 0 ? std::string() : LettersOf(std::string_view(plain).substr(size));
  const Marks marks = MarksOf(letters);
  // Other letters behind a blank are a word, and no part of the code.
  const bool word = !marks.known && letters.size() > 1 && letters.find_first_not_of('X') != letters.npos;
  if (word && plain.size() < local.size()) return std::string(local);
  if (!marks.known) return NormalizeIcd10(local);
  std::string normal = NormalizeIcd10(std::string_view(plain).substr(0, size));
  if (marks.certainty != 0) normal.push_back(marks.certainty);
  return normal;
}

char DoubtfulMark(std::string_view code) {
  if (!ConsumePrefix(code, "ICD10GM:") && !ConsumePrefix(code, "ICD10:")) return 0;
  if (!EndsInOneOf(code, "AVZ") || !IsPlainIcd10(code.substr(0, code.size() - 1))) return 0;
  return code.back();
}

std::string NormalizeIcd9(std::string_view local) {
  const std::string plain = InUpperCase(WithoutBlanks(local));
  const std::string_view code = WithoutMarks(plain);
  if (code.size() < 3 || code.size() > 6) return std::string(local);
  const bool letter = code[0] == 'E' || code[0] == 'V';
  const std::string_view digits = letter ? code.substr(1) : code;
  if (!OnlyDigits(digits)) {
    const size_t dot = digits.find('.');
    const bool dotted =
        dot != std::string_view::npos && OnlyDigits(digits.substr(0, dot)) && OnlyDigits(digits.substr(dot + 1));
    return dotted ? std::string(code) : std::string(local);
  }
  return WithDot(std::string(code), code[0] == 'E' ? 4 : 3);
}

std::string NormalizeIcdO(std::string_view local) {
  const std::string plain = InUpperCase(WithoutBlanks(local));
  std::string_view code = plain;
  if (code.size() > 4 && code[0] == 'M' && ConsumePrefix(code, "M")) ConsumePrefix(code, "-");
  // The behaviour, and perhaps a grade, behind any sign or none.
  const std::string_view morphology = code.substr(0, 4);
  std::string_view behaviour = code.substr(std::min<size_t>(code.size(), 4));
  if (behaviour.size() > 1 && std::string_view("/.-").find(behaviour[0]) != std::string_view::npos) {
    behaviour.remove_prefix(1);
  }
  if (OnlyDigits(morphology) && OnlyDigits(behaviour) && behaviour.size() < 3) {
    return Concat({morphology, "/", behaviour});
  }
  if (code.size() >= 4 && OnlyDigits(code.substr(0, 4))) return std::string(code);
  code = WithoutMarks(plain);
  return IsIcd10(code) ? WithDot(std::string(code), 3) : std::string(local);
}

std::string NormalizeOpcs(std::string_view local) {
  if (HasTwoCodes(local)) return std::string(local);
  const std::string plain = InUpperCase(WithoutBlanks(local));
  const std::string_view code = WithoutMarks(plain);
  return IsIcd10(code) ? WithDot(std::string(code), 3) : std::string(local);
}

bool LacksZerosOfDiagnosis(std::string_view code) {
  if (code.starts_with("ICD9:")) {
    code.remove_prefix(5);
  } else if (code.starts_with("ICD9CM:")) {
    code.remove_prefix(7);
  } else {
    return false;
  }
  // Those of external causes have a letter before them, and their point is easily a place too far to the left.
  ConsumePrefix(code, "E");
  const size_t digits = std::min(code.find_first_not_of("0123456789"), code.size());
  return (digits == 1 || digits == 2) && (digits == code.size() || code[digits] == '.');
}

bool LooksLikeIcd9V(std::string_view code) {
  const std::string_view local = LocalOfIcd10(code);
  if (local.size() != 6 || local[0] != 'V' || local[3] != '.' || !IsAsciiDigit(local[1]) || !IsAsciiDigit(local[2]) ||
      !IsAsciiDigit(local[4]) || !IsAsciiDigit(local[5])) {
    return false;
  }
  const std::string_view category = local.substr(1, 2);
  return category != "00" && category <= "91";
}

bool LooksLikeIcd9E(std::string_view code) {
  const std::string_view local = LocalOfIcd10(code);
  if (local.size() < 5 || local.size() > 6 || local[0] != 'E' || local[3] != '.') return false;
  for (const size_t i : {1, 2, 4}) {
    if (!IsAsciiDigit(local[i])) return false;
  }
  if (!IsAsciiDigit(local.back())) return false;
  const std::string_view category = local.substr(1, 2);
  if (category == "88") return local[4] >= '5' && local[4] <= '7';
  return category == "81" || category == "82" || category >= "91";
}

bool IsIcd10OfThePast(std::string_view code) {
  const std::string_view local = LocalOfIcd10(code);
  const std::string_view category = local.substr(0, 3);
  return local.starts_with(kOldInfarction) ||
         std::any_of(std::begin(kOfPast), std::end(kOfPast),
                     [&](const Categories& past) { return past.first <= category && category <= past.last; });
}

bool IsIcd10OfPregnancyOrNewborn(std::string_view code) {
  const std::string_view local = LocalOfIcd10(code);
  return local.starts_with('O') || local.starts_with('P');
}

bool IsIcdOfTuberculosis(std::string_view code) {
  constexpr std::string_view kIcd10[] = {"A15",   "A16",   "A17",   "A18",   "A19",   "B90",   "J65",
                                         "K23.0", "K67.3", "K93.0", "M01.1", "M49.0", "M90.0", "N29.1",
                                         "N33.0", "N74.0", "N74.1", "G01",   "G05.0", "G07",   "H19.2",
                                         "H32.0", "I32.0", "I41.0", "E35.1", "O98.0", "P37.0"};
  constexpr std::string_view kIcd9[] = {"010", "011", "012", "013", "014", "015", "016", "017", "018", "137", "647.3"};
  const auto begins = [&](std::string_view local, std::span<const std::string_view> codes) {
    return std::any_of(codes.begin(), codes.end(), [&](std::string_view start) { return local.starts_with(start); });
  };
  if (code.starts_with("ICD9:") || code.starts_with("ICD9CM:")) return begins(code.substr(code.find(':') + 1), kIcd9);
  return begins(LocalOfIcd10(code), kIcd10);
}

}  // namespace muster::model
