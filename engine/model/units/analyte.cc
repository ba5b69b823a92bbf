#include "engine/model/units/analyte.h"

#include <cmath>
#include <cstdint>

#include "containers/hash_table.h"

namespace muster::model {
namespace {

// Molar masses after PubChem. Cholesterol stands for all lipoprotein cholesterols, triolein for triglycerides.
constexpr Analyte kCholesterol{"cholesterol", 386.65};
constexpr Analyte kTriglycerides{"triglycerides", 885.4};
constexpr Analyte kGlucose{"glucose", 180.156};
constexpr Analyte kCreatinine{"creatinine", 113.12};
constexpr Analyte kUrea{"urea nitrogen", 28.014};
constexpr Analyte kBilirubin{"bilirubin", 584.66};
constexpr Analyte kUrate{"urate", 168.11};
constexpr Analyte kCalcium{"calcium", 40.078, false, false, 2};
constexpr Analyte kMagnesium{"magnesium", 24.305, false, false, 2};
constexpr Analyte kSodium{"sodium", 22.990, false, false, 1};
constexpr Analyte kPotassium{"potassium", 39.098, false, false, 1};
constexpr Analyte kChloride{"chloride", 35.453, false, false, 1};
constexpr Analyte kBicarbonate{"bicarbonate", 61.017, false, false, 1};
constexpr Analyte kLithium{"lithium", 6.94, false, false, 1};
constexpr Analyte kSingleCharges{"single charges", 0, false, false, 1};  // total CO2, the anion gap, base excess
constexpr Analyte kPhosphate{"phosphate", 30.974};                       // reported as phosphorus
constexpr Analyte kIron{"iron", 55.845};
constexpr Analyte kHba1c{"haemoglobin A1c", 0, true};
// Of these, laboratories write U and IU for the same unit.
constexpr Analyte kEnzyme{"an enzyme", 0, false, true};
constexpr Analyte kHormone{"a hormone", 0, false, true};

const HashMap<std::string_view, const Analyte*>& Analytes() {
  static const auto& analytes = *new HashMap<std::string_view, const Analyte*>{
      {"LOINC:13457-7", &kCholesterol},   {"LOINC:18262-6", &kCholesterol},   {"LOINC:2089-1", &kCholesterol},
      {"LOINC:22748-8", &kCholesterol},   {"LOINC:2085-9", &kCholesterol},    {"LOINC:14646-4", &kCholesterol},
      {"LOINC:2093-3", &kCholesterol},    {"LOINC:14647-2", &kCholesterol},   {"LOINC:43396-1", &kCholesterol},
      {"LOINC:2571-8", &kTriglycerides},  {"LOINC:14927-8", &kTriglycerides}, {"LOINC:2345-7", &kGlucose},
      {"LOINC:2339-0", &kGlucose},        {"LOINC:1558-6", &kGlucose},        {"LOINC:14749-6", &kGlucose},
      {"LOINC:15074-8", &kGlucose},       {"LOINC:2160-0", &kCreatinine},     {"LOINC:14682-9", &kCreatinine},
      {"LOINC:3094-0", &kUrea},           {"LOINC:1975-2", &kBilirubin},      {"LOINC:14631-6", &kBilirubin},
      {"LOINC:3084-1", &kUrate},          {"LOINC:14933-6", &kUrate},         {"LOINC:17861-6", &kCalcium},
      {"LOINC:2000-8", &kCalcium},        {"LOINC:19123-9", &kMagnesium},     {"LOINC:2601-3", &kMagnesium},
      {"LOINC:49765-1", &kCalcium},       {"LOINC:1994-3", &kCalcium},        {"LOINC:1995-0", &kCalcium},
      {"LOINC:12180-6", &kCalcium},       {"LOINC:2951-2", &kSodium},         {"LOINC:2947-0", &kSodium},
      {"LOINC:2955-3", &kSodium},         {"LOINC:2823-3", &kPotassium},      {"LOINC:6298-4", &kPotassium},
      {"LOINC:2828-2", &kPotassium},      {"LOINC:2075-0", &kChloride},       {"LOINC:2069-3", &kChloride},
      {"LOINC:2078-4", &kChloride},       {"LOINC:1963-8", &kBicarbonate},    {"LOINC:1959-6", &kBicarbonate},
      {"LOINC:1960-4", &kBicarbonate},    {"LOINC:14627-4", &kBicarbonate},   {"LOINC:2028-9", &kSingleCharges},
      {"LOINC:33037-3", &kSingleCharges}, {"LOINC:1863-0", &kSingleCharges},  {"LOINC:10466-1", &kSingleCharges},
      {"LOINC:14334-7", &kLithium},       {"LOINC:3719-2", &kLithium},        {"LOINC:2777-1", &kPhosphate},
      {"LOINC:14879-1", &kPhosphate},     {"LOINC:2498-4", &kIron},           {"LOINC:14798-3", &kIron},
      {"LOINC:4548-4", &kHba1c},          {"LOINC:17856-6", &kHba1c},         {"LOINC:4549-2", &kHba1c},
      {"LOINC:59261-8", &kHba1c},         {"LOINC:41995-2", &kHba1c},         {"LOINC:17855-8", &kHba1c},
      {"LOINC:55454-3", &kHba1c},         {"SNOMED:43396009", &kHba1c},       {"NCIT:C64849", &kHba1c},
      {"EFO:0004541", &kHba1c},           {"OMOP:3004410", &kHba1c},          {"MESH:D006442", &kHba1c},
      {"UMLS:C0019018", &kHba1c},         {"LOINC:1742-6", &kEnzyme},         {"LOINC:1743-4", &kEnzyme},
      {"LOINC:1744-2", &kEnzyme},         {"LOINC:1920-8", &kEnzyme},         {"LOINC:30239-8", &kEnzyme},
      {"LOINC:6768-6", &kEnzyme},         {"LOINC:1783-0", &kEnzyme},         {"LOINC:2324-2", &kEnzyme},
      {"LOINC:2532-0", &kEnzyme},         {"LOINC:14804-9", &kEnzyme},        {"LOINC:14805-6", &kEnzyme},
      {"LOINC:2157-6", &kEnzyme},         {"LOINC:1798-8", &kEnzyme},         {"LOINC:3040-3", &kEnzyme},
      {"LOINC:2098-2", &kEnzyme},         {"LOINC:3016-3", &kHormone},        {"LOINC:11580-8", &kHormone},
      {"LOINC:11579-0", &kHormone},       {"LOINC:20448-7", &kHormone},       {"LOINC:15067-2", &kHormone},
      {"LOINC:10501-5", &kHormone},       {"LOINC:20568-2", &kHormone},       {"LOINC:21198-7", &kHormone},
      {"LOINC:15061-5", &kHormone},
  };
  return analytes;
}

constexpr size_t kSecond = 1;
constexpr size_t kGram = 2;
constexpr size_t kMole = 7;

bool Dimensionless(const Unit& unit) {
  return unit.dimension == Unit{}.dimension && unit.arbitrary.empty() && unit.offset == 0;
}
bool IsPercent(const Unit& unit) { return Dimensionless(unit) && std::abs(unit.factor - 0.01) < 1e-12; }
bool IsShareOfMoles(const Unit& unit) { return unit.arbitrary == kShareOfMoles; }

constexpr long double kPerThousand = 0.001L;

// Of haemoglobin A1c: % after NGSP, and shares of moles after IFCC.
double NgspOfIfcc(double value, const Unit& ifcc) {
  return ShortDecimal(0.09148L * value * ifcc.factor / kPerThousand + 2.152L);
}
double IfccOfNgsp(double percent, const Unit& ifcc) {
  return ShortDecimal((percent - 2.152L) / 0.09148L * kPerThousand / ifcc.factor);
}

// Whether `mass` is a mass where `amount` is an amount of substance, and else the same.
bool MassForAmount(const Unit& mass, const Unit& amount) {
  auto dimension = mass.dimension;
  --dimension[kGram];
  ++dimension[kMole];
  return dimension == amount.dimension && mass.arbitrary == amount.arbitrary && mass.dimension[kGram] == 1;
}

// value * times / by, as the decimal that it is: 4.9 mmol/L of cholesterol are 189.4585 mg/dL.
double Ratio(double value, long double times, long double by) {
  return ShortDecimal(static_cast<long double>(value) * times / by);
}

constexpr size_t kArbitrary = 8;  // of dimension

// [iU] taken for U; others as they are.
Unit WithoutInternational(const Unit& unit) {
  const int power = unit.dimension[kArbitrary];
  if (unit.arbitrary != "[iU]" || (power != 1 && power != -1)) return unit;
  constexpr double kUnitFactor = 1e-6 / 60;  // mol/s
  Unit plain = unit;
  plain.factor = power == 1 ? unit.factor * kUnitFactor : unit.factor / kUnitFactor;
  plain.dimension[kArbitrary] = 0;
  plain.dimension[kMole] = static_cast<int8_t>(plain.dimension[kMole] + power);
  plain.dimension[kSecond] = static_cast<int8_t>(plain.dimension[kSecond] - power);
  plain.arbitrary.clear();
  return plain;
}

// Equivalents of an ion of this charge as its amount.
Unit WithoutEquivalents(const Unit& unit, int charge) {
  const int power = unit.dimension[kArbitrary];
  if (unit.arbitrary != "eq" || (power != 1 && power != -1)) return unit;
  Unit plain = unit;
  plain.factor = power == 1 ? unit.factor / charge : unit.factor * charge;
  plain.dimension[kArbitrary] = 0;
  plain.dimension[kMole] = static_cast<int8_t>(plain.dimension[kMole] + power);
  plain.arbitrary.clear();
  return plain;
}

}  // namespace

const Analyte* FindAnalyte(std::string_view code) {
  const auto found = Analytes().find(code);
  return found == Analytes().end() ? nullptr : found->second;
}

absl::StatusOr<double> ConvertOf(const Analyte* analyte, double value, const Unit& from, const Unit& to) {
  if (analyte != nullptr && analyte->charge > 0 && from.arbitrary != to.arbitrary) {
    const Unit plain_from = WithoutEquivalents(from, analyte->charge);
    const Unit plain_to = WithoutEquivalents(to, analyte->charge);
    // Once both are plain, this does not come here again.
    if (plain_from.arbitrary == plain_to.arbitrary) return ConvertOf(analyte, value, plain_from, plain_to);
  }
  if (analyte != nullptr && analyte->glycated) {
    if (IsPercent(from) && IsShareOfMoles(to)) return IfccOfNgsp(value, to);
    if (IsShareOfMoles(from) && IsPercent(to)) return NgspOfIfcc(value, from);
  }
  if (analyte != nullptr && analyte->molar_mass > 0) {
    if (MassForAmount(from, to))
      return Ratio(value, from.factor, static_cast<long double>(analyte->molar_mass) * to.factor);
    if (MassForAmount(to, from))
      return Ratio(value, static_cast<long double>(from.factor) * analyte->molar_mass, to.factor);
  }
  if (analyte != nullptr && analyte->international && from.arbitrary != to.arbitrary) {
    return Convert(value, WithoutInternational(from), WithoutInternational(to));
  }
  return Convert(value, from, to);
}

}  // namespace muster::model
