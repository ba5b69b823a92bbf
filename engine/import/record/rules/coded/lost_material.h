// Samples that are gone, wells without a sample, and material that could not be measured.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_LOST_MATERIAL_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_LOST_MATERIAL_H_

#include <span>
#include <string>
#include <string_view>

#include "engine/import/record/rules/coded/coded_word.h"

namespace muster::import {

/// Of samples that are gone. (Of people, teeth or cities such words may say something else.)
CodedDenial FindGoneSample(std::string_view name, std::span<const std::string> words);

/// Wells of a run that have no sample of a person, by a column that says what each is.
CodedDenial FindControlOfRun(std::string_view name, std::span<const std::string> words);

/// Results that were not measured, or of material that could hardly be, whatever the column is called.
CodedDenial FindSpoilt(std::string_view name, std::span<const std::string> words);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_LOST_MATERIAL_H_
