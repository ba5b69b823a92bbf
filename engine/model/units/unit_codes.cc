// Codes of UO, and spellings, that stand for UCUM units.
#include "containers/hash_table.h"
#include "engine/model/units/unit_atoms.h"

namespace muster::model {

std::string_view UcumOfCode(std::string_view code) {
  static const auto& units = *new HashMap<std::string_view, std::string_view>{
      {"UO:0000008", "m"},          {"UO:0000009", "kg"},          {"UO:0000010", "s"},
      {"UO:0000012", "K"},          {"UO:0000013", "mol"},         {"UO:0000015", "cm"},
      {"UO:0000016", "mm"},         {"UO:0000017", "um"},          {"UO:0000018", "nm"},
      {"UO:0000021", "g"},          {"UO:0000022", "mg"},          {"UO:0000023", "ug"},
      {"UO:0000024", "ng"},         {"UO:0000025", "pg"},          {"UO:0000026", "fg"},
      {"UO:0000027", "Cel"},        {"UO:0000028", "ms"},          {"UO:0000031", "min"},
      {"UO:0000032", "h"},          {"UO:0000033", "d"},           {"UO:0000034", "wk"},
      {"UO:0000035", "mo"},         {"UO:0000036", "a"},           {"UO:0000039", "umol"},
      {"UO:0000040", "mmol"},       {"UO:0000041", "nmol"},        {"UO:0000042", "pmol"},
      {"UO:0000043", "fmol"},       {"UO:0000062", "mol/L"},       {"UO:0000063", "mmol/L"},
      {"UO:0000064", "umol/L"},     {"UO:0000065", "nmol/L"},      {"UO:0000066", "pmol/L"},
      {"UO:0000073", "fmol/L"},     {"UO:0000080", "m2"},          {"UO:0000081", "cm2"},
      {"UO:0000082", "mm2"},        {"UO:0000083", "kg/m3"},       {"UO:0000084", "g/cm3"},
      {"UO:0000086", "kg/m2"},      {"UO:0000088", "g/mol"},       {"UO:0000096", "m3"},
      {"UO:0000097", "cm3"},        {"UO:0000098", "mL"},          {"UO:0000099", "L"},
      {"UO:0000101", "uL"},         {"UO:0000102", "nL"},          {"UO:0000103", "pL"},
      {"UO:0000104", "fL"},         {"UO:0000106", "Hz"},          {"UO:0000110", "Pa"},
      {"UO:0000112", "J"},          {"UO:0000114", "W"},           {"UO:0000120", "kat"},
      {"UO:0000132", "Bq"},         {"UO:0000133", "Ci"},          {"UO:0000134", "Gy"},
      {"UO:0000137", "Sv"},         {"UO:0000138", "mSv"},         {"UO:0000142", "mGy"},
      {"UO:0000167", "%"},          {"UO:0000168", "[ppth]"},      {"UO:0000169", "[ppm]"},
      {"UO:0000170", "[ppb]"},      {"UO:0000173", "g/mL"},        {"UO:0000174", "kg/L"},
      {"UO:0000175", "g/L"},        {"UO:0000176", "mg/mL"},       {"UO:0000178", "U/mL"},
      {"UO:0000179", "U/L"},        {"UO:0000181", "U"},           {"UO:0000185", "deg"},
      {"UO:0000186", "1"},          {"UO:0000187", "%"},           {"UO:0000189", "{count}"},
      {"UO:0000190", "{ratio}"},    {"UO:0000191", "{fraction}"},  {"UO:0000195", "[degF]"},
      {"UO:0000196", "[pH]"},       {"UO:0000198", "mL/kg"},       {"UO:0000201", "{cells}/mL"},
      {"UO:0000207", "mL/L"},       {"UO:0000208", "g/dL"},        {"UO:0000209", "dL"},
      {"UO:0000221", "u"},          {"UO:0000222", "ku"},          {"UO:0000271", "uL/min"},
      {"UO:0000272", "mm[Hg]"},     {"UO:0000273", "mg/L"},        {"UO:0000274", "ug/mL"},
      {"UO:0000275", "ng/mL"},      {"UO:0000279", "mU/mL"},       {"UO:0000301", "ug/L"},
      {"UO:0000308", "mg/kg"},      {"UO:0000309", "mg/m2"},       {"UO:0000311", "mg/kg/d"},
      {"UO:0000316", "{cells}/uL"}, {"UO:0010003", "umol/L"},      {"UO:0010004", "umol/kg"},
      {"UO:0010011", "[in_i]"},     {"UO:0010013", "[ft_i]"},      {"UO:0010033", "[oz_av]"},
      {"UO:0010034", "[lb_av]"},    {"UO:0010051", "kcal"},        {"UO:0010052", "[psi]"},
      {"UO:0010055", "cGy"},        {"UO:0010066", "km"},          {"UO:0010067", "mg/dL"},
      {"UO:0010068", "ug/dL"},      {"UO:0010069", "bar"},         {"UO:0010070", "pg/mL"},
      {"UO:0010073", "{cells}"},    {"UO:0010074", "{beats}/min"}, {"UO:0010076", "{breaths}/min"},
  };
  const auto found = units.find(code);
  return found == units.end() ? UcumOfNcit(code) : found->second;
}

std::string_view UcumOfSpelling(std::string_view spelling) {
  static const auto& units = *new HashMap<std::string_view, std::string_view>{
      {"cmH2O", "cm[H2O]"}, {"mmH2O", "mm[H2O]"},     {"mmhg", "mm[Hg]"},    {"cmHg", "cm[Hg]"},
      {"cmhg", "cm[Hg]"},   {"cmh2o", "cm[H2O]"},     {"degC", "Cel"},       {"celsius", "Cel"},
      {"degF", "[degF]"},   {"fahrenheit", "[degF]"}, {"in", "[in_i]"},      {"ft", "[ft_i]"},
      {"pH", "[pH]"},       {"mOsmol/kg", "mosm/kg"}, {"diopter", "[diop]"}, {"diopters", "[diop]"},
  };
  const auto found = units.find(spelling);
  return found == units.end() ? std::string_view() : found->second;
}

}  // namespace muster::model
