// Questions to begin with.
import { emptyQuestion, makeLine, makePerson, makeRecord, makeTerm } from "./question.js";

function record(entity, code, label, more = {}) {
  return Object.assign(makeRecord(entity, code ? [makeTerm(code, label)] : []), more);
}

/** Ends that the presets of the release door allow: whole years below 20, and then five years. */
function age(from, to) {
  const criterion = makePerson("age at last contact");
  criterion.with[0].values = [from, to];
  return criterion;
}

const either = (...items) => Object.assign(makeLine(items[0]), { items });

export const examples = {
  "Adults with type 2 diabetes, high HbA1c or metformin": () => Object.assign(emptyQuestion(), {
    include: [
      makeLine(record("disease", "MONDO:0005148", "type 2 diabetes mellitus")),
      makeLine(age("40", "74")),
      either(record("measurement", "LOINC:4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood",
        { with: [{ field: "value", op: ">=", values: ["7"], unit: "%" }] }),
      record("treatment", "NCIT:C61612", "Metformin")),
    ],
    exclude: [makeLine(record("disease", "MONDO:0005147", "type 1 diabetes mellitus"))],
    by: ["sex", "age"],
  }),
  "Children with seizures that began before the age of five": () => Object.assign(emptyQuestion(), {
    include: [
      makeLine(record("phenotype", "HP:0001250", "Seizure",
        { with: [{ field: "onset", op: "<", values: ["5"], unit: "years" }] })),
      makeLine(age("0", "17")),
    ],
    exclude: [makeLine(record("phenotype", "HP:0001249", "Intellectual disability"))],
    by: ["country"],
  }),
  "Tumour samples that were sequenced deeply": () => Object.assign(emptyQuestion(), {
    include: [
      makeLine(record("sample", "", "", {
        with: [{ field: "type", op: "is", values: ["tumour"], unit: "" }],
        inner: [{ field: "assay", op: "is", values: ["wgs"], unit: "" },
          { field: "depth", op: ">=", values: ["30"], unit: "" }],
      })),
    ],
    by: ["country", "sex"],
  }),
};
