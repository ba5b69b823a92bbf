// What names of columns say.
#include "engine/import/table/columns/column_names.h"

#include <gtest/gtest.h>

namespace muster::import {
namespace {

TEST(ColumnNamesTest, ANumberOfARow) {
  for (const char* name : {"seq_num", "MHSEQ", "instance_num", "quantity", "Primaertumor_Nr", "dose_no", "lot"}) {
    EXPECT_TRUE(IsNameOfNumber(name)) << name;
  }
  for (const char* name : {"rnaseq", "diabetes", "no", "pilot", "exome_done", "border"}) {
    EXPECT_FALSE(IsNameOfNumber(name)) << name;
  }
}

TEST(ColumnNamesTest, ALastContact) {
  for (const char* name :
       {"date_last_contact_or_death", "days_to_last_follow_up", "last_fu_date", "censor_date", "DDN"}) {
    EXPECT_TRUE(IsNameOfLastContact(name)) << name;
  }
  for (const char* name : {"date_of_death", "dod", "Sterbedatum", "date_deces", "contact_phone"}) {
    EXPECT_FALSE(IsNameOfLastContact(name)) << name;
  }
}

TEST(ColumnNamesTest, WhenARowWasCancelled) {
  for (const char* name : {"void_date", "voided_on", "cancelled_at", "CANCELLED_DATE", "Stornodatum", "annulled",
                           "invalidated_on", "date_entered_in_error", "cancel_reason", "duplicate", "Dublette",
                           "Stornogrund", "rejected_by", "date_voided"}) {
    EXPECT_TRUE(IsNameOfCancelling(name)) << name;
  }
  for (const char* name :
       {"voiding_time", "voided_volume", "avoid_date", "cancellous_graft", "cancelled_visits", "rejection_date",
        "retraction", "invalidity", "annulus", "deletion_size", "date", "reason", "cancer_date", ""}) {
    EXPECT_FALSE(IsNameOfCancelling(name)) << name;
  }
}

}  // namespace
}  // namespace muster::import
