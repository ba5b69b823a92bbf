// The first word of a column that denies, and what it says.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_CODED_WORD_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_CODED_WORD_H_

#include <string>
#include <string_view>

namespace muster::import {

/// The first word of a column that denies by a code.
struct CodedDenial {
  enum class Kind {
    kNothing,
    kExcluded,   ///< it is not certain, was not there, or does not count
    kRelative,   ///< it is about a relative
    kReplaced,   ///< the row was deleted or replaced
    kDerived,    ///< the row follows from others
    kBehaviour,  ///< it is of a tumour that is not malignant, or a metastasis
  };
  Kind kind = Kind::kNothing;
  std::string word;
  std::string_view meaning;  ///< "cancelled"
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_CODED_WORD_H_
