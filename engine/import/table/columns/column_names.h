// What the name of a column says that the column has.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_COLUMN_NAMES_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_COLUMN_NAMES_H_

#include <string_view>

namespace muster::import {

/// Whether a column of this name counts or numbers something: "seq_num", "MHSEQ", "dose_no", "quantity",
/// "Primaertumor_Nr". (Not "rnaseq".)
bool IsNameOfNumber(std::string_view name);
/// Whether it has countries: "country_of_birth", "Land".
bool IsNameOfPlace(std::string_view name);
/// Whether it says how certain something is: "Diagnosesicherheit_Code".
bool IsNameOfCertainty(std::string_view name);
/// Whether it asks for that, or may: "status", "verification".
bool AsksForCertainty(std::string_view name);
/// Whether it says why something was not done, or that it was refused: "not_given_reason", "refusal", "LBREASND".
bool IsNameOfNotDone(std::string_view name);
/// Whether it tells how much of a sample is left: "remaining_ul", "Restmenge".
bool IsNameOfRemainder(std::string_view name);
/// Whether it is a word for an end, of what the rows are about: "end", "bis", "fin".
bool IsWordOfEnd(std::string_view name);
/// Whether it hardly tells of anything else than that people withdrew: "date_withdrawn", "opt_out".
bool IsNameOfWithdrawal(std::string_view name);
/// Whether it tells of rows that count no more: "merged_into", "deleted_at", "disposal_date".
bool IsNameOfReplacement(std::string_view name);
/// Whether it tells when, why or by whom a row was taken back: "void_date", "cancelled_at", "Stornodatum". Only where
/// other rows have nothing there: each void of a bladder has a date.
bool IsNameOfCancelling(std::string_view name);
/// Whether it tells when somebody was last heard of: "date_last_contact_or_death", "days_to_last_follow_up".
bool IsNameOfLastContact(std::string_view name);
/// Whether it tells of a death, in one of several languages: "dod", "Sterbedatum", "date_deces".
bool IsNameOfDeath(std::string_view name);
/// Whether it says who is a case, as files of pedigrees do: "affection", "phenotype", "case".
bool IsNameOfCases(std::string_view name);
/// Whether it asks so of the row itself: "deleted", "is_merged"; but not "codeleted", which is of chromosomes.
bool AsksWhetherReplaced(std::string_view name);
/// Whether its values are types of values and no answers: "N" of i2b2's valtype_cd is "numeric".
bool IsNameOfType(std::string_view name);
/// Whether it says, in SDTM, that something was not done: "CMSTAT", "LBSTAT".
bool IsStatusOfSdtm(std::string_view name);
/// Whether it has concepts of OMOP, where 0 is none.
bool IsNameOfConcept(std::string_view name);

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_COLUMN_NAMES_H_
