// Allelic states of variants that a mapping or a phenopacket has.
#include "engine/import/record/rules/allelic_state.h"

#include <gmock/gmock.h>

#include "tests/unit/import/record/reading.h"

namespace muster::import {
namespace {

using model::Entity;
using testing::ElementsAre;

TEST(AllelicStateTest, AMappingReadsWordsAndAnswersOfLoinc) {
  constexpr char kVariants[] = R"({
    "interpretations": {"from": "/found/*", "fields": {"status": {"const": "solved"}}},
    "variants": {"from": "/found/*", "interpretation": "parent", "fields": {"allelic state": "/z"}}})";
  const auto state = [&](const std::string& written) {
    return Read(R"({"id": "1", "subject": {"id": "1"}, "found": [{"z": )" + written + "}]}", kVariants)
        .Rows(Entity::kVariant);
  };
  for (const char* written : {R"("het")", R"("LOINC:LA6706-1")", R"("0/1")", R"({"id": "GENO:0000135"})",
                              R"({"id": "", "label": "heterozygous"})"}) {
    EXPECT_THAT(state(written), ElementsAre("variant<1>: allelic state=GENO:0000135")) << written;
  }
  EXPECT_THAT(state(R"("mosaic")"), ElementsAre("variant<1>: allelic state=mosaic"));
}

}  // namespace
}  // namespace muster::import
