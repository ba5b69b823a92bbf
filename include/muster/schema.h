// The data model as values: which kinds of records there are, how they nest, which fields they have.
#ifndef MUSTER_SCHEMA_H_
#define MUSTER_SCHEMA_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "muster/export.h"

namespace muster {

/// What queries can name. Entities and fields are fixed in this version of the library; units are those of the
/// catalogue's records.
struct Schema {
  /// How the values of a field are compared.
  enum class Kind {
    kCode,     ///< a code of a code system; a query for it also finds the codes below it
    kKeyword,  ///< a word of a small vocabulary
    kNumber,
    kTime,  ///< an age, a date, or a term of onset
    kText,  ///< listed, not searched
  };
  struct Field {
    std::string name;  ///< as in a query; may have blanks
    std::vector<std::string> aliases;
    std::string description;  ///< one line
    Kind kind = Kind::kText;
    bool several = false;            ///< a record may have several values
    bool primary = false;            ///< what `has ENTITY TERM` matches
    std::vector<std::string> units;  ///< of a number: the units in which records have it, as written there
  };
  struct Entity {
    std::string name;    ///< singular, as in a query
    std::string plural;  ///< as in `count individuals`
    std::vector<std::string> aliases;
    std::string description;       ///< one line
    std::string parent;            ///< the name of the entity whose records these belong to; empty for individuals
    bool may_be_excluded = false;  ///< records may say "looked for and not there"
    std::vector<Field> fields;
  };
  std::vector<Entity> entities;  ///< in the order of the model; a parent comes before its children
};

/// A field in which records have a code.
struct CodePlace {
  std::string entity;    ///< singular
  std::string field;     ///< its name
  bool primary = false;  ///< `has ENTITY CODE` finds it
};

/// A dataset or a cohort as its custodian describes it. Nothing here is counted by the library.
struct Collection {
  enum class Kind { kDataset, kCohort };
  struct Term {
    std::string code;   ///< for a country, as given
    std::string label;  ///< or empty
  };
  /// One term of the Data Use Ontology, with its modifiers, such as the diseases of DUO:0000007.
  struct DataUse {
    Term use;
    std::string version;
    std::vector<Term> modifiers;
  };
  Kind kind = Kind::kDataset;
  std::string id;
  // All of the following are empty if the description does not say.
  std::string name;
  std::string description;
  std::string type;  ///< of a cohort: study-defined, beacon-defined, user-defined
  std::vector<std::string> countries;
  std::string custodian;
  std::string access;
  std::string version;
  std::string age_range;
  std::string inclusion;
  std::string exclusion;
  std::optional<uint64_t> declared;  ///< number of individuals, according to the custodian
  std::optional<bool> synthetic;
  std::vector<DataUse> data_uses;
};

}  // namespace muster

#endif  // MUSTER_SCHEMA_H_
