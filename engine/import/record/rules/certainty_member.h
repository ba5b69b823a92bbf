// Members whose values say whether a record is certain, and of whom it is: "excluded", "verificationStatus", "subject".
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_CERTAINTY_MEMBER_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_CERTAINTY_MEMBER_H_

#include <string_view>

namespace muster::import {

/// Members of a record that tell such a thing; docs/data-model.md#polarity lists their names.
enum class Teller {
  kNone,
  kExclusion,  ///< a yes says that it was not there
  kPresence,   ///< a yes says that it was there
  kStatus,     ///< a word says which
  kCertainty,  ///< a word says how certain it is
  kQualifier,  ///< the same, or how it looks
  kTime,       ///< a word says when: "recent", "historical"
  kDoubt,      ///< a yes says that it is uncertain, past or an error
  kPerson,     ///< of whom it is
  kModifiers,  ///< codes and labels beside it, most of which say nothing of it
};

/// What the member `key` tells of features and diseases, in any case, with or without underscores and hyphens.
Teller TellerOf(std::string_view key);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_CERTAINTY_MEMBER_H_
