#include "engine/model/document/code_labels.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace muster::model {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CodeLabelsTest, LabelsAreComparedByLettersAndDigits) {
  EXPECT_EQ(LabelKey("White and Asian"), LabelKey("white_and-asian "));
  EXPECT_NE(LabelKey("White"), LabelKey("White and Asian"));
  EXPECT_NE(LabelKey("Übergewicht"), LabelKey("bergewicht"));
}

TEST(CodeLabelsTest, AreFoundAmongDocuments) {
  const std::map<std::string, std::string> documents = {
      {"import/0000000000000001", "x"},
      {CodeLabelsDocument("NCIT:C67109"), EncodeCodeLabels({"Indian", "Mixed"})},
      {"policy", "1"}};
  EXPECT_THAT(CodesWithLabels(documents), ElementsAre("NCIT:C67109"));
  EXPECT_THAT(*LabelsOf(documents, "NCIT:C67109"), ElementsAre("Indian", "Mixed"));
  EXPECT_THAT(*LabelsOf(documents, "NCIT:C1"), IsEmpty());
}

TEST(CodeLabelsTest, DamagedBytesAreAnError) {
  const std::string bytes = EncodeCodeLabels({"Indian", "Mixed"});
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_EQ(DecodeCodeLabels(bytes.substr(0, size)).status().code(), absl::StatusCode::kDataLoss) << size;
  }
  EXPECT_FALSE(DecodeCodeLabels(bytes + "x").ok());
  EXPECT_FALSE(DecodeCodeLabels("\x02" + bytes.substr(1)).ok());
}

}  // namespace
}  // namespace muster::model
