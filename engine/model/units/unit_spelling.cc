#include "engine/model/units/unit_spelling.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "containers/hash_table.h"
#include "engine/model/text/text.h"

namespace muster::model {
namespace {

using Words = HashMap<std::string_view, std::string_view>;

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
      {"degrees ", "deg"},
      {"degree ", "deg"},
      {"deg. ", "deg"},
      {"deg ", "deg"},
  };
  for (const auto& [phrase, shorter] : kPhrases) Substitute(phrase, shorter, simple);
  while (simple.ends_with('.') || simple.ends_with(' ')) simple.pop_back();
  return simple;
}

// Words that stand for a unit by themselves only.
const Words& Alone() {
  static const auto& words = *new Words{
      {"degc", "Cel"},
      {"degcelsius", "Cel"},
      {"celsius", "Cel"},
      {"centigrade", "Cel"},
      {"degf", "[degF]"},
      {"degfahrenheit", "[degF]"},
      {"fahrenheit", "[degF]"},
      {"ph", "[pH]"},
      {"inr", "{INR}"},
      {"ratio", "{ratio}"},
      {"packyears", "{PackYears}"},
      {"pack years", "{PackYears}"},
      {"pack year", "{PackYears}"},
      {"pack-years", "{PackYears}"},
  };
  return words;
}

const Words& UnitWords() {
  static const auto& words = *new Words{
      {"gm", "g"},
      {"gms", "g"},
      {"gr", "g"},
      {"kgs", "kg"},
      {"kilo", "kg"},
      {"kilos", "kg"},
      {"mgs", "mg"},
      {"mgm", "mg"},
      {"mcg", "ug"},
      {"mcgs", "ug"},
      {"ugm", "ug"},
      {"l", "L"},
      {"ltr", "L"},
      {"mls", "mL"},
      {"cc", "mL"},
      {"mcl", "uL"},
      {"mcmol", "umol"},
      {"mmols", "mmol"},
      {"mcm", "um"},
      {"micron", "um"},
      {"microns", "um"},
      {"u", "U"},
      {"iu", "[iU]"},
      {"ui", "[iU]"},
      {"eq", "eq"},
      {"osm", "osm"},
      {"osmol", "osm"},
      {"osmole", "osm"},
      {"sec", "s"},
      {"secs", "s"},
      {"msec", "ms"},
      {"mins", "min"},
      {"min", "min"},
      {"hr", "h"},
      {"hrs", "h"},
      {"h", "h"},
      {"d", "d"},
      {"wk", "wk"},
      {"wks", "wk"},
      {"mo", "mo"},
      {"mos", "mo"},
      {"yr", "a"},
      {"yrs", "a"},
      {"day", "d"},
      {"days", "d"},
      {"week", "wk"},
      {"weeks", "wk"},
      {"month", "mo"},
      {"months", "mo"},
      {"year", "a"},
      {"years", "a"},
      {"minute", "min"},
      {"minutes", "min"},
      {"hour", "h"},
      {"hours", "h"},
      {"mmhg", "mm[Hg]"},
      {"cmhho", "cm[H2O]"},
      {"mmhho", "mm[H2O]"},
      {"torr", "mm[Hg]"},
      {"kpa", "kPa"},
      {"pa", "Pa"},
      {"bpm", "{beats}/min"},
      {"beat", "{beats}"},
      {"beats", "{beats}"},
      {"breath", "{breaths}"},
      {"breaths", "{breaths}"},
      {"cell", "{cells}"},
      {"cells", "{cells}"},
      {"copy", "{copies}"},
      {"copies", "{copies}"},
      {"cp", "{copies}"},
      {"cps", "{copies}"},
      {"count", "{count}"},
      {"counts", "{count}"},
      {"wbc", "{WBC}"},
      {"rbc", "{RBC}"},
      {"hpf", "[HPF]"},
      {"lpf", "[LPF]"},
      {"cfu", "[CFU]"},
      {"pfu", "[PFU]"},
      {"percent", "%"},
      {"pct", "%"},
      {"ppm", "[ppm]"},
      {"ppb", "[ppb]"},
      {"lb", "[lb_av]"},
      {"lbs", "[lb_av]"},
      {"pound", "[lb_av]"},
      {"pounds", "[lb_av]"},
      {"oz", "[oz_av]"},
      {"in", "[in_i]"},
      {"inch", "[in_i]"},
      {"inches", "[in_i]"},
      {"ft", "[ft_i]"},
      {"foot", "[ft_i]"},
      {"feet", "[ft_i]"},
      {"kcal", "kcal"},
      {"cal", "cal"},
      {"hz", "Hz"},
      {"mgy", "mGy"},
      {"cgy", "cGy"},
      {"gy", "Gy"},
      {"msv", "mSv"},
      {"mbq", "MBq"},
      {"gbq", "GBq"},
      {"kda", "ku"},
      {"mv", "mV"},
      {"uv", "uV"},
  };
  return words;
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

// What a unit is of, behind it: "mg/g creat", "ng/mL FEU".
bool IsQualifier(std::string_view word) {
  constexpr std::string_view kWords[] = {"creat", "creatinine", "crea", "cr",  "crt",   "feu",   "ddu",   "hb",
                                         "hgb",   "protein",    "wt",   "dry", "stool", "serum", "blood", "plasma"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// Numbers in words, of cells in a small volume: K/uL, mill/mm3.
std::string_view ThousandsOf(std::string_view word) {
  static const auto& words = *new Words{
      {"k", "10*3"},         {"th", "10*3"},       {"thou", "10*3"},  {"thous", "10*3"}, {"thousand", "10*3"},
      {"thousands", "10*3"}, {"thds", "10*3"},     {"m", "10*6"},     {"mil", "10*6"},   {"mill", "10*6"},
      {"million", "10*6"},   {"millions", "10*6"}, {"bil", "10*9"},   {"bill", "10*9"},  {"billion", "10*9"},
      {"giga", "10*9"},      {"gpt", "10*9"},      {"tera", "10*12"}, {"tpt", "10*12"},  {"trillion", "10*12"},
  };
  const auto found = words.find(word);
  return found == words.end() ? std::string_view() : found->second;
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
  if (const auto alone = Alone().find(simple); alone != Alone().end()) return std::string(alone->second);
  return Speller(simple).Spell();
}

std::string_view UcumInsteadOf(std::string_view text) {
  static const auto& units = *new Words{
      {"C", "Cel"},       {"F", "[degF]"},    {"G/L", "10*9/L"}, {"G/l", "10*9/L"},
      {"T/L", "10*12/L"}, {"T/l", "10*12/L"}, {"G/dL", "g/dL"},  {"G/dl", "g/dL"},
  };
  const auto found = units.find(text);
  return found == units.end() ? std::string_view() : found->second;
}

}  // namespace muster::model
