// Codes by which standards say that a row does not count, and words that say so beside rows of one kind: X of HL7's
// status of results, FAMHX of i2b2's modifiers, FTH of HL7's roles, "lost" of a sample.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_DENIAL_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_DENIAL_H_

#include <span>
#include <string>
#include <string_view>

namespace muster::import {

/// What rows of a table are, beside which a column stands.
struct RowsBeside {
  bool polar = false;  ///< features, diseases, treatments and the like
  bool measurements = false;
  bool samples = false;
  bool diseases = false;
};

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

/// Of a column of this name, `words` being all its different cells. A letter is looked at only where the name and the
/// other letters tell whose it is: P may be anything.
CodedDenial FindCodedDenial(std::string_view name, std::span<const std::string> words, RowsBeside beside);

/// Whether a column of this name may have the status of results: "ResultStatus", "OBX-11", "status".
bool IsNameOfResultStatus(std::string_view name);

/// Whether a column or member of this name may have the behaviour of a tumour: "behaviour", "icdo3_behavior",
/// "Dignität". Its values tell.
bool IsNameOfBehaviour(std::string_view name);

/// Whether `word`, in a column or member of such a name, is the behaviour of a tumour and not a person's: it is neither
/// 0 nor 1, or the name says that it is about tumours ("icdo3_behavior", "Dignität").
bool TellsBehaviour(std::string_view name, std::string_view word);

/// Whether a column of this name asks whose a row is: "relationship", "Verwandtschaft", "subject"; but not "informant".
bool AsksWhose(std::string_view name);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_CODED_DENIAL_H_
