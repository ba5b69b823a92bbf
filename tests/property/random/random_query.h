// Random query texts over the whole language, about what one catalogue has.
#ifndef MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_QUERY_H_
#define MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_QUERY_H_

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/record/record.h"
#include "engine/model/schema/schema.h"
#include "tests/property/naive/meaning.h"
#include "tests/property/naive/world.h"
#include "tests/property/random/random.h"

namespace muster::property {

class QueryGenerator {
 public:
  /// Both must outlive the generator.
  QueryGenerator(const World& world, Random& random);

  /// One statement.
  std::string Statement();
  /// One that saves a cohort of that name.
  std::string Definition(const std::string& name);

 private:
  struct Seen {
    const model::Row* row;
    const model::Value* value;
  };

  std::string AnyStatement();
  std::string CountStatement();
  std::string ListStatement();
  std::string CertaintyStatement();
  std::string StepsStatement();
  std::string CompareStatement();
  std::string SummariseStatement();
  std::string Measured(model::Entity counted);
  std::string Compared(const std::string& name);
  std::string Cohort();
  std::string CountedNames(model::Entity counted, std::vector<std::string>* having);
  std::string CountedName(model::Entity entity);
  std::string By(model::Entity counted);
  std::string DimensionOf(model::Entity counted);
  std::string Groups(model::FieldId field);
  /// Bands of `field`, even or uneven, with their unit.
  std::string Bands(model::FieldId field);

  // Each gives the empty string where chance led nowhere.
  std::string Expression(model::Entity space, int depth);
  std::string Predicate(model::Entity space, int depth);
  std::string Has(model::Entity space, int depth);
  std::string With(model::Entity space, int depth);
  std::string Conjunction(model::Entity space, int depth);
  std::string Relatives(int depth);
  std::string InCohort();
  std::string Usable();
  /// How the times of rows stand to each other.
  std::string Relation(model::Entity space);
  /// One row is named, and another one stands to it in time: what the engine does column by column.
  std::string PairInTime(model::Entity space);
  /// Two records of one entity of which each criterion has its own.
  std::string PairApart(model::Entity space, int depth);
  /// A number of a row against one of a row with a name.
  std::string NamedNumber(model::Entity space);
  std::string Moment(model::Entity space);
  std::string Distance();
  std::string TimeField(model::Entity space);
  std::string Overlaps(model::Entity space);
  std::string Comparison(model::Entity space, const std::string& of = "");
  std::string AgedNear(int64_t years);
  std::string AgeAsOf();
  std::string CodeComparison(const std::vector<Seen>& seen);
  std::string KeywordComparison(model::FieldId field, const std::vector<Seen>& seen);
  std::string NumberComparison(model::FieldId field, const std::vector<Seen>& seen);
  std::string TimeComparison(bool dates, const std::vector<Seen>& seen);

  std::string Term(const Seen& seen);
  std::string SomeNumber(model::FieldId field, const Seen& seen, const std::vector<std::string>& units);
  /// Units into which the number of that row can be converted.
  std::vector<std::string> UnitsFor(model::FieldId field, const Seen& seen);
  std::string SomeTime(bool date, const std::vector<Seen>& seen);
  std::string OrderOperator();
  std::string Name(const std::vector<std::string>& names);
  std::string Keyword(const std::string& word);
  model::Entity SomeEntity();
  /// A list of one to three values made by `make`, in parentheses.
  std::string ListOf(const std::function<std::string()>& make);

  const World& world_;
  Random& random_;
  Meaning meaning_;
  std::map<model::FieldId, std::vector<Seen>> seen_;
  std::vector<model::Entity> entities_;  ///< one for each row of the catalogue
  /// Rows that have a name where the generator stands, and how many were named in the statement.
  std::vector<std::pair<std::string, model::Entity>> named_;
  int names_ = 0;
  bool may_name_study_ = false;  ///< a whole statement, in front of which its study date can stand
  std::string study_;            ///< the date of the study, once the statement speaks of it
  bool in_exactly_ = false;      ///< inside `exactly N of (...)`, in which there can be no other
};

}  // namespace muster::property

#endif  // MUSTER_TESTS_PROPERTY_RANDOM_RANDOM_QUERY_H_
