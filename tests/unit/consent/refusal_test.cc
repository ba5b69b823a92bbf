// Statuses of consents, as a catalogue may have them: also in words that import writes no more.
#include "engine/consent/refusal.h"

#include <gtest/gtest.h>

namespace muster::consent {
namespace {

TEST(RefusalTest, WordsOfTheStatus) {
  for (const char* refused : {"refused", "withdrawn", "declined", "opt-out", "no consent", "widerrufen", "révoqué"}) {
    EXPECT_TRUE(IsRefusal(refused)) << refused;
    EXPECT_TRUE(IsNoConsent(refused)) << refused;
  }
  for (const char* other : {"granted", "unknown", "signed", "dynamic", ""}) EXPECT_FALSE(IsRefusal(other)) << other;
  EXPECT_TRUE(IsNoConsent("unknown"));
  EXPECT_FALSE(IsNoConsent("granted"));
}

}  // namespace
}  // namespace muster::consent
