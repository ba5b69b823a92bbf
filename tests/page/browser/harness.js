// A browser, and pages in it that tell what goes wrong in them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// The packages of package.json are installed below the build folder.
const require = createRequire(join(process.env.MUSTER_PAGE_PACKAGES, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

export function startBrowser() {
  return chromium.launch({ executablePath: process.env.MUSTER_CHROMIUM ?? "/usr/bin/chromium", args: flags });
}

export const desktop = { viewport: { width: 1280, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** Opens `url`. The page's faults (scripts that fail, what the security policy refused) are in `faults`. */
export async function openPage(browser, url, options = desktop) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    // (Refused and failed requests are shown by the page itself; the browser tells of them as well.)
    const request = message.text().startsWith("Failed to load resource");
    if (message.type() === "error" && !request) faults.push(message.text());
  });
  await page.goto(url);
  return { page, faults, close: () => context.close() };
}

/** Runs the accessibility rules of axe-core on the page as it is; none may be broken. */
export async function expectAccessible(page, where) {
  await page.evaluate(axe);
  const broken = await page.evaluate(async () => (await window.axe.run()).violations.map((each) =>
    `${each.id}: ${each.nodes.map((node) => node.target.join(" ")).join(", ")}`));
  assert.deepEqual(broken, [], where);
}

/** Waits until the element's text matches. */
export async function expectText(page, selector, pattern) {
  const start = Date.now();
  let last = "";
  while (Date.now() - start < 15_000) {
    last = await page.locator(selector).first().innerText().catch(() => "");
    if (pattern.test(last)) return;
    await page.waitForTimeout(50);
  }
  assert.match(last, pattern, selector);
}
