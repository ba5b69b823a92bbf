#include "engine/model/units/units.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <limits>

#include "engine/model/record/dictionary.h"
#include "engine/model/text/text.h"
#include "engine/model/units/unit_atoms.h"
#include "engine/model/units/unit_spelling.h"

namespace muster::model {
namespace {

constexpr size_t kMaxLength = 200;
constexpr int kMaxDepth = 8;
constexpr int kMaxExponent = 30;
/// Where Unit::dimension has the power of the arbitrary unit.
constexpr size_t kArbitraryPlace = 8;
/// Digits to which a converted value is tried for a short decimal. A double has 15 to 17, and the factors of a unit
/// lose one or two of them.
constexpr int kShortDigits = 12;
constexpr double kRounding = 4e-15;

/// A unit while it is being read.
struct Reading {
  long double factor = 1;
  long double offset = 0;
  std::array<int, 9> dimension{};
  std::string arbitrary;
  /// Good UCUM, and nothing that anybody measures people in: what is meant has to be found out.
  bool odd = false;
};

/// Reads terms by UCUM's grammar: components with '.' and '/' between them, from left to right.
class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  bool Parse(Reading& out) {
    if (rest_.empty() || !Term(0, out) || !rest_.empty() || !IsFinite(out)) return false;
    // Gauss, kelvin, mega-units ... in a volume.
    out.odd = odd_ || (odd_in_volume_ && out.dimension[0] < 0) || (molar_ && out.dimension[0] <= -6);
    if (!scale_.empty()) {
      if (out.arbitrary.empty()) out.dimension[kArbitraryPlace] = 1;
      out.arbitrary.insert(0, scale_);
    }
    KeepShareOfMoles(out);
    return true;
  }

 private:
  static bool IsFinite(const Reading& unit) {
    const double factor = static_cast<double>(unit.factor);
    return std::isnormal(factor) && factor > 0;
  }

  // mmol/mol has no dimension, but is no thousandth of whatever a percentage is of: 60 mmol/mol of haemoglobin are 7.6
  // % and not 6. It converts to other shares of moles only.
  void KeepShareOfMoles(Reading& out) const {
    if (!moles_ || out.dimension != std::array<int, 9>{} || !out.arbitrary.empty()) return;
    out.dimension[kArbitraryPlace] = 1;
    out.arbitrary = kShareOfMoles;
  }

  bool Take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool Term(int depth, Reading& out) {
    bool divide = Take('/');
    bool first = !divide;
    bool number = false;
    while (true) {
      const bool after_number = number && !divide;
      number = !rest_.empty() && IsAsciiDigit(rest_.front());
      if (number && after_number) odd_ = true;  // 1.73 is 1 times 73 by the grammar
      if (number && first && depth == 0) NoteLostExponent();
      Reading component;
      if (!Component(depth, component)) return false;
      if (first) {
        out = std::move(component);
      } else if (!Multiply(component, divide ? -1 : 1, out)) {
        return false;
      }
      first = false;
      if (Take('.')) {
        divide = false;
      } else if (Take('/')) {
        divide = true;
      } else {
        return true;
      }
    }
  }

  bool Component(int depth, Reading& out) {
    if (Take('(')) {
      return depth < kMaxDepth && Term(depth + 1, out) && Take(')');
    }
    if (rest_.starts_with('{')) return Annotation();
    if (!SimpleUnit(out)) return false;
    return !rest_.starts_with('{') || Annotation();
  }

  // What stands in braces has no meaning in UCUM, but for some: 4.2 {Log_copies}/mL are 15,849 copies, and of D-dimer
  // two scales are in use, of which one has twice the numbers of the other.
  void NoteScale(std::string_view annotation) {
    for (const std::string_view scale : {"feu", "ddu"}) {
      if (annotation == scale) scale_ = Concat({"{", scale, "}"});
    }
    for (const std::string_view log : {"log10", "log2", "log", "lg", "ln"}) {
      if (!annotation.starts_with(log)) continue;
      if (annotation.size() == log.size() || !IsAsciiAlpha(annotation[log.size()]))
        scale_ = log == "log2" || log == "ln" ? Concat({"{", log, "}"}) : "{log}";
      return;
    }
  }

  bool Annotation() {
    const size_t end = rest_.find('}');
    if (end == rest_.npos || rest_.substr(1, end - 1).find('{') != rest_.npos) return false;
    NoteScale(ToLower(rest_.substr(1, end - 1)));
    rest_.remove_prefix(end + 1);
    return true;
  }

  bool SimpleUnit(Reading& out) {
    if (rest_.starts_with("10*") || rest_.starts_with("10^")) {
      rest_.remove_prefix(3);
      int exponent = 1;
      if (!Exponent(exponent)) return false;
      out.factor = std::pow(10.0L, exponent);
      return true;
    }
    if (!rest_.empty() && IsAsciiDigit(rest_.front())) {
      for (out.factor = 0; !rest_.empty() && IsAsciiDigit(rest_.front()); rest_.remove_prefix(1)) {
        out.factor = out.factor * 10 + (rest_.front() - '0');
      }
      return true;
    }
    const std::string_view symbol = Symbol();
    if (symbol.empty() || !Atom(symbol, out)) return false;
    int exponent = 1;
    Take('^');  // "m^2" is not UCUM, but written
    if (!Exponent(exponent)) return false;
    if (exponent == 1) return true;
    const Reading base = std::move(out);
    out = {};
    return Multiply(base, exponent, out);
  }

  /// Letters, '%', ''' and whatever stands in brackets.
  std::string_view Symbol() {
    size_t i = 0;
    while (i < rest_.size()) {
      const char c = rest_[i];
      if (c == '[') {
        const size_t end = rest_.find(']', i);
        if (end == rest_.npos) return {};
        i = end + 1;
      } else if (IsAsciiAlpha(c) || c == '%' || c == '\'' || c == '_') {
        ++i;
      } else {
        break;
      }
    }
    const std::string_view symbol = rest_.substr(0, i);
    rest_.remove_prefix(i);
    return symbol;
  }

  // Copied from a printed page 10^6/uL is 106/uL, and x10^3/uL x103/uL: nobody counts in units of 106.
  void NoteLostExponent() {
    const std::string_view digits = rest_.substr(0, rest_.find_first_not_of("0123456789"));
    const bool exponent_follows = digits == "10" && rest_.size() > 2 && (rest_[2] == '*' || rest_[2] == '^');
    const bool power = digits.starts_with('1') && digits.find_first_not_of('0', 1) == digits.npos;
    const bool times = digits.size() < rest_.size() && rest_[digits.size()] == '.';  // 2.h is two hours
    odd_ = odd_ || (!exponent_follows && !power && !times);
  }

  // Letters in the wrong case give such units: MG is a megagauss, PG/ML petagauss in a megalitre.
  void NoteOdd(std::string_view atom, long double prefix) {
    constexpr std::string_view kNeverLarge[] = {"g", "L", "l", "M", "m", "mol", "eq", "osm", "s"};
    constexpr std::string_view kNotInVolume[] = {"K", "T", "C", "F", "U", "[iU]", "[IU]", "IU"};
    const auto is_one_of = [&](const auto& atoms) {
      return std::find(std::begin(atoms), std::end(atoms), atom) != std::end(atoms);
    };
    odd_ = odd_ || atom == "G" || (prefix >= 1e6L && is_one_of(kNeverLarge));
    const bool may_be_small = atom == "U" || atom == "[iU]" || atom == "[IU]" || atom == "IU";
    molar_ = molar_ || atom == "M";
    odd_in_volume_ = odd_in_volume_ || (is_one_of(kNotInVolume) && (!may_be_small || prefix >= 1e6L));
  }

  bool Atom(std::string_view symbol, Reading& out) {
    long double factor = 1;
    const UnitAtom* atom = FindUnitAtom(symbol);
    for (size_t size = 2; atom == nullptr && size > 0; --size) {
      if (symbol.size() <= size) continue;
      factor = UnitPrefix(symbol, size);
      if (factor == 0) continue;
      atom = FindUnitAtom(symbol.substr(size));
      if (atom != nullptr && (!atom->metric || atom->offset != 0)) atom = nullptr;
    }
    if (atom == nullptr) {
      // "Years", "PERCENT": words, which no prefix can have made ambiguous.
      const std::string lower = ToLower(symbol);
      factor = 1;
      if (symbol.size() > 3) atom = FindUnitAtom(lower);
      if (atom == nullptr) return false;
    }
    NoteOdd(atom->symbol, factor);
    moles_ = moles_ || atom->symbol == "mol";
    out.factor = factor * atom->factor;
    out.offset = atom->offset;
    for (size_t i = 0; i < atom->dimension.size(); ++i) out.dimension[i] = atom->dimension[i];
    if (atom->arbitrary) {
      out.arbitrary = std::string(atom->canonical.empty() ? atom->symbol : atom->canonical);
      out.dimension[kArbitraryPlace] = 1;
    }
    return true;
  }

  bool Exponent(int& out) {
    if (rest_.empty() || (!IsAsciiDigit(rest_.front()) && rest_.front() != '-' && rest_.front() != '+')) return true;
    const bool negative = rest_.front() == '-';
    if (!IsAsciiDigit(rest_.front())) rest_.remove_prefix(1);
    if (rest_.empty() || !IsAsciiDigit(rest_.front())) return false;
    for (out = 0; !rest_.empty() && IsAsciiDigit(rest_.front()); rest_.remove_prefix(1)) {
      out = out * 10 + (rest_.front() - '0');
      if (out > kMaxExponent) return false;
    }
    if (negative) out = -out;
    return true;
  }

  /// out *= unit ^ power. Units with a zero of their own cannot be multiplied, nor two different arbitrary units.
  static bool Multiply(const Reading& unit, int power, Reading& out) {
    if (unit.offset != 0 || out.offset != 0) return false;
    if (!unit.arbitrary.empty() && !out.arbitrary.empty() && unit.arbitrary != out.arbitrary) return false;
    out.factor *= std::pow(unit.factor, static_cast<long double>(power));
    if (out.arbitrary.empty()) out.arbitrary = unit.arbitrary;
    for (size_t i = 0; i < out.dimension.size(); ++i) {
      out.dimension[i] += unit.dimension[i] * power;
      if (std::abs(out.dimension[i]) > std::numeric_limits<int8_t>::max()) return false;
    }
    if (out.dimension[kArbitraryPlace] == 0) out.arbitrary.clear();
    return true;
  }

  std::string_view rest_;
  bool odd_ = false;
  bool odd_in_volume_ = false;
  bool moles_ = false;  // some component has moles
  bool molar_ = false;  // amount in a volume, itself
  std::string scale_;   // "{log}", "{feu}": what makes it another unit than the same without; or empty
};

void ReplaceAll(std::string_view what, std::string_view with, std::string& text) {
  for (size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

/// Signs beyond ASCII and other ways to write the same, in UCUM's letters.
std::string Respell(std::string_view text) {
  std::string ucum(text);
  ReplaceAll("\xC2\xB5", "u", ucum);  // micro sign
  ReplaceAll("\xCE\xBC", "u", ucum);  // Greek mu
  ReplaceAll("10\xC2\xB2", "10*2", ucum);
  ReplaceAll("10\xC2\xB3", "10*3", ucum);
  ReplaceAll("\xC2\xB2", "2", ucum);  // superscript two
  ReplaceAll("\xC2\xB3", "3", ucum);  // superscript three
  ReplaceAll(
      "\xC2\xB0"
      "C",
      "Cel", ucum);  // degree sign
  ReplaceAll(
      "\xC2\xB0"
      "F",
      "[degF]", ucum);
  ReplaceAll("\xC2\xB7", ".", ucum);  // middle dot
  ReplaceAll(
      "\xC3\x97"
      "10",
      "10", ucum);  // multiplication sign
  ReplaceAll(" per ", "/", ucum);
  if (ucum.starts_with("x10")) ucum.erase(0, 1);
  return ucum;
}

/// The code or the UCUM unit that `text` gives, without "UCUM:".
std::string_view Resolve(std::string_view text) {
  text = Trim(text);
  if (text.size() > 5 && ToLower(text.substr(0, 5)) == "ucum:") return Trim(text.substr(5));
  if (const std::string_view unit = UcumOfCode(NormalizeCode(text)); !unit.empty()) return unit;
  return text;
}

/// "{%}", "{mg/dL}": a unit that somebody took for an annotation. It is neither 1 nor, for certain, that unit.
bool IsUnitInBraces(std::string_view text) {
  if (!text.starts_with('{') || text.find('}') != text.size() - 1) return false;
  const std::string inner = ToLower(Trim(text.substr(1, text.size() - 2)));
  constexpr std::string_view kShares[] = {"%", "percent", "per cent", "prozent", "pct", "ngsp"};
  return inner.find('/') != inner.npos || std::find(std::begin(kShares), std::end(kShares), inner) != std::end(kShares);
}

bool Read(std::string_view text, Reading& out) {
  if (text.empty() || text.size() > kMaxLength || IsUnitInBraces(text)) return false;
  if (const std::string_view unit = UcumOfSpelling(text); !unit.empty()) return Parser(unit).Parse(out);
  if (const std::string_view unit = UcumOfSpelling(ToLower(text)); !unit.empty() && text.size() > 3) {
    return Parser(unit).Parse(out);
  }
  if (const std::string_view unit = UcumInsteadOf(text); !unit.empty()) return Parser(unit).Parse(out);
  if (Parser(text).Parse(out) && !out.odd) return true;
  out = {};
  if (Parser(Respell(text)).Parse(out) && !out.odd) return true;
  out = {};
  const std::string meant = UcumOfLaboratory(text);
  if (meant.empty() || !Parser(meant).Parse(out)) return false;
  constexpr std::array<int, 9> kLengthInVolume = {-2};  // of mM/L, which might be meant for mmol/L
  return out.dimension != kLengthInVolume;
}

}  // namespace

double ShortDecimal(long double value, long double scale) {
  const double exact = static_cast<double>(value);
  if (!std::isfinite(exact)) return exact;
  const double tolerance = kRounding * static_cast<double>(std::max(std::abs(value), scale));
  if (std::abs(exact) < tolerance) return 0;
  char digits[40];
  std::snprintf(digits, sizeof digits, "%.*e", kShortDigits - 1, exact);
  const double shorter = std::strtod(digits, nullptr);
  return std::abs(shorter - exact) <= tolerance ? shorter : exact;
}

absl::StatusOr<Unit> ParseUnit(std::string_view text) {
  Reading reading;
  // A number is a unit by UCUM's grammar. Nobody measures in units of 8840, which is OMOP's concept of mg/dL.
  const std::string_view plain = Resolve(text);
  const bool number = plain.find_first_not_of("0123456789") == plain.npos && plain != "1";
  if (number || !Read(plain, reading)) {
    return absl::InvalidArgumentError(Concat({"'", text.substr(0, 60), "' is not a unit in UCUM, NCIT or UO"}));
  }
  Unit unit;
  unit.factor = static_cast<double>(reading.factor);
  unit.offset = static_cast<double>(reading.offset);
  unit.arbitrary = std::move(reading.arbitrary);
  for (size_t i = 0; i < unit.dimension.size(); ++i) unit.dimension[i] = static_cast<int8_t>(reading.dimension[i]);
  return unit;
}

std::string UnitLabel(std::string_view text) { return std::string(Resolve(text)); }

bool Convertible(const Unit& from, const Unit& to) {
  return from.dimension == to.dimension && from.arbitrary == to.arbitrary;
}

absl::StatusOr<double> Convert(double value, const Unit& from, const Unit& to) {
  if (!Convertible(from, to)) return absl::InvalidArgumentError("the units measure different things");
  if (from == to) return value;
  const long double base = static_cast<long double>(value) * from.factor + from.offset;
  const long double scale = to.offset == 0 && from.offset == 0 ? 0 : std::abs(base) / to.factor;
  return ShortDecimal((base - to.offset) / to.factor, scale);
}

}  // namespace muster::model
