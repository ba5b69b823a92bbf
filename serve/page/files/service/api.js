// The service's own endpoints. Paths are relative, so that the page also works behind a proxy that adds a prefix.

import { answerOfBeacon } from "./beacon_answer.js";

/** What went wrong, in words for people. `diagnostics`: mistakes in the question; `retryAfter`: seconds, or null. */
export class ServiceError extends Error {
  constructor(message, { status = 0, diagnostics = [], retryAfter = null } = {}) {
    super(message);
    this.status = status;
    this.diagnostics = diagnostics;
    this.retryAfter = retryAfter;
  }
}

const plain = {
  401: "This address needs to know who you are: the token is missing or not accepted.",
  403: "This question is not answered for you here.",
  409: "The data have changed meanwhile. Ask again.",
  413: "The question is too long.",
  429: "Too many questions for now.",
  503: "The service is busy.",
  504: "The question took too long.",
};

function secondsOf(response) {
  const seconds = Number(response.headers.get("Retry-After"));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

async function fail(response) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    // (A proxy's page, say: the status says enough.)
  }
  const diagnostics = Array.isArray(body.diagnostics) ? body.diagnostics : [];
  const first = diagnostics.find((each) => each.severity === undefined || each.severity === "error");
  const message = first?.message ?? body.detail ?? body.error?.errorMessage ?? plain[response.status] ?? body.title ??
    `The service answered ${response.status}.`;
  throw new ServiceError(message, { status: response.status, diagnostics, retryAfter: secondsOf(response) });
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, { credentials: "same-origin", cache: "no-store", ...options });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ServiceError("The service cannot be reached. Is the network there?");
  }
  if (!response.ok) await fail(response);
  try {
    return { body: await response.json(), etag: response.headers.get("ETag") };
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ServiceError("The service's answer cannot be read.", { status: response.status });
  }
}

const post = (path, body, signal) => request(path, {
  method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal,
});

/** The answer to a statement {text, parameters}. Throws ServiceError, or AbortError after `signal`. */
export function query({ text, parameters }, signal) {
  return post("v1/query", { text, parameters }, signal);
}

export function complete(text, signal) {
  return post("v1/complete", { text, cursor: text.length }, signal);
}

export function terms(like, signal) {
  return request(`v1/terms?${new URLSearchParams({ like })}`, { signal });
}

/** Who asks, and whether this is a network. */
export function me(signal) {
  return request("v1/me", { signal });
}

/** Counts people by filters of a Beacon: what a network is asked. */
export async function countByFilters({ filters }, signal) {
  const { body, etag } = await post("beacon/v2/individuals", { meta: { apiVersion: "v2.1.1" },
    query: { filters, requestedGranularity: "count", includeResultsetResponses: "NONE" } }, signal);
  return { body: answerOfBeacon(body, filters), etag };
}

/** All terms that can be filtered by. */
export function filteringTerms(signal) {
  return request("beacon/v2/filtering_terms?limit=0", { signal });
}

/** Datasets as the Beacon tells of them. */
export function datasets(signal) {
  return request("beacon/v2/datasets?limit=0", { signal });
}

/** Who runs this service. */
export function info(signal) {
  return request("beacon/v2/info", { signal });
}
