#include "engine/model/codes/label_words.h"

#include <gtest/gtest.h>

namespace muster::model {
namespace {

TEST(LabelWordsTest, WhatLabelsSayOfTheirCode) {
  for (const char* label :
       {"No seizures", "Seizure absent", "No evidence of seizures", "Absence of seizures", "not seen"}) {
    EXPECT_EQ(WhatLabelSays(label, true), LabelSays::kDenied) << label;
  }
  for (const char* label : {"suspected Seizure", "Seizure?", "at risk for D", "D, carrier", "Verdacht auf Epilepsie"}) {
    EXPECT_EQ(WhatLabelSays(label, true), LabelSays::kDoubted) << label;
  }
  for (const char* label : {"Family history of seizures", "Seizure in father"}) {
    EXPECT_EQ(WhatLabelSays(label, true), LabelSays::kOfOthers) << label;
  }
  // Names of terms, where nobody knows them.
  for (const char* label : {"No social interaction", "Absent speech", "Carrier of X", "Non-Hodgkin lymphoma", "Nodule",
                            "History of stroke", "Thumb absent", ""}) {
    EXPECT_EQ(WhatLabelSays(label, false), LabelSays::kNothing) << label;
  }
  EXPECT_EQ(WhatLabelSays("Suspected diabetes", false), LabelSays::kDoubted);
}

}  // namespace
}  // namespace muster::model
