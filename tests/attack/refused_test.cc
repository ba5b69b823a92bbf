// What the tiers do not answer, as its text says: values that are too fine (A28), fields that name people (A29).
// Attacks by them succeed where they are answered.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "tests/attack/attacks.h"
#include "tests/attack/baselines.h"
#include "tests/attack/own_catalogue.h"
#include "tests/attack/score.h"
#include "tests/attack/world.h"

namespace muster::attack {
namespace {

class RefusedTest : public OwnCatalogueTest {};

// The same people by ages to the half year.
World Finer(World world) {
  const auto finer = [](std::string* criteria) {
    const size_t at = criteria->find(" aged ");
    const size_t end = criteria->find(" and ", at);
    const std::string age = criteria->substr(at + 6, end - at - 6);
    criteria->replace(at, end - at, absl::StrCat(" >= ", age, " years and age at last contact < ", age, ".5 years"));
  };
  for (Target& target : world.targets) finer(&target.alone);
  for (std::string& criteria : world.look_alikes) finer(&criteria);
  return world;
}

TEST_F(RefusedTest, FineValuesSingleOutAndAreTooFine) {
  const World world = Finer(World(Seed(), 2000));
  const auto catalogue = Make("fine");
  ASSERT_NE(catalogue, nullptr);
  for (const char* dataset : {"hospital", "registry"}) Import(*catalogue, dataset, world.Records(dataset));
  SetPolicy(*catalogue);
  Suppressed suppressed(*catalogue, 10);
  const double exactly = Existence(suppressed, world, Trials());
  Tell("A28 fineness: existence by half years", suppressed.name(), exactly);
  EXPECT_GE(exactly, 0.8);
  for (const char* tier : {"public", "registered", "controlled"}) {
    const auto guest = Admit(*catalogue, tier);
    ASSERT_NE(guest, nullptr);
    const double told = Existence(*guest, world, Trials());
    Tell("A28 fineness: existence by half years", tier, told);
    EXPECT_EQ(told, 0);
    EXPECT_NE(guest->Said("count individuals where " + world.targets[0].alone).find("[too-fine]"), std::string::npos);
  }
}

TEST_F(RefusedTest, IdsTellWhoIsThereAndAreHidden) {
  std::string people;
  for (int i = 0; i < 400; ++i) {
    absl::StrAppend(&people, R"({"id":"i)", i, R"(","pid":"NHS)", 1000 + i, R"(","subject":{"sex":")",
                    i % 2 == 0 ? "FEMALE" : "MALE", "\"}}\n");
  }
  const auto catalogue = Make("ids");
  ASSERT_NE(catalogue, nullptr);
  ImportOptions options;
  options.dataset = "hospital";
  options.mapping = R"({"individual": {"person id": "/pid"}})";
  ASSERT_TRUE(catalogue->ImportText(people, options).ok());
  SetPolicy(*catalogue);
  // By the id of somebody, and by that of nobody.
  const auto told = [](Opponent& opponent) {
    size_t different = 0;
    for (const char* text :
         {"count individuals where person id is \"$\"", "count individuals where person id in (\"$\", \"NHS1007\")",
          "count individuals where sex is female and not person id is \"$\"",
          "count individuals where person id starts with \"$\"",
          "count individuals by person id in groups (one = (\"$\"))"}) {
      const auto said = [&](const std::string& id) {
        return absl::StrReplaceAll(opponent.Said(absl::StrReplaceAll(text, {{"$", id}})), {{id, "$"}});
      };
      different += said("NHS1122") == said("NHS9122") ? 0 : 1;
      different += opponent.Completed(text).find("NHS1") == std::string::npos ? 0 : 1;
    }
    return static_cast<double>(different);
  };
  Exact exact(*catalogue);
  const double exactly = told(exact);
  Tell("A29 ids: texts that tell", exact.name(), exactly);
  EXPECT_GE(exactly, 4);
  for (const char* tier : {"public", "registered", "controlled"}) {
    const auto guest = Admit(*catalogue, tier);
    ASSERT_NE(guest, nullptr);
    const double released = told(*guest);
    Tell("A29 ids: texts that tell", tier, released);
    EXPECT_EQ(released, 0);
  }
}

}  // namespace
}  // namespace muster::attack
