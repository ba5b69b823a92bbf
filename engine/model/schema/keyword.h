// Keywords: words of small vocabularies.
#ifndef MUSTER_ENGINE_MODEL_SCHEMA_KEYWORD_H_
#define MUSTER_ENGINE_MODEL_SCHEMA_KEYWORD_H_

#include <string>
#include <string_view>

#include "engine/model/schema/schema.h"

namespace muster::model {

/// The form in which a keyword is stored and matched: lower case (ASCII), accents in one form (Composed), blanks at the
/// ends gone.
std::string NormalizeKeyword(std::string_view word);

/// True for a field that holds ids of persons or families: these are compared unchanged, in their case.
bool IsId(FieldId field);
/// The form in which a word of the field is stored and matched.
std::string NormalizeWord(FieldId field, std::string_view word);

/// Whether words of the field that differ in what separates their parts are one: "secondary_use" and "secondary use".
/// Of ids and of the names of datasets and cohorts they are two.
bool IgnoresSeparators(FieldId field);
/// `word` with a blank for each '_' and '-'.
std::string WithBlanks(std::string word);
/// Whether two normalised words are one but for blanks, '_' and '-', which stand for each other.
bool AreOneButForSeparators(std::string_view a, std::string_view b);
/// Whether normalised `longer` goes on after `word`: "illumina novaseq", "vcf.gz", "vcf4.2" and "grch38dh" do,
/// "alphabet" does not begin with the word alpha, and 10 not with 1.
bool GoesOnAfter(std::string_view word, std::string_view longer);

/// Whether `word`, in place of the id of a person or family, says that there is none: everybody whose id is "unknown"
/// would be one person.
bool IsAbsentId(FieldId field, std::string_view word);

}  // namespace muster::model

#endif  // MUSTER_ENGINE_MODEL_SCHEMA_KEYWORD_H_
