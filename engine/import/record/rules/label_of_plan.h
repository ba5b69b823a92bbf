// Labels of treatments, procedures and exposures that were only planned, or refused: "metformin declined".
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_LABEL_OF_PLAN_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_LABEL_OF_PLAN_H_

#include <string_view>

namespace muster::import {

/// Whether a label says so. `is_drug`: also that the person must not have it ("allergy to penicillin"), which is in the
/// names of some procedures.
bool SaysNotTaken(std::string_view label, bool is_drug);

/// Whether a text in place of the code of something says no more than that: "refused", "nicht durchgeführt".
bool IsTextOfNotTaken(std::string_view text);

/// Whether a text in place of a treatment or procedure may say that there was none: "placebo", "watch and wait", "OP
/// geplant".
bool MayBeTextOfNone(std::string_view text);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_LABEL_OF_PLAN_H_
