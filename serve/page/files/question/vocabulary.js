// The words of the page: which records and fields can be asked for, what the query language calls them, and how they
// read in a sentence that begins with "people who".

const sexes = ["female", "male", "other", "unknown"];
const present = (verb, name) => ({ verb, name });

const onset = { kind: "time", label: "when it began", phrase: "began" };

/**
 * Records of a person. `entity` is the query language's word; `title` names the kind for people; `some` stands for any
 * record of the kind; `term` precedes a term. With `excluded`, records may also say that something is not there.
 */
export const entities = {
  disease: {
    title: "Disease", ...present("have", "a disease"), term: "", excluded: "are recorded as not having",
    fields: {
      onset, "age at diagnosis": { kind: "time", label: "when it was diagnosed", phrase: "was diagnosed",
        date: "diagnosis" },
      stage: { kind: "code", label: "stage", phrase: "has the stage" },
      status: { kind: "keyword", label: "status", phrase: "has the status", choices: ["confirmed", "provisional"] },
    },
  },
  phenotype: {
    title: "Sign or symptom", ...present("have", "a sign or symptom"), term: "", excluded: "are recorded as not having",
    fields: { onset, severity: { kind: "code", label: "severity", phrase: "has the severity" } },
  },
  measurement: {
    title: "Test or measurement", ...present("have", "a measurement"), term: "a measurement of ",
    fields: {
      value: { kind: "quantity", label: "result", phrase: "is" },
      time: { kind: "time", label: "when it was measured", phrase: "was made" },
    },
  },
  treatment: {
    title: "Treatment", ...present("had", "a treatment"), term: "treatment with ",
    excluded: "are recorded as not having had",
    fields: {
      start: { kind: "time", label: "when it began", phrase: "began" },
      intent: { kind: "code", label: "intent", phrase: "has the intent" },
    },
  },
  procedure: {
    title: "Procedure", ...present("had", "a procedure"), term: "the procedure ",
    excluded: "are recorded as not having had",
    fields: {
      performed: { kind: "time", label: "when it was done", phrase: "was done" },
      site: { kind: "code", label: "body site", phrase: "was done on" },
    },
  },
  exposure: {
    title: "Exposure", ...present("had", "an exposure"), term: "exposure to ",
    excluded: "are recorded as not having had",
    fields: { value: { kind: "quantity", label: "amount", phrase: "is" } },
  },
  variant: {
    title: "Gene variant", ...present("have", "a variant"), term: "a variant in ",
    fields: {
      pathogenicity: {
        kind: "keyword", label: "pathogenicity", phrase: "is",
        choices: ["pathogenic", "likely pathogenic", "uncertain significance", "likely benign", "benign"],
      },
      "allelic state": { kind: "code", label: "zygosity", phrase: "is" },
    },
  },
  sample: {
    title: "Sample", ...present("have", "a sample"), term: "a sample of ",
    fields: {
      type: { kind: "keyword", label: "sample type", phrase: "is of the type",
        choices: ["tumour", "reference", "abnormal"] },
      collected: { kind: "time", label: "when it was taken", phrase: "was taken" },
      stage: { kind: "code", label: "pathological stage", phrase: "has the stage" },
    },
    inner: "run",
  },
  run: {
    title: "Sequencing run", ...present("have", "a sequencing run"), term: "",
    fields: {
      assay: { kind: "keyword", label: "assay", phrase: "is", choices: ["wgs", "wes", "panel", "array", "rna-seq"] },
      depth: { kind: "number", label: "mean depth", phrase: "has a depth of", unit: "-fold" },
      platform: { kind: "keyword", label: "platform", phrase: "is from" },
      reference: { kind: "keyword", label: "reference genome", phrase: "has the reference genome" },
    },
  },
};

/**
 * Fields of the person. `phrase` is what follows "people who"; `date`: what the language calls the time where it is
 * compared with dates, if that is another name.
 */
export const personFields = {
  sex: { kind: "keyword", label: "Sex", phrase: "are", choices: sexes },
  "age at last contact": { kind: "time", label: "Age at last contact", phrase: "were last seen",
    date: "last contact" },
  "age at enrolment": { kind: "time", label: "Age at enrolment", phrase: "were enrolled", date: "enrolment" },
  "age at death": { kind: "time", label: "Age at death", phrase: "died", date: "death" },
  "vital status": { kind: "keyword", label: "Vital status", phrase: "are", choices: ["alive", "deceased", "unknown"] },
  country: { kind: "keyword", label: "Country", phrase: "are from", country: true },
  ethnicity: { kind: "code", label: "Ethnicity", phrase: "have the ethnicity" },
  cohort: { kind: "keyword", label: "Cohort", phrase: "belong to the cohort" },
};

/** What can be asked of each kind of value: the words of the choice, and how many values it takes. */
export const comparisons = {
  keyword: { is: ["is", "list"], "is not": ["is not", "list"], recorded: ["is recorded", 0] },
  code: { is: ["is", "list"], "is not": ["is not", "list"], recorded: ["is recorded", 0] },
  number: { ">=": ["at least", 1], "<=": ["at most", 1], between: ["between", 2], recorded: ["is recorded", 0] },
  quantity: {
    ">=": ["at least", 1], "<=": ["at most", 1], ">": ["more than", 1], "<": ["less than", 1], between: ["between", 2],
    recorded: ["is recorded", 0],
  },
  time: {
    aged: ["at the age of, in completed years, from … to", 2], "<": ["before the age of", 1],
    ">=": ["at or after the age of", 1], before: ["before the date", 1], after: ["after the date", 1],
    recorded: ["is recorded", 0],
  },
};

export const ageUnits = ["years", "months", "weeks", "days"];

/** What data may be used for, as the language has it; "disease" takes a term. */
export const purposes = {
  "": "Any purpose (no filter)",
  "general research": "General research",
  "health research": "Health or medical research",
  disease: "Research on a disease",
  "methods development": "Development of methods",
  "ancestry research": "Research on ancestry",
  "clinical care": "Clinical care",
};

/** What a count can be broken down by: the language's dimension, and its heading. */
export const dimensions = {
  sex: { by: "sex", label: "Sex" },
  age: { by: "age at last contact in bands of 10 years", label: "Age at last contact" },
  country: { by: "country", label: "Country" },
  site: { by: "dataset", label: "Site (dataset)" },
};

/** What codes of a system are usually recorded as; null where they are used for many things (NCIT, SNOMED). */
const usual = {
  HP: "phenotype", MONDO: "disease", OMIM: "disease", ORPHA: "disease", ICD10: "disease", ICD9: "disease",
  LOINC: "measurement", CHEBI: "treatment", RXNORM: "treatment", ATC: "treatment",
  DRUGBANK: "treatment", UBERON: "sample", HGNC: "variant",
};
export function usualEntity(code) {
  return usual[code.slice(0, code.indexOf(":")).toUpperCase()] ?? null;
}
