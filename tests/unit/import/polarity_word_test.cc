#include "engine/import/record/polarity_word.h"

#include <gtest/gtest.h>

#include "engine/import/record/rules/certainty_word.h"

namespace muster::import {
namespace {

TEST(PolarityWordTest, WordsArePartedInManyWays) {
  for (const char* yes : {"yes", "YES", " Ja ", "1", "1.0", "x", "[x]", "\"yes\"", ".T.", "yes.", "\xc2\xa0true"}) {
    EXPECT_EQ(PolarityOfPresence(yes), Polarity::kObserved) << yes;
  }
  for (const char* no : {"no", "0", "0.00", "ruled out", "not_observed", "Rule-d out.", "n\xc3\xa3o"}) {
    EXPECT_EQ(PolarityOfPresence(no), Polarity::kExcluded) << no;
  }
}

TEST(PolarityWordTest, AnswersInSeveralLanguages) {
  for (const char* yes : {"s\xc3\xad", "S\xc3\x8d", "tak", "Sim", "pos", "POS"}) {
    EXPECT_EQ(PolarityOfPresence(yes), Polarity::kObserved) << yes;
  }
  for (const char* no : {"nej", "nee", "nie", "NEG"}) EXPECT_EQ(PolarityOfPresence(no), Polarity::kExcluded) << no;
  EXPECT_EQ(PolarityOfExclusion("s\xc3\xad"), Polarity::kExcluded);
  for (const char* word : {"misstanke", "podejrzenie", "suspeito", "mistanke"}) {
    EXPECT_EQ(AssertionOfWord(AssertionKind::kStatus, "status", word), Assertion::kDoubted) << word;
  }
}

TEST(PolarityWordTest, AnAccentTakesItsLetterAlone) {
  const auto letters = [](std::string_view text) { return std::string(Letters(text).text()); };
  EXPECT_EQ(letters("gu\xCC\x88ltig"), "gltig");
  EXPECT_EQ(letters("tie\xCC\x82\xCC\x81ng"), "ting") << "two marks of one letter";
  EXPECT_EQ(letters("ab \xCC\x81"
                    "c"),
            "abc")
      << "behind a blank";
  EXPECT_EQ(letters("ab\xD0\xB8\xCC\x86"
                    "c"),
            "abc")
      << "of a letter of Cyrillic";
  EXPECT_EQ(letters("\xCC\x81"
                    "a"),
            "a");
}

TEST(PolarityWordTest, WordsWithAccents) {
  for (const char* yes :
       {"best\xc3\xa4tigt", "Best\xc3\xa4tigt", " bestaetigt ", "confirm\xc3\xa9", "Confirm\xc3\xa9", "CONFIRM\xc3\x89",
        "confirm\xc3\xa9"
        "e",
        "confirme"}) {
    EXPECT_EQ(PolarityOfPresence(yes), Polarity::kObserved) << yes;
    EXPECT_EQ(PolarityOfExclusion(yes), Polarity::kObserved) << yes;
    EXPECT_EQ(PolarityOfLetters(yes), Polarity::kObserved) << yes;
  }
  EXPECT_EQ(PolarityOfPresence("best\xc3\xa4tigt?"), Polarity::kUnclear);
}

TEST(PolarityWordTest, ASignMayTurnWhatIsSaid) {
  for (const char* doubted :
       {"yes?", "?yes", "ja ?", "1?", "~yes", "(yes)", "yes*",      "yes!",      "!yes", "no?",
        "x?",   "-1",   "+1",   "1+", ".1",   "0.1",   "t\xc3\xa1", "n\xc3\xb8", "yes/", "confirmed?"}) {
    EXPECT_EQ(PolarityOfPresence(doubted), Polarity::kUnclear) << doubted;
    EXPECT_EQ(PolarityOfExclusion(doubted), Polarity::kUnclear) << doubted;
  }
  EXPECT_EQ(PolarityOfLetters("no?"), Polarity::kExcluded);
  EXPECT_EQ(PolarityOfLetters("yes"), Polarity::kObserved);
}

TEST(PolarityWordTest, WhatDidNotTakePlaceInSeveralLanguages) {
  for (const char* word : {"planned", "not-done", "geplant", "nicht durchgef\xc3\xbchrt",
                           "zur\xc3\xbc"
                           "ckgestellt",
                           "annul\xc3\xa9", "pr\xc3\xa9vu", "no realizado", "rifiutato", "pendente", "gepland"}) {
    EXPECT_EQ(AssertionOfAction(word), Assertion::kDoubted) << word;
  }
  for (const char* word : {"given", "completed", "gegeben", "abgebrochen", "stopped", "ongoing", "termin\xc3\xa9"}) {
    EXPECT_EQ(AssertionOfAction(word), Assertion::kNothing) << word;
  }
}

// As a status a donor is a word like others that are not known; as the subject of a feature it is somebody else.
TEST(PolarityWordTest, WhatAPersonMayBeIsSomebodyElseWhereAPersonIsNamed) {
  for (const char* word : {"fetus", "foetus", "partner", "spouse", "donor"}) {
    EXPECT_EQ(AssertionOfWord(AssertionKind::kPerson, "subject", word), Assertion::kVoid) << word;
    EXPECT_EQ(AssertionOfWord(AssertionKind::kStatus, "status", word), Assertion::kUnclear) << word;
    EXPECT_EQ(AssertionOfWord(AssertionKind::kModifiers, "modifiers", word), Assertion::kNothing) << word;
    EXPECT_EQ(AssertionOfWord(AssertionKind::kTime, "time", word), Assertion::kUnclear) << word;
  }
  EXPECT_EQ(AssertionOfWord(AssertionKind::kModifiers, "modifiers", "mother"), Assertion::kVoid);
}

TEST(PolarityWordTest, SoItMayInAStatus) {
  EXPECT_EQ(AssertionOfWord(AssertionKind::kStatus, "status", "confirmed"), Assertion::kObserved);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kStatus, "status", "confirmed?"), Assertion::kUnclear);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kStatus, "status", "active?"), Assertion::kUnclear);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kStatus, "polarity", "-1"), Assertion::kExcluded);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kCertainty, "certainty", "suspected?"), Assertion::kDoubted);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kPerson, "subject", "mother (?)"), Assertion::kVoid);
  EXPECT_EQ(AssertionOfWord(AssertionKind::kModifiers, "severity", "mild?"), Assertion::kNothing);
}

TEST(PolarityWordTest, AnswersInFinnishHungarianAndEstonian) {
  for (const char* yes : {"kyll\xC3\xA4", "Kyll\xC3\xA4", "kylla", "igen", "jah"}) {
    EXPECT_EQ(PolarityOfPresence(yes), Polarity::kObserved) << yes;
  }
  for (const char* no : {"ei", "Ei", "nem"}) EXPECT_EQ(PolarityOfPresence(no), Polarity::kExcluded) << no;
}

}  // namespace
}  // namespace muster::import
