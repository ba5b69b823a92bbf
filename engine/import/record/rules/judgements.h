// What codes, labels and member names assert; each text is judged once.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_JUDGEMENTS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_JUDGEMENTS_H_

#include <string>
#include <string_view>

#include "engine/import/input/memo.h"
#include "engine/import/mapping/words.h"
#include "engine/import/record/rules/certainty_word.h"
#include "engine/import/record/rules/sample_class.h"
#include "engine/import/record/rules/status_key.h"
#include "engine/model/codes/labels/label_words.h"

namespace muster::import {

/// What a code and its label say where a disease, a feature, a treatment or the like stands.
struct Denial {
  // Whether a code or label says that there was nothing, by the kind of field it is in.
  bool no_disease = false;
  bool no_feature = false;
  bool no_action = false;
  bool no_exposure = false;
  bool lacks_zeros = false;     ///< model::LacksZerosOfDiagnosis
  bool icd9_v = false;          ///< model::LooksLikeIcd9V
  bool icd9_e = false;          ///< model::LooksLikeIcd9E
  bool not_taken = false;       ///< SaysNotTaken, of an action
  bool drug_not_taken = false;  ///< SaysNotTaken, of a drug
  bool pending = false;         ///< a text in place of a code, IsTextOfNotTaken
  bool may_be_control = false;  ///< the same, model::MayBeTextOfControl
  bool may_be_none = false;     ///< the same, MayBeTextOfNone
  model::LabelAssertion assertion =
      model::LabelAssertion::kNothing;  ///< that it was not there, is not certain, or another's
};

/// The judgements of rules/ on texts that come again and again in the rows of an import.
class Judgements {
 public:
  /// `rules` must outlive this.
  explicit Judgements(const WordRules& rules) : rules_(rules) {}

  Denial DenialBy(std::string_view id, std::string_view label);
  /// AssertionKindOf.
  AssertionKind AssertionKindBy(std::string_view key);
  /// StatusKeyOf
  StatusKey StatusKeyBy(std::string_view key);
  /// What the id or label of a modifier or severity asserts; most assert nothing.
  Assertion AssertionOfModifier(std::string_view text);
  /// What a sample's material, progression, diagnosis or grade says (SampleClassOf).
  SampleClass SampleClassBy(std::string_view id, std::string_view label, bool is_class);

 private:
  // What is known of a code without its label.
  struct OfCode {
    bool no_disease = false;
    bool no_exposure = false;
    bool name_of_none = false;  // a name in place of a code, which begins with a no
    bool lacks_zeros = false;
    bool icd9_v = false;
    bool icd9_e = false;
    model::LabelAssertion assertion = model::LabelAssertion::kNothing;  // a text around it, or in its place
  };
  OfCode CodeBy(std::string_view id);
  Denial FindDenial(std::string_view id, std::string_view label);

  const WordRules& rules_;
  Memo<OfCode> codes_;
  MemoOfTwo<Denial> denials_;
  Memo<AssertionKind> assertion_kinds_;
  Memo<StatusKey> status_keys_;
  Memo<Assertion> modifiers_;
  MemoOfTwo<SampleClass> classes_;
  MemoOfTwo<SampleClass> texts_;  // texts in place of a class
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_JUDGEMENTS_H_
