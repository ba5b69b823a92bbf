#include "engine/model/units/unit_atoms.h"

#include "containers/hash_table.h"

namespace muster::model {
namespace {

// Dimensions, in the order of metre, second, gram, radian, kelvin, coulomb, candela, mole.
constexpr Dimension kOne = {};
constexpr Dimension kLength = {1};
constexpr Dimension kArea = {2};
constexpr Dimension kVolume = {3};
constexpr Dimension kPerLength = {-1};
constexpr Dimension kTime = {0, 1};
constexpr Dimension kFrequency = {0, -1};
constexpr Dimension kMass = {0, 0, 1};
constexpr Dimension kAngle = {0, 0, 0, 1};
constexpr Dimension kSolidAngle = {0, 0, 0, 2};
constexpr Dimension kTemperature = {0, 0, 0, 0, 1};
constexpr Dimension kCharge = {0, 0, 0, 0, 0, 1};
constexpr Dimension kLight = {0, 0, 0, 0, 0, 0, 1};
constexpr Dimension kAmount = {0, 0, 0, 0, 0, 0, 0, 1};
constexpr Dimension kAmountPerTime = {0, -1, 0, 0, 0, 0, 0, 1};
constexpr Dimension kAmountPerVolume = {-3, 0, 0, 0, 0, 0, 0, 1};
constexpr Dimension kForce = {1, -2, 1};
constexpr Dimension kPressure = {-1, -2, 1};
constexpr Dimension kEnergy = {2, -2, 1};
constexpr Dimension kPower = {2, -3, 1};
constexpr Dimension kViscosity = {-1, -1, 1};
constexpr Dimension kDose = {2, -2};  // energy per mass
constexpr Dimension kCurrent = {0, -1, 0, 0, 0, 1};
constexpr Dimension kVoltage = {2, -2, 1, 0, 0, -1};
constexpr Dimension kCapacity = {-2, 2, -1, 0, 0, 2};
constexpr Dimension kResistance = {2, -1, 1, 0, 0, -2};
constexpr Dimension kConductance = {-2, 1, -1, 0, 0, 2};
constexpr Dimension kMagneticFlux = {2, -1, 1, 0, 0, -1};
constexpr Dimension kMagneticDensity = {0, -1, 1, 0, 0, -1};
constexpr Dimension kInductance = {2, 0, 1, 0, 0, -2};
constexpr Dimension kLightFlux = {0, 0, 0, 2, 0, 0, 1};
constexpr Dimension kIlluminance = {-2, 0, 0, 2, 0, 0, 1};
constexpr Dimension kExposure = {0, 0, -1, 0, 0, 1};
constexpr Dimension kKinematicViscosity = {2, -1};
constexpr Dimension kAcceleration = {1, -2};
constexpr Dimension kMetabolicRate = {3, -1, -1};  // volume per time and mass

constexpr long double kPi = 3.1415926535897932384626433832795L;
constexpr long double kMinute = 60, kHourSeconds = 3600, kDaySeconds = 86400;
constexpr long double kYearSeconds = 365.25L * kDaySeconds;
constexpr long double kLitre = 1e-3L;
constexpr long double kInch = 2.54e-2L;
constexpr long double kPound = 453.59237L;
constexpr long double kGallon = 231 * kInch * kInch * kInch;

constexpr UnitAtom Arbitrary(std::string_view symbol, bool metric = false, std::string_view canonical = {}) {
  return {symbol, metric, 1, kOne, 0, true, canonical};
}

// Values after UCUM 2.1, tables 2 to 23. In gram: a kilogram is 1000.
constexpr UnitAtom kAtoms[] = {
    // Base units and units derived from them.
    {"m", true, 1, kLength},
    {"s", true, 1, kTime},
    {"g", true, 1, kMass},
    {"rad", true, 1, kAngle},
    {"K", true, 1, kTemperature},
    {"C", true, 1, kCharge},
    {"cd", true, 1, kLight},
    {"mol", true, 1, kAmount},
    {"sr", true, 1, kSolidAngle},
    {"Hz", true, 1, kFrequency},
    {"N", true, 1e3L, kForce},
    {"Pa", true, 1e3L, kPressure},
    {"J", true, 1e3L, kEnergy},
    {"W", true, 1e3L, kPower},
    {"A", true, 1, kCurrent},
    {"V", true, 1e3L, kVoltage},
    {"F", true, 1e-3L, kCapacity},
    {"Ohm", true, 1e3L, kResistance},
    {"S", true, 1e-3L, kConductance},
    {"Wb", true, 1e3L, kMagneticFlux},
    {"T", true, 1e3L, kMagneticDensity},
    {"H", true, 1e3L, kInductance},
    {"lm", true, 1, kLightFlux},
    {"lx", true, 1, kIlluminance},
    {"Bq", true, 1, kFrequency},
    {"Gy", true, 1, kDose},
    {"Sv", true, 1, kDose},
    {"kat", true, 1, kAmountPerTime},
    {"U", true, 1e-6L / kMinute, kAmountPerTime},
    Arbitrary("eq", true),  // of charge: an amount where the ion is known
    {"osm", true, 1, kAmount},
    // Numbers.
    {"%", false, 1e-2L, kOne},
    {"[ppth]", false, 1e-3L, kOne},
    {"[ppm]", false, 1e-6L, kOne},
    {"[ppb]", false, 1e-9L, kOne},
    {"[pptr]", false, 1e-12L, kOne},
    {"[pi]", false, kPi, kOne},
    {"[HPF]", false, 1, kOne},
    {"[LPF]", false, 100, kOne},
    {"[hnsf'U]", false, 1, kOne},
    // Time. The month is a twelfth of the year of 365.25 days.
    {"min", false, kMinute, kTime},
    {"h", false, kHourSeconds, kTime},
    {"d", false, kDaySeconds, kTime},
    {"wk", false, 7 * kDaySeconds, kTime},
    {"mo", false, kYearSeconds / 12, kTime},
    {"mo_j", false, kYearSeconds / 12, kTime},
    {"mo_g", false, 365.2425L * kDaySeconds / 12, kTime},
    {"mo_s", false, 29.53059L * kDaySeconds, kTime},
    {"a", false, kYearSeconds, kTime},
    {"a_j", false, kYearSeconds, kTime},
    {"a_g", false, 365.2425L * kDaySeconds, kTime},
    {"a_t", false, 365.24219L * kDaySeconds, kTime},
    // Volume, area, mass, angle.
    {"l", true, kLitre, kVolume},
    {"L", true, kLitre, kVolume},
    {"ar", true, 100, kArea},
    {"t", true, 1e6L, kMass},
    {"u", true, 1.6605402e-24L, kMass},
    {"Ao", false, 1e-10L, kLength},
    {"deg", false, kPi / 180, kAngle},
    {"gon", false, kPi / 200, kAngle},
    {"'", false, kPi / 180 / 60, kAngle},
    {"''", false, kPi / 180 / 3600, kAngle},
    // Temperature.
    {"Cel", true, 1, kTemperature, 273.15L},
    {"[degF]", false, 5 / 9.0L, kTemperature, 459.67L * 5 / 9},
    {"[degR]", false, 5 / 9.0L, kTemperature},
    // Pressure, force, energy, light and radiation.
    {"bar", true, 1e8L, kPressure},
    {"atm", false, 101325e3L, kPressure},
    {"m[Hg]", true, 133322e3L, kPressure},
    {"m[H2O]", true, 9806.65e3L, kPressure},
    {"[psi]", false, kPound * 9.80665L / (kInch * kInch), kPressure},
    {"dyn", true, 1e-2L, kForce},
    {"gf", true, 9.80665L, kForce},
    {"[g]", true, 9.80665L, kAcceleration},
    {"erg", true, 1e-4L, kEnergy},
    {"eV", true, 1.60217733e-16L, kEnergy},
    {"cal", true, 4184, kEnergy},
    {"cal_th", true, 4184, kEnergy},
    {"cal_IT", true, 4186.8L, kEnergy},
    {"[Cal]", false, 4184e3L, kEnergy},
    {"[MET]", false, 3.5e-6L / kMinute / 1e3L, kMetabolicRate},
    {"P", true, 100, kViscosity},
    {"St", true, 1e-4L, kKinematicViscosity},
    {"Ci", true, 3.7e10L, kFrequency},
    {"R", true, 2.58e-7L, kExposure},
    {"RAD", true, 1e-2L, kDose},
    {"REM", true, 1e-2L, kDose},
    {"G", true, 1e-1L, kMagneticDensity},
    {"[diop]", false, 1, kPerLength},
    {"[S]", false, 1e-13L, kTime},
    {"[Ch]", false, 1e-3L / 3, kLength},
    {"[drp]", false, kLitre * 1e-3L / 20, kVolume},
    // Customary units of the United States and of Britain.
    {"[in_i]", false, kInch, kLength},
    {"[ft_i]", false, 12 * kInch, kLength},
    {"[yd_i]", false, 36 * kInch, kLength},
    {"[mi_i]", false, 63360 * kInch, kLength},
    {"[nmi_i]", false, 1852, kLength},
    {"[sin_i]", false, kInch* kInch, kArea},
    {"[gr]", false, kPound / 7000, kMass},
    {"[oz_av]", false, kPound / 16, kMass},
    {"[lb_av]", false, kPound, kMass},
    {"[stone_av]", false, 14 * kPound, kMass},
    {"[gal_us]", false, kGallon, kVolume},
    {"[qt_us]", false, kGallon / 4, kVolume},
    {"[pt_us]", false, kGallon / 8, kVolume},
    {"[cup_us]", false, kGallon / 16, kVolume},
    {"[foz_us]", false, kGallon / 128, kVolume},
    {"[tbs_us]", false, kGallon / 256, kVolume},
    {"[tsp_us]", false, kGallon / 768, kVolume},
    {"[cup_m]", false, 240e-3L * kLitre, kVolume},
    {"[foz_m]", false, 30e-3L * kLitre, kVolume},
    {"[tbs_m]", false, 15e-3L * kLitre, kVolume},
    {"[tsp_m]", false, 5e-3L * kLitre, kVolume},
    // Arbitrary units: defined by a procedure, convertible to nothing else.
    Arbitrary("[iU]", true),
    Arbitrary("[IU]", true, "[iU]"),
    Arbitrary("[arb'U]"),
    Arbitrary("[USP'U]"),
    Arbitrary("[GPL'U]"),
    Arbitrary("[MPL'U]"),
    Arbitrary("[APL'U]"),
    Arbitrary("[beth'U]"),
    Arbitrary("[anti'Xa'U]"),
    Arbitrary("[todd'U]"),
    Arbitrary("[dye'U]"),
    Arbitrary("[smgy'U]"),
    Arbitrary("[bdsk'U]"),
    Arbitrary("[ka'U]"),
    Arbitrary("[knk'U]"),
    Arbitrary("[mclg'U]"),
    Arbitrary("[tb'U]"),
    Arbitrary("[D'ag'U]"),
    Arbitrary("[AU]"),
    Arbitrary("[BAU]"),
    Arbitrary("[PNU]"),
    Arbitrary("[EU]"),
    Arbitrary("[ELU]"),
    Arbitrary("[FEU]"),
    Arbitrary("[Lf]", true),
    Arbitrary("[CFU]"),
    Arbitrary("[FFU]"),
    Arbitrary("[PFU]"),
    Arbitrary("[CCID_50]"),
    Arbitrary("[TCID_50]"),
    Arbitrary("[EID_50]"),
    Arbitrary("[p'diop]"),
    Arbitrary("[pH]"),
    // Not UCUM, but written: see docs/data-model.md.
    Arbitrary("IU", true, "[iU]"),
    Arbitrary("Eq", true, "eq"),
    {"Osm", true, 1, kAmount},
    {"M", true, 1 / kLitre, kAmountPerVolume},
    {"Da", true, 1.6605402e-24L, kMass},
    {"mcg", false, 1e-6L, kMass},
    {"mcL", false, 1e-6L * kLitre, kVolume},
    {"cc", false, 1e-3L * kLitre, kVolume},
    {"mmHg", false, 133322, kPressure},
    {"torr", false, 133322, kPressure},
    {"Torr", false, 133322, kPressure},
    {"ppm", false, 1e-6L, kOne},
    {"ppb", false, 1e-9L, kOne},
    {"percent", false, 1e-2L, kOne},
    {"pct", false, 1e-2L, kOne},
    {"cell", false, 1, kOne},
    {"cells", false, 1, kOne},
    {"copy", false, 1, kOne},
    {"copies", false, 1, kOne},
    {"count", false, 1, kOne},
    {"counts", false, 1, kOne},
    {"beat", false, 1, kOne},
    {"beats", false, 1, kOne},
    {"breath", false, 1, kOne},
    {"breaths", false, 1, kOne},
    {"bpm", false, 1 / kMinute, kFrequency},
    {"sec", false, 1, kTime},
    {"second", false, 1, kTime},
    {"seconds", false, 1, kTime},
    {"mins", false, kMinute, kTime},
    {"minute", false, kMinute, kTime},
    {"minutes", false, kMinute, kTime},
    {"hr", false, kHourSeconds, kTime},
    {"hrs", false, kHourSeconds, kTime},
    {"hour", false, kHourSeconds, kTime},
    {"hours", false, kHourSeconds, kTime},
    {"day", false, kDaySeconds, kTime},
    {"days", false, kDaySeconds, kTime},
    {"week", false, 7 * kDaySeconds, kTime},
    {"weeks", false, 7 * kDaySeconds, kTime},
    {"month", false, kYearSeconds / 12, kTime},
    {"months", false, kYearSeconds / 12, kTime},
    {"yr", false, kYearSeconds, kTime},
    {"yrs", false, kYearSeconds, kTime},
    {"year", false, kYearSeconds, kTime},
    {"years", false, kYearSeconds, kTime},
    {"degree", false, kPi / 180, kAngle},
    {"degrees", false, kPi / 180, kAngle},
    {"inch", false, kInch, kLength},
    {"inches", false, kInch, kLength},
    {"foot", false, 12 * kInch, kLength},
    {"feet", false, 12 * kInch, kLength},
    {"lb", false, kPound, kMass},
    {"lbs", false, kPound, kMass},
    {"pound", false, kPound, kMass},
    {"pounds", false, kPound, kMass},
    {"oz", false, kPound / 16, kMass},
};

}  // namespace

const UnitAtom* FindUnitAtom(std::string_view symbol) {
  static const auto& atoms = *[] {
    auto* map = new HashMap<std::string_view, const UnitAtom*>;
    for (const UnitAtom& atom : kAtoms) map->emplace(atom.symbol, &atom);
    return map;
  }();
  const auto found = atoms.find(symbol);
  return found == atoms.end() ? nullptr : found->second;
}

long double UnitPrefix(std::string_view symbol, size_t size) {
  struct Prefix {
    std::string_view letters;
    long double factor;
  };
  constexpr Prefix kPrefixes[] = {
      {"Y", 1e24L},  {"Z", 1e21L},  {"E", 1e18L}, {"P", 1e15L},    {"T", 1e12L},       {"G", 1e9L},
      {"M", 1e6L},   {"k", 1e3L},   {"h", 1e2L},  {"da", 1e1L},    {"d", 1e-1L},       {"c", 1e-2L},
      {"m", 1e-3L},  {"u", 1e-6L},  {"n", 1e-9L}, {"p", 1e-12L},   {"f", 1e-15L},      {"a", 1e-18L},
      {"z", 1e-21L}, {"y", 1e-24L}, {"Ki", 1024}, {"Mi", 1048576}, {"Gi", 1073741824}, {"Ti", 1099511627776},
  };
  for (const Prefix& prefix : kPrefixes) {
    if (prefix.letters == symbol.substr(0, size)) return prefix.factor;
  }
  return 0;
}

}  // namespace muster::model
