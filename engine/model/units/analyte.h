// What is measured, where that says how its units convert: mass to amount of substance, HbA1c in % to mmol/mol.
#ifndef MUSTER_ENGINE_MODEL_UNITS_ANALYTE_H_
#define MUSTER_ENGINE_MODEL_UNITS_ANALYTE_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "engine/model/units/units.h"

namespace muster::model {

struct Analyte {
  std::string_view name;
  double molar_mass = 0;       ///< g/mol
  bool glycated = false;       ///< haemoglobin A1c, whose two scales are related by an equation
  bool international = false;  ///< an enzyme or hormone, for which U and [iU] are the same
  int charge = 0;              ///< of an ion: how many equivalents a mole has; 0: not known
};

/// The analyte of an assay's code; null if it has no conversions of its own.
const Analyte* FindAnalyte(std::string_view code);

/// Convert, of `analyte` (null: of anything). Mass concentrations become amounts by the molar mass, and back, and
/// equivalents of an ion by its charge. HbA1c in % (NGSP) becomes mmol/mol (IFCC), and back, by
/// NGSP = 0.09148 IFCC + 2.152 (Weykamp et al., doi:10.1373/clinchem.2008.107391); of anything else % and mmol/mol do
/// not convert.
absl::StatusOr<double> ConvertOf(const Analyte* analyte, double value, const Unit& from, const Unit& to);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_UNITS_ANALYTE_H_
