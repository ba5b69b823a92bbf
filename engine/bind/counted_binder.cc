#include "engine/bind/counted_binder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/bind/bound/polarity.h"
#include "engine/bind/bound/scope.h"
#include "engine/bind/bound/unknown_entity.h"

namespace muster::bind {

using model::Entity;

namespace {

void BindOne(Reporter* reporter, const grammar::Counted& written, std::vector<Counted>* all) {
  const grammar::Name& name = written.entity;
  Counted counted;
  if (name.text == "families" || name.text == "family") {
    counted = {Entity::kPedigree, Polarity::kAny, name.text, Counted::Distinct::kFamilies};
  } else {
    const auto entity = FindEntity(name.text);
    if (!entity) return ReportUnknownEntity(reporter, name);
    counted.entity = *entity;
    counted.name = name.text;
    if (written.distinct) counted.distinct = Counted::Distinct::kPersons;
  }
  if (written.distinct && (counted.entity != Entity::kIndividual)) {
    reporter->Error(written.distinct_span, "no-distinct",
                    absl::StrCat("only individuals have an id over all datasets, not ", name.text));
    return;
  }
  if (!all->empty() && !OnOneLine((*all)[0].entity, counted.entity)) {
    reporter->Error(
        name.span, "unrelated-entities",
        absl::StrCat(name.text, " cannot be counted together with ", (*all)[0].name, ": neither belongs to the other"));
    return;
  }
  if (std::any_of(all->begin(), all->end(),
                  [&](const Counted& c) { return c.entity == counted.entity && c.distinct == counted.distinct; })) {
    reporter->Error(name.span, "counted-twice", absl::StrCat(name.text, " is counted already"));
    return;
  }
  const auto polarity = BindPolarity(reporter, written.polarity, written.polarity_span, counted.entity);
  if (!polarity) return;
  counted.polarity = *polarity;
  if (written.polarity == grammar::Polarity::kExcluded) counted.name = "excluded " + counted.name;
  if (counted.distinct == Counted::Distinct::kPersons) counted.name = "distinct " + counted.name;
  all->push_back(std::move(counted));
}

}  // namespace

void BindCounted(Reporter* reporter, std::span<const grammar::Counted> entities, std::vector<Counted>* counted) {
  for (const grammar::Counted& written : entities) BindOne(reporter, written, counted);
  if (counted->empty()) counted->emplace_back();  // reported already
}

About CriteriaAbout(const std::vector<Counted>& counted) {
  return counted[0].distinct == Counted::Distinct::kPersons ? About::kPersons : About::kRecords;
}

bool CountsPersons(const std::vector<Counted>& counted) {
  return counted[0].entity == Entity::kIndividual && CriteriaAbout(counted) == About::kRecords &&
         std::any_of(counted.begin(), counted.end(),
                     [](const Counted& one) { return one.distinct == Counted::Distinct::kPersons; });
}

}  // namespace muster::bind
