// Whether a column of a table that nobody reads says something of people.
#ifndef MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_UNREAD_COLUMN_H_
#define MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_UNREAD_COLUMN_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/import/record/rules/coded/coded_denial.h"

namespace muster::import {

/// Looks at the cells of a column that no rule of the mapping names, one after another.
class UnreadColumn {
 public:
  /// `cell` that is not empty, and no marker of a missing value.
  void Add(std::string_view cell);
  /// How many there were.
  uint64_t cells() const { return cells_; }
  /// The different ones, of which none is missing where HasFewWords().
  const std::vector<std::string>& words() const { return words_; }
  /// Whether all are a yes or a no, or a word such as `present`: an answer to what the column asks.
  bool HasAnswers() const { return cells_ > 0 && answers_; }
  /// Whether these are answers, and one of them is a yes.
  bool HasYes() const { return HasAnswers() && yes_; }
  /// Whether all are one and the same 0, 1 or single letter, which may be the number of something.
  bool SaysOneThing() const;
  /// Whether some are words that say that something was not there, not done, not certain or a relative's, and there are
  /// but a few different ones: a status that nobody reads.
  bool HasDenials() const { return !denial_.empty() && words_.size() <= kMostWords; }
  /// Whether there are but a few different ones: a classification, and no free text.
  bool HasFewWords() const { return cells_ > 0 && words_.size() <= kMostWords; }
  /// Whether all are 1 and 2, and there are both; what is not known may be 0 or -9.
  bool HasOnesAndTwos() const;
  /// Whether all are 0, which in a column of concepts is none.
  bool HasZerosOnly() const { return cells_ > 0 && zeros_; }
  /// Whether some are 0, and others are not.
  bool HasSomeZeros() const { return has_zero_ && !zeros_; }
  /// Whether all are codes that say of which system they are.
  bool HasCodes() const { return cells_ > 0 && codes_; }
  /// Whether all are numbers of several digits, dates or times.
  bool HasNumbersOrDates() const;
  /// Whether one can be a unit. (Hospitals have units, too.)
  bool HasAnyUnit() const;
  /// Whether all can be codes of ICD-10 that do not say so, "E11.9" and "I10", and some are hardly anything else; in a
  /// column that is called like diagnoses also without a point: "C509".
  bool HasBareIcd10(std::string_view name) const;
  /// Whether all are "<", ">=", "=" and the like, also as codes of OMOP or i2b2, and not all are "=": numbers beside
  /// them are not what they look like.
  bool HasComparators() const;
  /// Whether they say by words or letters, in a column called so, of which numbers only a limit is known: "left" in
  /// "censored", "ND" in "detect". (Of survival, "censored" is 1 or 0.)
  bool HasLimits(std::string_view name) const;
  /// Whether all are comparators that are countries as well: Georgia, Guatemala, Lithuania, Niger.
  bool HasOnlyCountries() const;
  /// Whether all can be units: "mg/dL". `certain`: and are hardly anything else ("m" may be a sex).
  bool HasUnits(bool certain) const;
  /// Whether some are words that exclude, doubt a diagnosis or call it an error ("refuted", "suspected",
  /// "entered-in-error"), and not only answers or results of tests ("no", "negative"), or, with `actions`, that it did
  /// not take place ("planned").
  bool HasExclusions(bool actions) const;
  /// Whether some are words of any doubt; they may well be of something else: "past", "working", "preliminary".
  bool HasDoubt() const;
  /// Whether some say that a person withdrew or did not consent: "lost consent", "opted out".
  bool HasWithdrawals() const;
  /// Whether some are words for relatives and others: "mother", "family history".
  bool HasRelatives() const;
  /// Whether some say that the row is about another: "family history".
  bool HasFamilyHistory() const;
  /// Whether all are single letters, and F is one, in a column of checks by its `name`: "qc".
  bool HasMarksOfFailure(std::string_view name) const;
  /// What it says by codes of standards, of a column of this `name`.
  CodedDenial Coded(std::string_view name, RowsBeside beside) const;
  /// Whether all are morphologies of ICD-O with their behaviour, in a column called so where they have no slash, and
  /// some are not malignant, or metastases: the first of these.
  const std::string* OtherBehaviour(std::string_view name) const;
  /// "F" and "X" (cancelled): the first, and what Coded has found.
  std::string ExamplesWith(const CodedDenial& coded) const;
  /// "ja" and "nein", or one of them; what denies rather than what does not.
  std::string Examples() const;

 private:
  static constexpr size_t kMostWords = 12;

  uint64_t cells_ = 0;
  std::string denial_;  // the first word that denies, else the first that doubts
  bool denial_is_doubt_ = false;
  std::vector<std::string> words_;  // different cells, at most one more than kMostWords
  bool repeats_ = false;            // whether one of them came again, before there were so many
  bool answers_ = true;
  bool yes_ = false;
  bool codes_ = true;
  bool morphologies_ = true;
  bool slashes_ = true;          // all of them have one
  std::string other_behaviour_;  // the first that is not malignant
  bool zeros_ = true;
  bool has_zero_ = false;
  std::string first_;
  std::string other_;  // the first that is not the same
};

}  // namespace muster::import

#endif  // MUSTER_ENGINE_IMPORT_TABLE_COLUMNS_UNREAD_COLUMN_H_
