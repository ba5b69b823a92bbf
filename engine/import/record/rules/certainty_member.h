// Members whose values say whether a record is certain, and about whom it is: "excluded", "verificationStatus",
// "subject".
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_CERTAINTY_MEMBER_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_CERTAINTY_MEMBER_H_

#include <string_view>

namespace muster::import {

/// What such a member asserts something about; docs/data-model.md#polarity lists the names.
enum class AssertionKind {
  kNone,
  kExclusion,  ///< yes: it was not there
  kPresence,   ///< yes: it was there
  kStatus,     ///< a word says whether it was there
  kCertainty,  ///< a word says how certain it is
  kQualifier,  ///< the same, or how it looks
  kTime,       ///< a word says when: "recent", "historical"
  kDoubt,      ///< yes: it is uncertain, past or an error
  kPerson,     ///< the person that it is about
  kModifiers,  ///< codes and labels beside it, most of which do not concern its certainty
};

/// What the member `key` of a feature or disease asserts something about. Ignores case, underscores and hyphens.
AssertionKind AssertionKindOf(std::string_view key);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_CERTAINTY_MEMBER_H_
