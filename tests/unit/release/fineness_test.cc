#include "engine/release/by_text/fineness.h"

#include <string>

#include "gtest/gtest.h"

namespace muster::release {
namespace {

using grammar::Literal;

Literal Number(double number, std::string unit = "") {
  Literal literal;
  literal.kind = Literal::Kind::kNumber;
  literal.number = number;
  literal.unit = std::move(unit);
  return literal;
}

Literal OfKind(Literal::Kind kind, std::string text) {
  Literal literal;
  literal.kind = kind;
  literal.text = std::move(text);
  return literal;
}

Literal Date(std::string text) { return OfKind(Literal::Kind::kDate, std::move(text)); }

TEST(FinenessTest, AgesInYears) {
  for (const Literal& coarse : {Number(18, "years"), Number(2, "years"), Number(18, "months"), Number(0.5, "years"),
                                Number(24, "months"), OfKind(Literal::Kind::kDuration, "P37Y"), Number(0, "days")}) {
    EXPECT_FALSE(IsTooFineAge(coarse, AgeFineness::kYears)) << coarse.number << coarse.unit << coarse.text;
    EXPECT_FALSE(IsTooFineAge(coarse, AgeFineness::kAny));
  }
  for (const Literal& fine :
       {Number(18.5, "years"), Number(30, "months"), Number(3, "days"), Number(1, "week"), Number(36.00001, "months"),
        Number(1, "h"), OfKind(Literal::Kind::kDuration, "P3Y1M"), OfKind(Literal::Kind::kDuration, "P18YT1H")}) {
    EXPECT_TRUE(IsTooFineAge(fine, AgeFineness::kYears)) << fine.number << fine.unit << fine.text;
    EXPECT_FALSE(IsTooFineAge(fine, AgeFineness::kAny));
  }
  Literal compound;
  compound.kind = Literal::Kind::kCompound;
  compound.parts = {{1, "year"}, {6, "months"}};
  EXPECT_FALSE(IsTooFineAge(compound, AgeFineness::kYears));
  compound.parts[0].number = 2;
  EXPECT_TRUE(IsTooFineAge(compound, AgeFineness::kYears));
  Literal gestation = Number(40, "weeks");
  gestation.gestation = true;
  EXPECT_TRUE(IsTooFineAge(gestation, AgeFineness::kYears));
}

TEST(FinenessTest, AgesInFiveYears) {
  EXPECT_FALSE(IsTooFineAge(Number(19, "years"), AgeFineness::kFiveYears));
  EXPECT_FALSE(IsTooFineAge(Number(20, "years"), AgeFineness::kFiveYears));
  EXPECT_TRUE(IsTooFineAge(Number(21, "years"), AgeFineness::kFiveYears));
  EXPECT_TRUE(IsTooFineAge(Number(252, "months"), AgeFineness::kFiveYears));
  EXPECT_FALSE(IsTooFineAge(Number(65, "years"), AgeFineness::kFiveYears));
}

TEST(FinenessTest, Bands) {
  EXPECT_FALSE(IsTooFineBand(Number(1, "year"), AgeFineness::kYears));
  EXPECT_TRUE(IsTooFineBand(Number(6, "months"), AgeFineness::kYears));
  EXPECT_FALSE(IsTooFineBand(Number(10, "years"), AgeFineness::kFiveYears));
  EXPECT_TRUE(IsTooFineBand(Number(1, "year"), AgeFineness::kFiveYears));
  EXPECT_FALSE(IsTooFineBand(Number(10), AgeFineness::kFiveYears)) << "of a number, not of ages";
}

TEST(FinenessTest, Distances) {
  for (const Literal& coarse : {Number(2, "weeks"), Number(30, "days"), Number(6, "months"), Number(1, "year")}) {
    EXPECT_FALSE(IsTooFineDistance(coarse, AgeFineness::kYears)) << coarse.number << coarse.unit;
  }
  for (const Literal& fine : {Number(0, "days"), Number(31, "days"), Number(1, "day"), Number(5, "hours")}) {
    EXPECT_TRUE(IsTooFineDistance(fine, AgeFineness::kYears)) << fine.number << fine.unit;
    EXPECT_FALSE(IsTooFineDistance(fine, AgeFineness::kAny));
  }
}

TEST(FinenessTest, DatesByTheEndThatIsTheBound) {
  using enum DateFineness;
  EXPECT_FALSE(IsTooFineDate(Date("2024-05"), DateEnd::kBoth, kMonth));
  EXPECT_FALSE(IsTooFineDate(Date("2024-05-01"), DateEnd::kFirst, kMonth)) << "before May";
  EXPECT_TRUE(IsTooFineDate(Date("2024-05-01"), DateEnd::kLast, kMonth)) << "up to the first day";
  EXPECT_FALSE(IsTooFineDate(Date("2024-05-31"), DateEnd::kLast, kMonth));
  EXPECT_TRUE(IsTooFineDate(Date("2024-05-17"), DateEnd::kFirst, kMonth));
  EXPECT_FALSE(IsTooFineDate(Date("2024-05-17"), DateEnd::kFirst, kDay));
  EXPECT_TRUE(IsTooFineDate(Date("2024-05"), DateEnd::kFirst, kYear));
  EXPECT_FALSE(IsTooFineDate(Date("2024-01"), DateEnd::kFirst, kYear));
  EXPECT_TRUE(IsTooFineDate(Date("2024-01"), DateEnd::kBoth, kYear));
  EXPECT_FALSE(IsTooFineDate(Date("2024-12"), DateEnd::kLast, kYear));
  EXPECT_FALSE(IsTooFineDate(Number(2024), DateEnd::kBoth, kYear));
  EXPECT_FALSE(IsTooFineDate(Date("1955-01-01"), DateEnd::kFirst, kYear)) << "before 1970";
  EXPECT_TRUE(IsTooFineDate(Date("1955-01-02"), DateEnd::kFirst, kMonth));
}

TEST(FinenessTest, SignificantDigits) {
  for (const double coarse : {0.0, 5.0, 37.0, 120.0, 6.5, 0.0025, -41.0, 1.0e9}) {
    EXPECT_FALSE(IsTooFineNumber(coarse, 2)) << coarse;
  }
  for (const double fine : {137.0, 6.55, 1001.0, 0.123, -0.505}) EXPECT_TRUE(IsTooFineNumber(fine, 2)) << fine;
  EXPECT_FALSE(IsTooFineNumber(3.14159265, std::nullopt));
}

}  // namespace
}  // namespace muster::release
