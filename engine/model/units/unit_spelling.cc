#include "engine/model/units/unit_spelling.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "containers/hash_table.h"
#include "engine/model/text/text.h"
#include "engine/model/units/unit_words.h"

namespace muster::model {
namespace {

void Substitute(std::string_view what, std::string_view with, std::string& text) {
  for (size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

// Lower case, and in ASCII what has a letter or sign there.
std::string Simplify(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
      {"\xC2\xB5", "u"},      {"\xCE\xBC", "u"},        {"\xC3\x97", "x"},        {"\xC2\xB7", "."},
      {"\xC2\xA0", " "},      {"\xE2\x80\xAF", " "},    {"\xE2\x81\xB0", "^0"},   {"\xC2\xB9", "^1"},
      {"\xC2\xB2", "^2"},     {"\xC2\xB3", "^3"},       {"\xE2\x81\xB4", "^4"},   {"\xE2\x81\xB5", "^5"},
      {"\xE2\x81\xB6", "^6"}, {"\xE2\x81\xB7", "^7"},   {"\xE2\x81\xB8", "^8"},   {"\xE2\x81\xB9", "^9"},
      {"\xE2\x88\x95", "/"},  {"\xE2\x84\x83", "degc"}, {"\xE2\x84\x89", "degf"}, {"\xC2\xB0", "deg"},
      {"\xC2\xBA", "deg"},
  };
  std::string simple(text);
  for (const auto& [sign, ascii] : kSigns) Substitute(sign, ascii, simple);
  Substitute("^1^", "^1", simple);  // of two superscripts one exponent
  simple = ToLower(simple);
  constexpr std::pair<std::string_view, std::string_view> kPhrases[] = {
      {" per ", "/"},
      {"millimeters of mercury", "mmhg"},
      {"millimeter of mercury", "mmhg"},
      {"mm of hg", "mmhg"},
      {"mm hg", "mmhg"},
      {"mm[hg]", "mmhg"},
      {"mm/hg", "mmhg"},
      {"mm-hg", "mmhg"},
      {"mmhg.", "mmhg"},
      {"centimeters of mercury", "cmhg"},
      {"centimetres of mercury", "cmhg"},
      {"millimetres of mercury", "mmhg"},
      {"cm of hg", "cmhg"},
      {"cm hg", "cmhg"},
      {"cm[hg]", "cmhg"},
      {"cm of h2o", "cmhho"},
      {"cm h2o", "cmhho"},
      {"cmh2o", "cmhho"},
      {"mmh2o", "mmhho"},
      {"mm h2o", "mmhho"},
      {"international units", "iu"},
      {"international unit", "iu"},
      {"i.u.", "iu"},
      {"u.i.", "iu"},
      {"enzyme units", "u"},
      {"enzyme unit", "u"},
      {"square meters", "m2"},
      {"square meter", "m2"},
      {"square metre", "m2"},
      {"sq. m", "m2"},
      {"sq m", "m2"},
      {"sqm", "m2"},
      {"cubic millimeters", "mm3"},
      {"cubic millimeter", "mm3"},
      {"cu. mm", "mm3"},
      {"cu mm", "mm3"},
      {"cumm", "mm3"},
      {"cmm", "mm3"},
      {"qm", "m2"},
      {"1,73", "1.73"},
      {"tsd.", "tsd"},
      {"mio.", "mio"},
      {"mrd.", "mrd"},
      {"cells x10", "x10"},
      {"cells x 10", "x10"},
      {"grad c", "degc"},
      {"degrees ", "deg"},
      {"degree ", "deg"},
      {"deg. ", "deg"},
      {"deg ", "deg"},
  };
  for (const auto& [phrase, shorter] : kPhrases) Substitute(phrase, shorter, simple);
  while (simple.ends_with('.') || simple.ends_with(' ')) simple.pop_back();
  return simple;
}

// Units that are written with a prefix, in letters or as a word: mg, milligram, MIU.
std::string PrefixedUnit(std::string_view word) {
  constexpr std::pair<std::string_view, std::string_view> kPrefixes[] = {
      {"femto", "f"}, {"pico", "p"}, {"nano", "n"}, {"micro", "u"}, {"milli", "m"}, {"centi", "c"},
      {"deci", "d"},  {"kilo", "k"}, {"f", "f"},    {"p", "p"},     {"n", "n"},     {"u", "u"},
      {"m", "m"},     {"c", "c"},    {"d", "d"},    {"k", "k"},     {"", ""},
  };
  constexpr std::pair<std::string_view, std::string_view> kUnits[] = {
      {"grams", "g"},        {"gram", "g"},        {"gm", "g"},       {"g", "g"},         {"liters", "L"},
      {"liter", "L"},        {"litres", "L"},      {"litre", "L"},    {"l", "L"},         {"moles", "mol"},
      {"mole", "mol"},       {"mol", "mol"},       {"meters", "m"},   {"meter", "m"},     {"metres", "m"},
      {"metre", "m"},        {"m", "m"},           {"seconds", "s"},  {"second", "s"},    {"s", "s"},
      {"units", "U"},        {"unit", "U"},        {"u", "U"},        {"iu", "[iU]"},     {"ui", "[iU]"},
      {"equivalents", "eq"}, {"equivalent", "eq"}, {"eq", "eq"},      {"osmoles", "osm"}, {"osmole", "osm"},
      {"osmol", "osm"},      {"osm", "osm"},       {"katals", "kat"}, {"katal", "kat"},   {"kat", "kat"},
  };
  for (const auto& [prefix, letter] : kPrefixes) {
    if (!word.starts_with(prefix)) continue;
    for (const auto& [unit, symbol] : kUnits) {
      if (word.substr(prefix.size()) == unit) return Concat({letter, symbol});
    }
  }
  return {};
}

// Reads a simplified spelling from left to right.
class Speller {
 public:
  explicit Speller(std::string_view text) : rest_(text) {}

  std::string Spell() {
    bool divided = Take('/');
    if (divided) out_.assign(1, '/');
    if (Take('#')) divided = Take('/'), out_.assign(1, divided ? '/' : '1');
    while (Component(divided)) {
      SkipBlanks();
      if (rest_.empty()) return out_;
      divided = Take('/');
      if (!divided && !Take('.') && !Take('*')) return {};
      out_.push_back(divided ? '/' : '.');
      SkipBlanks();
    }
    return {};
  }

 private:
  bool Take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool TakeBlank() {
    const bool any = rest_.starts_with(' ');
    SkipBlanks();
    return any;
  }
  void SkipBlanks() {
    while (Take(' ')) {
    }
  }
  template <typename Is>
  std::string_view While(Is is) {
    const size_t size = std::find_if_not(rest_.begin(), rest_.end(), is) - rest_.begin();
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  std::string_view Word() { return While(IsAsciiAlpha); }
  std::string_view Digits() { return While(IsAsciiDigit); }

  // x10^9, 10E3, 10(9), 10*6, 10.e3, 1e9: what follows the sign of multiplication.
  bool PowerOfTen() {
    const std::string_view before = rest_;
    if (rest_.starts_with("x")) {
      rest_.remove_prefix(1);
      SkipBlanks();
    }
    // E9/L, as an instrument prints it that leaves the 1 out.
    if (out_.empty() && rest_.starts_with("e") && rest_.size() > 2 && IsAsciiDigit(rest_[1])) {
      rest_.remove_prefix(1);
      const std::string_view exponent = Digits();
      if (exponent.size() < 3 && rest_.starts_with("/")) {
        out_.append("10*").append(exponent);
        return true;
      }
      rest_ = before;
      return false;
    }
    const std::string_view base = Digits();
    if (base == "10" || base == "1") {
      bool sign = false;
      for (const std::string_view way : {".e", "**", "exp", "^", "*", "e", "x", "("}) {
        if (!rest_.starts_with(way)) continue;
        rest_.remove_prefix(way.size());
        sign = true;
        break;
      }
      // Superscripts have a sign each.
      std::string exponent(Digits());
      while (rest_.starts_with("^")) {
        rest_.remove_prefix(1);
        exponent.append(Digits());
      }
      Take(')');
      const bool bare = base == "1" && !before.starts_with("1e");
      if (sign && !bare && !exponent.empty() && exponent.size() < 3) {
        out_.append("10*").append(exponent);
        SkipBlanks();
        if (!rest_.empty() && IsAsciiAlpha(rest_.front())) {
          out_.push_back('.');
          return Unit(false);
        }
        return true;
      }
    }
    rest_ = before;
    return false;
  }

  bool Component(bool divided) {
    if (rest_.starts_with('{')) {
      const size_t end = rest_.find('}');
      if (end == rest_.npos) return false;
      out_.append(rest_.substr(0, end + 1));
      rest_.remove_prefix(end + 1);
      return true;
    }
    if (PowerOfTen()) return true;
    if (Take('%')) {
      out_.push_back('%');
      return true;
    }
    if (rest_.starts_with("1.73")) {  // square metres of body surface
      rest_.remove_prefix(4);
      SkipBlanks();
      Take('_');
      if (Word() == "m") {
        Take('*');
        Take('^');
        if (Digits() != "2") return false;
      }
      if (!divided) return false;
      out_.append("{1.73_m2}");
      return true;
    }
    if (divided && !rest_.empty() && IsAsciiDigit(rest_.front())) return Number();
    return Unit(!divided);
  }

  // mg/24h, mm/1 hr, mg/100 mL
  bool Number() {
    const std::string_view digits = Digits();
    SkipBlanks();
    const std::string_view before = rest_;
    const std::string_view word = Word();
    const auto unit = UnitWords().find(word);
    const bool hours = unit != UnitWords().end() && unit->second == "h";
    if (digits == "24" && hours) {
      out_.push_back('d');
      return true;
    }
    rest_ = before;
    if (digits == "1") return Unit(false);
    if (word.empty() || digits.size() > 6) return false;
    out_.append("(").append(digits).append(".");
    if (!Unit(false)) return false;
    out_.push_back(')');
    return true;
  }

  bool Unit(bool first) {
    const std::string_view word = Word();
    if (word.empty()) return false;
    if (first && out_.empty()) {
      if (const std::string_view number = ThousandsOf(word); !number.empty() && InVolume(number)) {
        out_.append(number);
        return true;
      }
      if ((word == "m" || word == "k") && rest_.starts_with('/')) return false;  // M/L might be anything
      if (Take('%')) {                                                           // grams and milligrams in 100 mL
        const std::string unit = PrefixedUnit(word);
        if (!unit.ends_with('g')) return false;
        out_.append(unit).append("/dL");
        return true;
      }
    }
    const auto known = UnitWords().find(word);
    const std::string unit = known != UnitWords().end() ? std::string(known->second) : PrefixedUnit(word);
    if (unit.empty()) return false;
    out_.append(unit);
    Take('^');
    if (const std::string_view exponent = Digits(); !exponent.empty()) {
      if (exponent != "2" && exponent != "3") return false;
      out_.append(exponent);
    }
    const std::string_view before = rest_;
    if (TakeBlank()) {
      const std::string_view of = Word();
      if (IsQualifier(of)) {
        out_.append("{").append(of).append("}");
      } else {
        rest_ = before;
      }
    }
    return true;
  }

  // Whether the volume that `number` cells are counted in follows, such as "/ul" behind "10*3".
  bool InVolume(std::string_view number) const {
    std::string_view below = rest_;
    while (below.starts_with(' ')) below.remove_prefix(1);
    if (!below.starts_with('/')) return false;
    below.remove_prefix(1);
    while (below.starts_with(' ')) below.remove_prefix(1);
    if (number == "10*9" || number == "10*12") return below == "l" || below == "liter" || below == "litre";
    constexpr std::string_view kSmall[] = {"ul", "mcl", "mm3", "mm^3", "nl", "microliter"};
    return std::find(std::begin(kSmall), std::end(kSmall), below) != std::end(kSmall);
  }

  std::string_view rest_;
  std::string out_;
};

}  // namespace

std::string UcumOfLaboratory(std::string_view text) {
  if (text == "Mg") return {};  // megagrams? milligrams? kilograms were seen to be meant
  const std::string simple = Simplify(text);
  if (const auto alone = UnitsAlone().find(simple); alone != UnitsAlone().end()) return std::string(alone->second);
  return Speller(simple).Spell();
}

std::string_view UcumInsteadOf(std::string_view text) {
  static const auto& units = *new WordTable{
      {"C", "Cel"},     {"F", "[degF]"},  {"G/L", "10*9/L"}, {"G/l", "10*9/L"}, {"T/L", "10*12/L"}, {"T/l", "10*12/L"},
      {"G/dL", "g/dL"}, {"G/dl", "g/dL"}, {"u/l", "U/L"},    {"u/L", "U/L"},    {"u/ml", "U/mL"},   {"u/mL", "U/mL"},
  };
  const auto found = units.find(text);
  return found == units.end() ? std::string_view() : found->second;
}

}  // namespace muster::model
