#include "engine/model/units/human_range.h"

#include <algorithm>
#include <iterator>

#include "absl/status/statusor.h"
#include "engine/model/units/analyte.h"
#include "engine/model/units/units.h"

namespace muster::model {
namespace {

struct Known {
  std::string_view assay;
  double low;
  double high;
  std::string_view unit;        // in UCUM
  bool some_are_below = false;  // HumanRange::some_are_below
};

// Wide enough for nearly everybody who is alive, also in intensive care, born too early, on dialysis or with leukaemia;
// and narrow enough that the other unit in use lies outside: 98 mmol/L of glucose, 135 g/dL of haemoglobin, a height of
// 1.7 cm, a temperature of 98.6 Cel, an oxygen saturation of 0.97 %. The low ends of lipids, say, must be where mmol/L
// can be told from mg/dL, and there are people below: without apolipoproteins, xanthine oxidase or albumin.
constexpr Known kKnown[] = {
    {"LOINC:2345-7", 18, 1400, "mg/dL", true},  // glucose
    {"LOINC:2339-0", 18, 1400, "mg/dL", true},
    {"LOINC:1558-6", 18, 1400, "mg/dL", true},
    {"LOINC:14749-6", 18, 1400, "mg/dL", true},
    {"LOINC:15074-8", 18, 1400, "mg/dL", true},
    {"LOINC:2160-0", 0.05, 40, "mg/dL", true},  // creatinine
    {"LOINC:14682-9", 0.05, 40, "mg/dL", true},
    {"LOINC:2093-3", 20, 2500, "mg/dL", true},  // cholesterol
    {"LOINC:14647-2", 20, 2500, "mg/dL", true},
    {"LOINC:2089-1", 5, 1500, "mg/dL", true},  // of LDL
    {"LOINC:13457-7", 5, 1500, "mg/dL", true},
    {"LOINC:18262-6", 5, 1500, "mg/dL", true},
    {"LOINC:22748-8", 5, 1500, "mg/dL", true},
    {"LOINC:2085-9", 3, 300, "mg/dL", true},  // of HDL
    {"LOINC:14646-4", 3, 300, "mg/dL", true},
    {"LOINC:2571-8", 5, 15000, "mg/dL", true},  // triglycerides
    {"LOINC:14927-8", 5, 15000, "mg/dL", true},
    {"LOINC:3084-1", 0.15, 60, "mg/dL", true},  // urate
    {"LOINC:14933-6", 0.15, 60, "mg/dL", true},
    {"LOINC:17861-6", 3.2, 30, "mg/dL"},  // calcium
    {"LOINC:2000-8", 3.2, 30, "mg/dL"},
    {"LOINC:2951-2", 80, 220, "mmol/L"},  // sodium
    {"LOINC:2947-0", 80, 220, "mmol/L"},
    {"LOINC:2823-3", 0.8, 20, "mmol/L"},  // potassium
    {"LOINC:6298-4", 0.8, 20, "mmol/L"},
    {"LOINC:2075-0", 40, 200, "mmol/L"},   // chloride
    {"LOINC:718-7", 2, 28, "g/dL", true},  // haemoglobin
    {"LOINC:20509-6", 2, 28, "g/dL", true},
    {"LOINC:4544-3", 2, 85, "%"},  // haematocrit
    {"LOINC:20570-8", 2, 85, "%"},
    {"LOINC:789-8", 0.4, 12, "10*12/L"},  // red cells
    {"LOINC:6690-2", 0, 1500, "10*9/L"},  // white cells
    {"LOINC:26464-8", 0, 1500, "10*9/L"},
    {"LOINC:777-3", 0, 6000, "10*9/L"},  // platelets
    {"LOINC:26515-7", 0, 6000, "10*9/L"},
    {"LOINC:787-2", 30, 200, "fL"},                 // mean volume of red cells
    {"LOINC:1751-7", 0.5, 9, "g/dL", true},         // albumin
    {"LOINC:2885-2", 1.2, 25, "g/dL"},              // protein
    {"LOINC:33914-3", 0, 400, "mL/min/{1.73_m2}"},  // glomerular filtration
    {"LOINC:62238-1", 0, 400, "mL/min/{1.73_m2}"},
    {"LOINC:98979-8", 0, 400, "mL/min/{1.73_m2}"},
    {"LOINC:8302-2", 15, 280, "cm"},  // height
    {"LOINC:3137-7", 15, 280, "cm"},
    {"LOINC:29463-7", 0.2, 700, "kg"},  // weight
    {"LOINC:3141-9", 0.2, 700, "kg"},
    {"LOINC:39156-5", 5, 250, "kg/m2"},  // body mass index
    {"LOINC:8310-5", 10, 48, "Cel"},     // temperature
    {"LOINC:8331-1", 10, 48, "Cel"},
    {"LOINC:8867-4", 0, 500, "/min"},    // heart rate
    {"LOINC:9279-1", 0, 200, "/min"},    // breaths
    {"LOINC:8480-6", 0, 400, "mm[Hg]"},  // systolic pressure
    {"LOINC:8462-4", 0, 300, "mm[Hg]"},  // diastolic
    {"LOINC:59408-5", 2, 105, "%"},      // oxygen saturation
    {"LOINC:2708-6", 2, 105, "%"},
    {"LOINC:10230-1", 2, 100, "%"},  // ejection fraction
};

// Haemoglobin A1c, by whatever code.
constexpr Known kGlycated = {"", 3, 25, "%"};

const Known* Find(std::string_view assay, const Analyte* analyte) {
  if (analyte != nullptr && analyte->glycated) return &kGlycated;
  const Known* found =
      std::find_if(std::begin(kKnown), std::end(kKnown), [&](const Known& known) { return known.assay == assay; });
  return found == std::end(kKnown) ? nullptr : found;
}

}  // namespace

std::optional<HumanRange> HumanRangeOf(std::string_view assay, std::string_view unit) {
  const Analyte* analyte = FindAnalyte(assay);
  const Known* known = Find(assay, analyte);
  if (known == nullptr || unit.empty()) return std::nullopt;
  const absl::StatusOr<Unit> from = ParseUnit(known->unit);
  const absl::StatusOr<Unit> to = ParseUnit(unit);
  if (!from.ok() || !to.ok()) return std::nullopt;
  const absl::StatusOr<double> low = ConvertOf(analyte, known->low, *from, *to);
  const absl::StatusOr<double> high = ConvertOf(analyte, known->high, *from, *to);
  if (!low.ok() || !high.ok()) return std::nullopt;
  return HumanRange{*low, *high, UnitLabel(unit), known->some_are_below};
}

}  // namespace muster::model
