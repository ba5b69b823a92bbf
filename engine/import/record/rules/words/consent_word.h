// What a word says of a consent, wherever it stands.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_RULES_WORDS_CONSENT_WORD_H_
#define MUSTER_ENGINE_IMPORT_RECORD_RULES_WORDS_CONSENT_WORD_H_

#include <string_view>

namespace muster::import {

/// "signed", "opted in", "otorgado": a word of the status granted.
bool GrantsConsent(std::string_view text);
/// "revoked", "declined", "zurückgezogen": one of the status refused or withdrawn, or a plain no.
bool RefusesConsent(std::string_view text);

/// Whether a member or a column of this name tells of the end of a consent: "withdrawn_on", "valid_until".
bool IsNameOfEndOfConsent(std::string_view name);

/// Words of a refusal where nothing else says that it is about a consent: "revoked", "Widerruf", "noConsent". A bare
/// "no" or "denied" may answer anything.
bool IsWordOfWithdrawal(std::string_view word);
/// Such a word that names what was refused: "consent withdrawn", "opted out".
bool NamesRefusedConsent(std::string_view word);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_RULES_WORDS_CONSENT_WORD_H_
