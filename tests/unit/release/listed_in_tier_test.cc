#include "engine/release/memory/listed_in_tier.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/release/policy/hidden_names.h"
#include "engine/secret/siphash.h"
#include "gmock/gmock.h"
#include "tests/unit/index/index_fixture.h"

namespace muster::release {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

namespace field = model::field;

class ListedInTierTest : public index::IndexTest {
 protected:
  // `count` people of `dataset` with one phenotype, from `dataset`-`first` on, and as many samples each.
  void AddPeople(int first, int count, const std::string& phenotype, bool excluded = false,
                 const std::string& dataset = "d", int samples = 1) {
    index::CatalogueWriter writer(*store_, dictionary_);
    for (int i = 0; i < count; ++i) {
      model::Record record = Person(writer, dataset + std::to_string(first + i), phenotype, samples);
      record.dataset = dataset;
      record.rows[0].values[0].value = writer.Intern(dataset, "");
      record.rows[0].values.push_back({field::kSex, writer.Intern(i == 0 ? "other" : "female", "")});
      record.rows[1].excluded = excluded;
      for (model::Row& row : record.rows) {
        if (row.entity != model::Entity::kSample) continue;
        row.values.push_back({field::kSampleTissue, writer.Intern("tissue of " + phenotype, "")});
      }
      model::Taken taken;
      ASSERT_TRUE(writer.AddRecord(record, &taken).ok());
    }
    ASSERT_TRUE(writer.Commit().ok());
    dictionary_ = writer.dictionary();
  }

  bind::CatalogueViewPtr View() const {
    return std::make_shared<const bind::CatalogueView>(
        store_->snapshot(), dictionary_,
        std::make_shared<const ontology::Terminology>(std::vector<ontology::OntologyPtr>(), dictionary_));
  }

  std::set<std::string> Listed(model::FieldId of, ListingRules rules) const {
    const bind::CatalogueViewPtr view = View();
    const auto listed = view->WithListed(std::make_shared<ListedInTier>(view, std::move(rules)), nullptr);
    const auto values = listed->FieldValues(of);
    EXPECT_TRUE(values.ok()) << values.status();
    std::set<std::string> texts;
    for (const model::Symbol value : **values) texts.emplace(dictionary_->Text(value));
    return texts;
  }

  static ListingRules From(uint64_t shown_from) {
    ListingRules rules;
    rules.shown_from = shown_from;
    return rules;
  }
};

TEST_F(ListedInTierTest, WhatEnoughPeopleHave) {
  AddPeople(0, 20, "HP:1");
  AddPeople(20, 19, "HP:2");
  AddPeople(40, 20, "HP:3", true);
  AddPeople(60, 10, "HP:4");
  AddPeople(70, 10, "HP:4", true);
  EXPECT_THAT(Listed(field::kPhenotypeTerm, From(20)), ElementsAre("HP:1", "HP:3"))
      << "who has it and who lacks it are not added up";
  EXPECT_THAT(Listed(field::kPhenotypeTerm, From(1)), ElementsAre("HP:1", "HP:2", "HP:3", "HP:4"));
  EXPECT_THAT(Listed(field::kSex, From(1)), UnorderedElementsAre("female", "other"));
  EXPECT_THAT(Listed(field::kSex, From(50)), Not(Contains("other")))
      << "words of a fixed vocabulary may be asked for, but that somebody has one is not told";
}

TEST_F(ListedInTierTest, PeopleCountNotRows) {
  AddPeople(0, 5, "HP:1", false, "d", 10);
  AddPeople(5, 20, "HP:2");
  EXPECT_THAT(Listed(field::kSampleTissue, From(20)), ElementsAre("tissue of HP:2"));
  EXPECT_THAT(Listed(field::kSampleTissue, From(5)), ElementsAre("tissue of HP:1", "tissue of HP:2"));
}

TEST_F(ListedInTierTest, TheDeadDoNotCount) {
  AddPeople(0, 20, "HP:1");
  index::CatalogueWriter writer(*store_, dictionary_);
  ASSERT_TRUE(*writer.Remove("d", "d3"));
  ASSERT_TRUE(writer.Commit().ok());
  EXPECT_THAT(Listed(field::kPhenotypeTerm, From(20)), IsEmpty());
  EXPECT_THAT(Listed(field::kPhenotypeTerm, From(19)), ElementsAre("HP:1"));
}

TEST_F(ListedInTierTest, NobodyOfADatasetThatIsNotSeen) {
  AddPeople(0, 15, "HP:1", false, "hospital");
  AddPeople(0, 15, "HP:1", false, "registry");
  AddPeople(15, 30, "HP:2", false, "registry");
  ListingRules rules = From(20);
  EXPECT_THAT(Listed(field::kPhenotypeTerm, rules), ElementsAre("HP:1", "HP:2"));
  rules.datasets =
      std::make_shared<const model::SymbolList>(std::vector<model::Symbol>{*dictionary_->Find("hospital")});
  EXPECT_THAT(Listed(field::kPhenotypeTerm, rules), IsEmpty());
  EXPECT_THAT(Listed(field::kDataset, rules), ElementsAre("hospital"));
  rules.shown_from = 10;
  EXPECT_THAT(Listed(field::kPhenotypeTerm, rules), ElementsAre("HP:1"));
}

TEST_F(ListedInTierTest, NothingOfHiddenFields) {
  AddPeople(0, 30, "HP:1");
  ListingRules rules = From(1);
  ASSERT_TRUE(Hide("phenotype", &rules.hidden));
  EXPECT_THAT(Listed(field::kPhenotypeTerm, rules), IsEmpty());
  EXPECT_THAT(Listed(field::kPerson, rules), IsEmpty());
}

TEST_F(ListedInTierTest, EachNameHasItsOwnNumber) {
  AddPeople(0, 20, "HP:1");
  AddPeople(20, 20, "HP:2");
  ListingRules rules = From(20);
  rules.noise = [](std::string_view name) { return name.ends_with("HP:2") ? 1 : 0; };
  EXPECT_THAT(Listed(field::kPhenotypeTerm, rules), ElementsAre("HP:1"));
  rules.noise = [](std::string_view) { return -1000; };
  EXPECT_THAT(Listed(field::kPhenotypeTerm, rules), ElementsAre("HP:1", "HP:2"));
}

class Remembered final : public ListingMemory {
 public:
  std::optional<bool> Find(uint64_t name) const override {
    const auto found = listed.find(name);
    return found == listed.end() ? std::nullopt : std::optional(found->second);
  }
  bool Keep(const std::vector<Decision>& decisions) override {
    if (broken) return false;
    for (const Decision& decision : decisions) listed[decision.name] = decision.listed;
    return true;
  }
  std::map<uint64_t, bool> listed;
  bool broken = false;
};

TEST_F(ListedInTierTest, WhatWasDecidedGoesOnUntilManyHaveComeOrGone) {
  const bind::CatalogueViewPtr view = View();
  Remembered memory;
  ListingRules rules = From(20);
  rules.people = 10;
  rules.memory = &memory;
  rules.bits = [](std::string_view text) { return secret::SipHash24({1, 2}, text); };
  rules.noise = [](std::string_view name) { return static_cast<int64_t>(name.size() % 7) - 3; };
  const ListedInTier listed(view, rules);
  std::set<uint64_t> upwards, downwards;
  for (int i = 0; i < 200; ++i) {
    const std::string name = "name " + std::to_string(i) + std::string(static_cast<size_t>(i % 7), '.');
    const uint64_t from = static_cast<uint64_t>(20 + rules.noise(name));
    // Of 1 to k - 1 people nothing is remembered.
    EXPECT_FALSE(listed.Tells(9, name));
    EXPECT_FALSE(listed.Tells(from - 1, name));
    EXPECT_FALSE(listed.Tells(from, name)) << "one more";
    uint64_t up = from;
    while (!listed.Tells(up, name)) ++up;
    EXPECT_LE(up, from + 20);
    upwards.insert(up - from);
    EXPECT_TRUE(listed.Tells(up - 1, name)) << "one less";
    uint64_t down = up;
    while (listed.Tells(down, name)) --down;
    EXPECT_LT(down, from);
    EXPECT_GE(down, 9u);
    downwards.insert(from - down);
    EXPECT_FALSE(listed.Tells(down + 1, name));
    EXPECT_TRUE(listed.Tells(1000, name));
  }
  EXPECT_GT(upwards.size(), 15u) << "the edge is another one for each name";
  EXPECT_GT(downwards.size(), 6u);
  EXPECT_TRUE(listed.Tells(30, "known at once"));
  EXPECT_FALSE(listed.Tells(9, "known at once")) << "fewer than k people";
  EXPECT_EQ(memory.listed.size(), 201u);
  rules.scope = "another tier";
  EXPECT_TRUE(ListedInTier(view, rules).Tells(30, "known at once"));
  EXPECT_EQ(memory.listed.size(), 202u);
  memory.broken = true;
  EXPECT_FALSE(listed.Tells(30, "what cannot be kept")) << "is not told";
}

TEST_F(ListedInTierTest, WhetherAPartIsRecorded) {
  AddPeople(0, 20, "HP:1");
  const bind::CatalogueViewPtr view = View();
  EXPECT_TRUE(*ListedInTier(view, From(20)).IsRecorded(field::kRunDepth, model::kValuePart));
  EXPECT_FALSE(*ListedInTier(view, From(21)).IsRecorded(field::kRunDepth, model::kValuePart));
  EXPECT_FALSE(*ListedInTier(view, From(1)).IsRecorded(field::kBirth, model::kDateLow));
}

TEST_F(ListedInTierTest, LooksAtAPartOnce) {
  AddPeople(0, 20, "HP:1");
  const bind::CatalogueViewPtr view = View();
  int decided = 0;
  ListingRules rules = From(20);
  rules.noise = [&decided](std::string_view) -> int64_t {
    ++decided;
    return 0;
  };
  const ListedInTier listed(view, rules);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(*listed.IsRecorded(field::kRunDepth, model::kValuePart));
  EXPECT_EQ(decided, 1) << "every question about a time asks, for each of its criteria";
}

TEST_F(ListedInTierTest, NothingIsToldOfNobody) {
  const bind::CatalogueViewPtr view = View();
  ListingRules rules = From(5);
  rules.noise = [](std::string_view) { return -5; };
  EXPECT_FALSE(ListedInTier(view, rules).Tells(0, "anything"));
  EXPECT_TRUE(ListedInTier(view, rules).Tells(1, "anything"));
}

}  // namespace
}  // namespace muster::release
