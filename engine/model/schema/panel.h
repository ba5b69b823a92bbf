// The components of one panel: blood pressure is one measurement with a systolic and a diastolic value. Each component
// is a row of its own, with the panel's code as assay; the number of its place says which rows are of one panel.
#ifndef MUSTER_ENGINE_MODEL_SCHEMA_PANEL_H_
#define MUSTER_ENGINE_MODEL_SCHEMA_PANEL_H_

#include "engine/model/schema/schema.h"

namespace muster::model {

/// Whether the components of one panel have a value each of the field of measurements.
constexpr bool DiffersWithinPanel(FieldId id) {
  using namespace field;
  return id == kMeasurementValue || id == kMeasurementUnit || id == kMeasurementCode || id == kMeasurementLow ||
         id == kMeasurementHigh || id == kMeasurementComponent || id == kMeasurementPart;
}

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_SCHEMA_PANEL_H_
