#include "engine/import/record/rules/judgements.h"

#include "engine/import/record/rules/label_of_plan.h"
#include "engine/model/codes/icd_code.h"
#include "engine/model/codes/labels/no_disease.h"
#include "engine/model/record/dictionary.h"
#include "engine/model/text/composed.h"

namespace muster::import {

Judgements::OfCode Judgements::CodeBy(std::string_view id) {
  return codes_.Of(id, [&] {
    const std::string code = model::NormalizeCode(id);
    // A text in place of a code, as "ICD10:no diagnosis".
    const std::string_view text = std::string_view(id).substr(id.find(':') + 1);
    // "LOCAL:0" may be a code like others.
    const bool past = model::AssertionOfLabel(text, /*is_known=*/false) == model::LabelAssertion::kPast;
    const bool none = !past && model::IsTextOfNone(text) && (text != "0" || text.size() == id.size());
    return OfCode{model::SaysNoDisease(code, {}) || none,
                  model::SaysNoExposure(code),
                  text.find(' ') != text.npos && model::SaysNoDisease(text),
                  model::LacksZerosOfDiagnosis(code),
                  model::LooksLikeIcd9V(code),
                  model::LooksLikeIcd9E(code),
                  past                      ? model::LabelAssertion::kPast
                  : id.find(':') == id.npos ? model::AssertionOfCodeLabel(id, id)
                                            : model::AssertionAroundCode(id)};
  });
}

Denial Judgements::FindDenial(std::string_view id, std::string_view label) {
  std::string id_in_one_form, label_in_one_form;
  if (model::IsComposedOtherwise(id, id_in_one_form)) id = id_in_one_form;
  if (model::IsComposedOtherwise(label, label_in_one_form)) label = label_in_one_form;
  const OfCode code = CodeBy(id);
  const bool none = code.no_disease || code.name_of_none;
  Denial denial;
  // A name may stand in place of a code, also behind the prefix of a column.
  const std::string_view text = label.empty() ? id.substr(id.find(':') + 1) : std::string_view();
  const std::string_view name = label.empty() ? text : label;
  denial.no_disease = none || model::SaysNoDisease(label) || model::IsTextOfControl(text);
  denial.no_feature = code.no_disease;  // features are called "No social interaction"
  denial.no_action = none || model::SaysNone(name);
  denial.no_exposure = none || code.no_exposure || model::SaysNoExposureByLabel(name);
  denial.lacks_zeros = code.lacks_zeros;
  denial.icd9_v = code.icd9_v;
  denial.icd9_e = code.icd9_e;
  denial.pending = IsTextOfNotTaken(text);
  denial.may_be_control = model::MayBeTextOfControl(text);
  denial.may_be_none = MayBeTextOfNone(text);
  denial.not_taken = denial.pending || SaysNotTaken(name, /*is_drug=*/false);
  denial.drug_not_taken = denial.not_taken || SaysNotTaken(name, /*is_drug=*/true);
  denial.assertion = code.assertion;
  if (denial.assertion == model::LabelAssertion::kNothing && !label.empty()) {
    denial.assertion = model::AssertionOfCodeLabel(model::NormalizeCode(id), label);
  }
  return denial;
}

Denial Judgements::DenialBy(std::string_view id, std::string_view label) {
  return denials_.Of(id, label, [&] { return FindDenial(id, label); });
}

AssertionKind Judgements::AssertionKindBy(std::string_view key) {
  return assertion_kinds_.Of(key, [&] { return AssertionKindOf(key); });
}

StatusKey Judgements::StatusKeyBy(std::string_view key) {
  return status_keys_.Of(key, [&] { return StatusKeyOf(key); });
}

Assertion Judgements::AssertionOfModifier(std::string_view text) {
  return modifiers_.Of(text, [&] {
    // However the prefix is written, the number is there; no code that says something is of another system.
    const bool may_be_code = text.find("SNOMED") != text.npos || text.find("SCT") != text.npos ||
                             text.find("snomed") != text.npos || text.find("0040285") != text.npos;
    const Assertion code = may_be_code ? AssertionOfCode(model::NormalizeCode(text)) : Assertion::kUnclear;
    if (code != Assertion::kUnclear) return code == Assertion::kObserved ? Assertion::kNothing : code;
    return AssertionOfWord(AssertionKind::kModifiers, {}, text);
  });
}

SampleClass Judgements::SampleClassBy(std::string_view id, std::string_view label, bool is_class) {
  return (is_class ? classes_ : texts_).Of(id, label, [&] { return SampleClassOf(rules_, id, label, is_class); });
}

}  // namespace muster::import
