#include "tests/attack/use/sessions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace muster::attack {
namespace {

constexpr const char* kCountries[] = {"DE", "FR", "ES", "IT", "PL", "NL"};
constexpr const char* kDimensions[] = {"sex", "country", "age at last contact in bands of 10 years"};

// What is asked about. Everybody is less than 90 years old.
struct Study {
  size_t phenotype = 0;  // PX:0 has 20 % of people, later ones fewer
  std::optional<size_t> second, without;
  std::string sex, country;
  int from = 0, to = 90;

  std::string Where() const {
    std::vector<std::string> criteria = {absl::StrCat("has phenotype PX:", phenotype)};
    if (second.has_value()) criteria.push_back(absl::StrCat("has phenotype PX:", *second));
    if (without.has_value()) criteria.push_back(absl::StrCat("not has phenotype PX:", *without));
    if (!sex.empty()) criteria.push_back("sex is " + sex);
    if (!country.empty()) criteria.push_back(absl::StrCat("country is \"", country, "\""));
    if (from > 0 || to < 90) criteria.push_back(absl::StrCat("age at last contact aged ", from, " to ", to - 1));
    return absl::StrJoin(criteria, " and ");
  }
};

using To = Step::To;

class Planner {
 public:
  Planner(std::mt19937_64& random, int years) : random_(random), years_(years) {
    study_.phenotype = Below(40);
    study_.from = static_cast<int>(5 * Below(6));
    study_.to = 90 - static_cast<int>(5 * Below(6));
  }
  const Study& study() const { return study_; }
  size_t Below(size_t n) { return random_() % n; }

  // Changes something, and says what that does to the people.
  To Edit() {
    const size_t which = Below(100);
    if (which < 30) return MoveBound();
    if (which < 40) return Swap();
    if (which < 55) return Switch(study_.second, 40 + Below(30), To::kNarrower);
    if (which < 70) return SwitchText(study_.sex, Below(2) == 0 ? "female" : "male");
    if (which < 85) return SwitchText(study_.country, kCountries[Below(std::size(kCountries))]);
    if (which < 90) return Switch(study_.without, 100 + Below(40), To::kNarrower);
    return To::kSame;  // another table of the same people
  }

 private:
  To MoveBound() {
    const bool narrower = Below(2) == 0;
    const int step = narrower ? years_ : -years_;
    if (Below(2) == 0) {
      if (study_.from + step < 0) return To::kSame;
      study_.from += step;
    } else {
      if (study_.to - step > 90) return To::kSame;
      study_.to -= step;
    }
    return narrower ? To::kNarrower : To::kWider;
  }
  To Swap() {
    study_.phenotype = Below(40);
    return To::kOther;
  }
  static To Switch(std::optional<size_t>& criterion, size_t value, To added) {
    if (criterion.has_value()) {
      criterion.reset();
      return To::kWider;
    }
    criterion = value;
    return added;
  }
  static To SwitchText(std::string& criterion, const char* value) {
    const bool was = !criterion.empty();
    criterion = was ? "" : value;
    return was ? To::kWider : To::kNarrower;
  }

  std::mt19937_64& random_;
  const int years_;
  Study study_;
};

}  // namespace

std::vector<Step> Session(std::mt19937_64& random, size_t statements, int years) {
  Planner planner(random, years);
  std::vector<Step> steps;
  for (size_t i = 0; i < statements; ++i) {
    Step step;
    if (i > 0) step.before = planner.Edit();
    step.where = planner.study().Where();
    if (planner.Below(3) == 0) step.by = kDimensions[planner.Below(std::size(kDimensions))];
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace muster::attack
