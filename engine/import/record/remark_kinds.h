// Kinds of remarks that several readers make. One that a single source makes stands beside its code.
#ifndef MUSTER_ENGINE_IMPORT_RECORD_REMARK_KINDS_H_
#define MUSTER_ENGINE_IMPORT_RECORD_REMARK_KINDS_H_

#include "engine/import/record/remarks.h"

namespace muster::import {

// ---- Values that are not of the form that their place wants ----

inline constexpr RemarkKind kNoObject{ImportProblem::Kind::kKeptOnly, "an object should stand here",
                                      "write the object that the standard has here; the JSON pointer says where it is"};
inline constexpr RemarkKind kNoArray{ImportProblem::Kind::kKeptOnly, "an array should stand here",
                                     "write the values as [ ... ]; the JSON pointer says where"};
inline constexpr RemarkKind kNoClass{
    ImportProblem::Kind::kKeptOnly, "an ontology class {\"id\", \"label\"} should stand here",
    "write a code as {\"id\": \"HP:0001250\", \"label\": \"Seizure\"}; a text with a colon is taken as a code as well"};
inline constexpr RemarkKind kNoClassId{ImportProblem::Kind::kKeptOnly, "the class has no id",
                                       "give it the code of its label: queries go by codes"};
inline constexpr RemarkKind kLongCode{ImportProblem::Kind::kKeptOnly, "the code is too long",
                                      "a code has 1,024 bytes at most: see whether another column got there"};
inline constexpr RemarkKind kNoNumber{
    ImportProblem::Kind::kKeptOnly, "a finite number should stand here",
    "write a number with a decimal point and without thousands, such as 1234.5, and units in their own member; texts "
    "of a table's column get a meaning by its \"values\" or \"missing\""};
inline constexpr RemarkKind kLongText{ImportProblem::Kind::kKeptOnly, "the text is too long",
                                      "texts that are searched have 64 KiB at most: shorten it"};
inline constexpr RemarkKind kNoText{ImportProblem::Kind::kKeptOnly, "a text should stand here",
                                    "write one text; the JSON pointer says where"};
inline constexpr RemarkKind kLongWord{ImportProblem::Kind::kKeptOnly, "the word is too long",
                                      "a word has 1,024 bytes at most: see whether a free text got there"};
inline constexpr RemarkKind kNoWord{ImportProblem::Kind::kKeptOnly, "a word should stand here",
                                    "write one of the field's words as a text"};
inline constexpr RemarkKind kNoEnumValue{ImportProblem::Kind::kKeptOnly, "a value of the enumeration should stand here",
                                         "write its name, such as \"FEMALE\"; numbers are those of the standard"};
inline constexpr RemarkKind kSecondValue{
    ImportProblem::Kind::kKeptOnly, "a second value of the same field",
    "the first counts: find out which is right, and leave the other out in the source"};
inline constexpr RemarkKind kSecondSpelling{
    ImportProblem::Kind::kKeptOnly, "a second member of the same name, in another spelling or again",
    "the first counts: find out which is right, and leave the other out in the source"};

// ---- Times ----

inline constexpr RemarkKind kNoTime{
    ImportProblem::Kind::kKeptOnly, "neither an ISO 8601 duration nor a date",
    "write ages as P34Y, P1Y6M or P6W, and dates as 2024-05-17, 2024-05 or 2024; a table's column says its form by "
    "\"date\" or \"age\""};
inline constexpr RemarkKind kOnsetInWords{ImportProblem::Kind::kNote, "age in words, taken as an onset of HPO",
                                          "nothing, if that is what it means"};
inline constexpr RemarkKind kNoIsoDuration{
    ImportProblem::Kind::kKeptOnly, "not an ISO 8601 duration",
    "write an age or a length of time as P34Y, P1Y6M, P6W or P3D; a table's column of numbers says \"age\": \"years\""};
inline constexpr RemarkKind kNoIsoDate{
    ImportProblem::Kind::kKeptOnly, "not an ISO 8601 date or time",
    "write 2024-05-17, 2024-05 or 2024; a table's column says its form by \"date\": \"DD.MM.YYYY\""};

// ---- Values that cannot be true ----

inline constexpr RemarkKind kImplausible{
    ImportProblem::Kind::kKeptOnly, "default for a missing value, not compared",
    "if the source means them as they are written, switch the rule off by \"plausibility\" in the mapping"};

// ---- Ids ----

/// Ids of several people that a spreadsheet has made one of: nobody is to be counted by it.
inline constexpr RemarkKind kRoundedId{
    ImportProblem::Kind::kRejected, "id that a spreadsheet has rounded, so that several may have become one",
    "export the table again with the column of ids formatted as text; the digits that were lost cannot be got back"};
inline constexpr RemarkKind kLongId{ImportProblem::Kind::kRejected, "id that is longer than 64 KiB",
                                    "see whether a free text stands in its place"};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_RECORD_REMARK_KINDS_H_
