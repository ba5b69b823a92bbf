// Private to import/: what ColumnWatch says of the columns of a table.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_COLUMN_REMARKS_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_COLUMN_REMARKS_H_

#include "engine/import/record/remarks.h"

namespace muster::import::column_remarks {

inline constexpr RemarkKind kThousands{
    ImportProblem::Kind::kNote, "column whose numbers with a point all have three digits behind it",
    "nothing, if the points (or commas) are decimal: 250.000 is read as 250; if they set thousands apart, export the "
    "column without them, for all its numbers are wrong by a factor of thousands"};
inline constexpr RemarkKind kMinusIsMissing{
    ImportProblem::Kind::kNote, "column of results with + and -, in which - is taken as a marker of a missing value",
    "nothing, if it stands for no result; if it is a negative one, let the column say what the signs mean, as "
    "\"values\": {\"+\": \"NCIT:C38758\", \"-\": \"NCIT:C38757\"} for a \"coded value\" (positive, negative), or "
    "\"values\": {\"+\": \"yes\", \"-\": \"no\"} for a tick",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kAmbiguousDates{
    ImportProblem::Kind::kNote, "column with dates that fit two of its forms, and are other days by each",
    "find out how the source writes dates, and let the column have that form alone; where it has two, split the file"};
inline constexpr RemarkKind kTurnedDates{
    ImportProblem::Kind::kNote,
    "column of dates in two forms, of which a spreadsheet may have turned one round: day and month are exchanged",
    "nothing, if both forms are right; else export the column anew, as text or as YYYY-MM-DD, from where it was not "
    "opened with another country's settings: what can be either way was taken as month and day, and the rest is text",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kOtherSerials{
    ImportProblem::Kind::kNote,
    "column of day numbers taken as those of a spreadsheet, which may be those of another program",
    "nothing, if these are the days; SAS and Stata count from 1960-01-01, R and Unix from 1970-01-01: let the column "
    "have \"date\": \"sas\", \"stata\" or \"unix days\", or export dates as YYYY-MM-DD",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kShortYearDefault{
    ImportProblem::Kind::kNote,
    "column with a year of two digits in which one day may stand for no date: 31-DEC-99 is how 9999-12-31 is written",
    "nothing, if it is the day; else let the mapping name it: \"missing\": [\"31-DEC-99\"] of the column, or export "
    "years with four digits",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kPerhapsADay{
    ImportProblem::Kind::kNote,
    "1970-01-01 at midnight, how computers write no time, is taken as a day where all others are at midnight, too",
    "nothing, if it is the day; else let the mapping name it: \"missing\": [\"1970-01-01 00:00:00\"] of the column"};
inline constexpr RemarkKind kZeroAges{
    ImportProblem::Kind::kNote,
    "column of ages of which many are 0, and no other is of a child: each 0 counts as somebody who had it at birth",
    "where a 0 is who never had it, as in files of pedigrees, name it: \"missing\": [\"0\"] of the column",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kPointedMonths{
    ImportProblem::Kind::kNote,
    "column of ages in which years and months may stand with a point between them: they are taken as decimals",
    "nothing, if they are decimals; else write 4.11 as P4Y11M, or in months, in the source: until then it is four "
    "years "
    "and forty days",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kOneMayBeNo{
    ImportProblem::Kind::kNote,
    "column that a rule reads as a tick, with a 1 and a 2, and no 0 for no: a 1 counts as a yes",
    "see what the numbers mean: where 1 is no and 2 is yes, all is the wrong way round; let the column say it, as "
    "\"values\": {\"1\": \"no\", \"2\": \"yes\"}"};
inline constexpr RemarkKind kUnreadExclusions{
    ImportProblem::Kind::kNote,
    "column with words that exclude, doubt or call it an error, beside rows that count as observed, which no rule of "
    "the mapping reads",
    "nothing, if it is about something else; else rows with these words count as observed: leave them out, as "
    "\"when\": {\"/verification\": [\"confirmed\"]} in the rule, or let it read the column as \"excluded\"",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadNotDone{
    ImportProblem::Kind::kNote,
    "column that says why something was not done or given, or that it was refused, which no rule of the mapping reads",
    "nothing, if it is about something else; else leave these rows out, as \"when\": {\"REASND\": \"\"} of the table: "
    "until then each counts as done",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadRelatives{
    ImportProblem::Kind::kNote,
    "column with words for relatives, beside rows that count as observed, which no rule of the mapping reads",
    "nothing, if it says who told it or whom to call; if the rows are about these people, leave them out, as \"when\": "
    "{\"/subject\": [\"self\"]} in the rule",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadMarks{
    ImportProblem::Kind::kNote, "column of P and F, pass and fail by its name, which no rule of the mapping reads",
    "nothing, if what failed is to be counted; else leave it out, as \"when\": {\"/qc\": [\"P\"]} in the rule",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadColumn{
    ImportProblem::Kind::kNote, "column of a table with words that deny or codes, which no rule of the mapping reads",
    "nothing, if it is not wanted; else give it a rule, such as \"phenotypes\": {\"from\": \"/p\", \"when\": "
    "\"/seizures\", \"fields\": {\"term\": {\"const\": \"HP:0001250\"}}}"};
inline constexpr RemarkKind kUnreadWords{
    ImportProblem::Kind::kNote,
    "column of a table with words such as \"past\" or \"mother\", mostly of something else than the rows, which no "
    "rule of the mapping reads",
    "nothing, if it says how somebody lives, who told it and the like; if it says that rows of the table are not "
    "certain or of others, leave these out: \"when\": {\"/subject\": [\"self\"]} in the rule",
    RemarkPlace::kLast};
inline constexpr RemarkKind kUnreadAnswers{
    ImportProblem::Kind::kNote,
    "column of a table with answers, yes and no or 0 and 1, which no rule of the mapping reads",
    "nothing, if it is not wanted; else give it a rule, such as \"phenotypes\": {\"from\": \"/p\", \"when\": "
    "\"/seizures\", \"fields\": {\"term\": {\"const\": \"HP:0001250\"}}}",
    RemarkPlace::kLast};
inline constexpr RemarkKind kUnreadComparators{
    ImportProblem::Kind::kNote, "column of comparators that no rule of the mapping reads: numbers count as exact",
    "let the rule read it: \"fields\": {\"value\": \"/result\", \"comparator\": \"/operator\"}"};
inline constexpr RemarkKind kUnreadUnits{
    ImportProblem::Kind::kNote, "column of units that no rule of the mapping reads",
    "let the rule read it: \"fields\": {\"value\": \"/result\", \"unit\": \"/unit\"}; nothing, if all are the unit "
    "that the rule gives"};
inline constexpr RemarkKind kUnreadTimeUnits{
    ImportProblem::Kind::kNote,
    "column of units of time that no rule of the mapping reads, beside numbers that a rule takes in one unit",
    "nothing, if it is the unit of something else; else convert the numbers to one unit in the source; of rows (not of "
    "the individual), a table for each unit can have its own \"age\", with \"when\": {\"AGEU\": [\"MONTHS\"]}",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadEnd{
    ImportProblem::Kind::kNote, "column that may tell of the end of a consent, and that no rule of the mapping reads",
    "nothing, if it tells of something else; else make a consent of it with \"status\": {\"const\": \"withdrawn\"} and "
    "the date: until then all consents of the table count as they were given"};
inline constexpr RemarkKind kUnreadWithdrawal{
    ImportProblem::Kind::kNote, "column that may tell that people withdrew, and that no rule of the mapping reads",
    "nothing, if it tells of something else; else leave these people out in the source, or make a consent of it with "
    "\"status\": {\"const\": \"withdrawn\"} and the date, which questions can ask for: until then they count",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadReplacement{
    ImportProblem::Kind::kNote,
    "column that may tell of rows that count no more (merged, replaced, deleted, cancelled), and that no rule of the "
    "mapping reads",
    "nothing, if they are to count; else leave these rows out in the source: until then each counts as what it was",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadDenials{
    ImportProblem::Kind::kNote,
    "column with codes or words for results, samples or variants that do not count, which no rule of the mapping reads",
    "nothing, if they are to count; else leave these rows out, as \"when\": {\"/status\": [\"F\", \"C\"]} in the rule: "
    "until then each counts as what it was",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadDerived{
    ImportProblem::Kind::kNote,
    "column that says which rows follow from others (carried forward, a mean), which no rule of the mapping reads",
    "nothing, if they are to count as well; else take those alone that were observed, as \"when\": {\"DTYPE\": "
    "\"\"} of the table: until then each counts as one more",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadBehaviour{
    ImportProblem::Kind::kNote,
    "column with the behaviour of tumours (benign, in situ, malignant), beside diseases, which no rule of the mapping "
    "reads",
    "nothing, if all of them are to count; else each counts as the disease that its code is, whatever its behaviour: "
    "let the morphology with its behaviour be the code (ICDO3:8500/3), or take malignant ones alone, as \"when\": "
    "{\"/behaviour\": [\"3\"]} in the rule",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadKinds{
    ImportProblem::Kind::kNote, "column of several kinds of values or codes that no rule of the mapping reads",
    "let \"when\" read it: \"when\": {\"/test\": [\"HB\"]} in the rule of a test; rows of several editions of codes "
    "are several tables, told apart by \"when\" of the table"};
inline constexpr RemarkKind kUnreadMaterials{
    ImportProblem::Kind::kNote,
    "column of several materials, beside values that a rule takes for one assay, which no rule of the mapping reads",
    "nothing, if the assay is of all of them; else let \"when\" read it, with a rule and an assay for each: \"when\": "
    "{\"/specimen\": [\"Serum\"]}",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadFasting{
    ImportProblem::Kind::kNote,
    "column of values taken fasting and others, beside values that a rule takes for one assay, which no rule of the "
    "mapping reads",
    "nothing, if the assay is of all of them; else let \"when\" read it, with a rule and an assay for each: \"when\": "
    "{\"/condition\": [\"fasting\"]} and LOINC:1558-6 are glucose of who has fasted",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadSpecies{
    ImportProblem::Kind::kNote, "column of people and other species or models, which no rule of the mapping reads",
    "nothing, if all are to be counted; else let \"when\" of the table take people alone, such as \"when\": "
    "{\"organism\": [\"Homo sapiens\"]}: until then each counts as a person's",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kUnreadCases{
    ImportProblem::Kind::kNote,
    "column of 1 and 2 that may say who is a case, beside rows that count as observed, which no rule of the mapping "
    "reads",
    "nothing, if it is about something else; in files of pedigrees 1 is unaffected and 2 affected: leave the others "
    "out, as \"when\": {\"/affection\": [\"2\"]} in the rule",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kContactAsDeath{
    ImportProblem::Kind::kNote,
    "column that is called like a last contact, and is read as the death: all who have something there count as "
    "deceased",
    "nothing, if it has those who died alone; else let \"vital status\" read who has died, or take the column as \"age "
    "at last contact\"",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kAllHaveDied{
    ImportProblem::Kind::kNote, "column that is read as the death, and has something for everybody",
    "nothing, if all have died; if it is the end of the follow-up, let \"vital status\" read who has died, or take the "
    "column as \"age at last contact\"",
    RemarkPlace::kFirst};
inline constexpr RemarkKind kNamelessColumn{
    ImportProblem::Kind::kNote, "column of a table without a name, whose cells no rule can read",
    "nothing, if they number the rows; else give the column a name in the header, and a rule in the mapping"};

}  // namespace muster::import::column_remarks

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_COLUMN_REMARKS_H_
