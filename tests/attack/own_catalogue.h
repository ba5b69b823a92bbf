// Tests that attack catalogues of their own.
#ifndef MUSTER_TESTS_ATTACK_OWN_CATALOGUE_H_
#define MUSTER_TESTS_ATTACK_OWN_CATALOGUE_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tests/attack/guest_opponent.h"
#include "tests/attack/seeded_catalogue.h"
#include "tests/attack/settings.h"
#include "tests/attack/table.h"
#include "tests/attack/world.h"

namespace muster::attack {

// A budget that ends no attack: what holds is not the budget.
inline constexpr const char* kUnlimited = R"("units": 100000000, "units_year": 100000000, "units_tier": 100000000,
    "near": 100000000, "per_minute": 100000000, "timing": )";

class OwnCatalogueTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / absl::StrCat("muster_own_attack_", getpid());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::unique_ptr<Catalogue> Make(const std::string& name) {
    auto made = CreateSeeded((folder_ / name).string(), Seed());
    EXPECT_TRUE(made.ok()) << made.status();
    return made.ok() ? *std::move(made) : nullptr;
  }
  static void Import(Catalogue& catalogue, const std::string& dataset, const std::string& text,
                     const std::string& mapping = World::Mapping()) {
    ImportOptions options;
    options.dataset = dataset;
    options.mapping = mapping;
    const auto report = catalogue.ImportText(text, options);
    ASSERT_TRUE(report.ok()) << report.status();
  }
  // `more`: further members of the policy, or nothing. `timing`: of all tiers.
  static void SetPolicy(Catalogue& catalogue, const std::string& more = "", int timing = 0) {
    std::string tiers;
    for (const char* each : {"public", "registered", "controlled"}) {
      absl::StrAppend(&tiers, tiers.empty() ? "" : ", ", "\"", each, R"(": {"preset": ")", each, "\", ", kUnlimited,
                      timing, each == std::string("public") ? R"(, "units_name": 100000000})" : "}");
    }
    const absl::Status set =
        catalogue.SetPolicy(absl::StrCat(R"({"tiers": {)", tiers, "}", more, R"(, "ledger": {"durable": "process"}})"));
    ASSERT_TRUE(set.ok()) << set;
  }
  // The tiers as they are shipped. Only, nobody has to wait: an attacker does.
  static void SetShippedPolicy(Catalogue& catalogue) {
    std::string tiers;
    for (const char* each : {"public", "registered", "controlled"}) {
      absl::StrAppend(&tiers, tiers.empty() ? "" : ", ", "\"", each, R"(": {"preset": ")", each,
                      R"(", "per_minute": 1000000, "timing": 0})");
    }
    const absl::Status set =
        catalogue.SetPolicy(absl::StrCat(R"({"tiers": {)", tiers, R"(}, "ledger": {"durable": "process"}})"));
    ASSERT_TRUE(set.ok()) << set;
  }
  // What came of an attack besides its score.
  template <typename Asker>
  static std::string EndOf(const Asker& asker) {
    return absl::StrCat(asker.ended() ? "ended by budget after " : "", asker.asked(), " texts");
  }
  static std::unique_ptr<GuestOpponent> Admit(Catalogue& catalogue, const std::string& tier,
                                              const std::string& name = "attacker") {
    auto guest = catalogue.Admit({.name = name, .tier = tier});
    EXPECT_TRUE(guest.ok()) << guest.status();
    return guest.ok() ? std::make_unique<GuestOpponent>(*std::move(guest), tier) : nullptr;
  }
  static std::string Person(const std::string& id, const std::string& sex, const std::string& country,
                            const std::string& term, int samples) {
    std::string line = absl::StrCat(R"({"id":")", id, R"(","subject":{"sex":")", sex, R"("},"land":")", country,
                                    R"(","phenotypicFeatures":[{"type":{"id":")", term, R"("}}],"biosamples":[)");
    for (int s = 0; s < samples; ++s) absl::StrAppend(&line, s > 0 ? "," : "", R"({"id":"s)", id, "-", s, R"("})");
    return line + "]}\n";
  }

  std::filesystem::path folder_;
};

}  // namespace muster::attack

#endif  // MUSTER_TESTS_ATTACK_OWN_CATALOGUE_H_
