#include "engine/model/codes/icd_code.h"

#include <algorithm>

#include "engine/model/text/blank.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

std::string InUpperCase(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = AsciiUpper(c);
  return upper;
}

bool OnlyDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsAsciiDigit); }

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

std::string WithDot(std::string code, size_t at) {
  if (code.size() > at && code[at] != '.') code.insert(at, 1, '.');
  return code;
}

}  // namespace

std::string NormalizeIcd10(std::string_view local) {
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

std::string NormalizeGermanIcd10(std::string_view local) {
  const std::string plain = InUpperCase(WithoutBlanks(local));
  std::string_view code = plain;
  char certainty = 0;
  bool side = false;
  for (bool more = true; more;) {
    more = false;
    if (certainty == 0 && EndsInOneOf(code, "AGVZ")) {
      certainty = code.back();
      more = true;
    } else if (!side && EndsInOneOf(code, "RLB")) {
      side = more = true;
    }
    if (more) code.remove_suffix(1);
  }
  if ((certainty == 0 && !side) || !IsPlainIcd10(WithoutMarks(code))) return NormalizeIcd10(local);
  std::string normal = NormalizeIcd10(code);
  if (certainty != 0 && certainty != 'G') normal.push_back(certainty);
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
  const size_t digits = std::min(code.find_first_not_of("0123456789"), code.size());
  return (digits == 1 || digits == 2) && (digits == code.size() || code[digits] == '.');
}

}  // namespace muster::model
