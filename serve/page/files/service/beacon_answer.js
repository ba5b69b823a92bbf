// A Beacon's count of people in the form of the service's own answers.

function numberOf(summary, description, network) {
  const value = summary.numTotalResults;
  if (!Number.isInteger(value)) {
    return summary.exists ? { value: null, kind: "yes" } : { value: null, kind: "suppressed", low: 0 };
  }
  if (network && network.upper === null) return { value: network.lower, kind: "atLeast", low: network.lower };
  if (summary.countPrecision !== "imprecise") return value;
  const [low, high] = [description?.minRange, description?.maxRange];
  return value === 0 ? { value: null, kind: "suppressed", low, high } : { value, kind: "rounded", low, high };
}

/** As of /v1/query, with what the network says of itself. */
export function answerOfBeacon(body, filters) {
  const info = body.info ?? {};
  const network = info.network ?? null;
  const notes = (Array.isArray(info.notes) ? info.notes : []).map((message) => ({ severity: "warning", message }));
  return { network, answers: [{
    columns: [{ name: "individuals", type: "integer", role: "people" }], labels: {}, notes,
    rows: [[numberOf(body.responseSummary ?? {}, info.resultCountDescription, network)]],
    provenance: { statement: info.muster?.statement ?? JSON.stringify(filters), release: "network" },
  }] };
}
