// What somebody waits for who opens Samsnakk on a phone for the first time: Lighthouse's phone (slow 4G,
// a processor of a fourth), at the welcome page and in a room. `./samsnakk bench --first-load` runs it:
//   node first-load.mjs <origin> <folder with lighthouse in its node_modules> <chromium> [runs]
// Nothing that is kept in the browser helps: each run begins without its caches, signed in to the room.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [origin, tools, chromium, runs = "3"] = process.argv.slice(2);
const { resolve } = createRequire(join(tools, "package.json"));
const load = (name) => import(pathToFileURL(resolve(name)));
const { default: lighthouse } = await load("lighthouse");
const { default: puppeteer } = await load("puppeteer-core");

const KARI = "Kari Kommunepsykolog";
const ARE = { name: "Are Nordmann", identityNumber: "11858910082" };

const ms = (value) => Math.round(value);
const kib = (value) => Math.round(value / 1024);
const score = (value) => Math.round(value * 100);

/** What is read from a report, in which unit, and what it may be at most or has to be at least. */
const FIGURES = [
  { what: "first word, ms", of: (it) => ms(it.audits["first-contentful-paint"].numericValue) },
  { what: "largest, ms", of: (it) => ms(it.audits["largest-contentful-paint"].numericValue) },
  { what: "usable (interactive), ms", of: (it) => ms(it.audits.interactive.numericValue) },
  { what: "blocked, ms", of: (it) => ms(it.audits["total-blocking-time"].numericValue) },
  { what: "moved (CLS)", of: (it) => it.audits["cumulative-layout-shift"].numericValue.toFixed(3) },
  { what: "over the line, KiB", of: (it) => kib(it.audits["total-byte-weight"].numericValue) },
  { what: "… of it scripts, KiB", of: (it) => kib(transferred(it, "script")) },
  { what: "performance", of: (it) => score(it.categories.performance.score) },
  { what: "accessibility", of: (it) => score(it.categories.accessibility.score) },
  { what: "best practices", of: (it) => score(it.categories["best-practices"].score) },
  { what: "SEO", of: (it) => score(it.categories.seo.score) },
];

/** What is asked of the medians. */
const ASKED = {
  welcome: {
    "first word, ms": { most: 1800 },
    "largest, ms": { most: 2500 },
    "moved (CLS)": { most: 0 },
    performance: { least: 95 },
    accessibility: { least: 100 },
    "best practices": { least: 100 },
    SEO: { least: 100 },
  },
  room: { "usable (interactive), ms": { most: 4000 } },
};

const transferred = ({ audits }, kind) =>
  audits["resource-summary"].details.items.find((it) => it.resourceType === kind).transferSize;

/** A browser with nothing in it, for as long as something is done with it. */
async function inBrowser(act) {
  const profile = mkdtempSync(join(tmpdir(), "first-load-"));
  const browser = await puppeteer.launch({
    executablePath: chromium,
    userDataDir: profile,
    args: ["--no-sandbox", "--accept-lang=nb-NO,nb"],
  });
  try {
    return await act(browser);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const PURPOSE = "Måle hvor lenge man venter";

/** Through the stand-in for BankID; answers the page that she then has before her. */
async function signIn(browser, name) {
  const page = await browser.newPage();
  await page.goto(`${origin}/auth/login?returnTo=%2F`);
  await (await page.waitForSelector(`button ::-p-text(${name})`)).click();
  await page.waitForFunction((start) => location.href.startsWith(start), {}, `${origin}/`);
  await page.waitForSelector("h1");
  return page;
}

/** As the app asks, in the session of whoever is signed in to the page. */
function ask(page, method, path, body) {
  return page.evaluate(
    async (method, path, body) => {
      const session = await (await fetch("/auth/session", { cache: "no-store" })).json();
      const answer = await fetch(path, {
        method,
        headers: { "Content-Type": "application/json", "X-CSRF-Token": session.csrfToken ?? "" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    method,
    path,
    body,
  );
}

/** A UUID of version 7, as ids of rooms are. */
function newId() {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

async function proposesARoom(browser) {
  const page = await signIn(browser, KARI);
  // One that a run before this has left waiting: nobody may ask him twice at once.
  const { items } = await ask(page, "GET", "/api/rooms");
  const waiting = items.find((it) => it.purpose === PURPOSE && it.status === "PROPOSED");
  if (waiting) return waiting.roomId;
  const { me } = await ask(page, "GET", "/auth/session");
  const roomId = newId();
  await ask(page, "PUT", `/api/rooms/${roomId}`, {
    asRoleId: me.roles[0].roleId,
    patient: ARE,
    purpose: PURPOSE,
    invitedRoleIds: [],
  });
  return roomId;
}

async function consents(browser, roomId) {
  const page = await signIn(browser, ARE.name);
  const { version } = await ask(page, "GET", "/api/consent-texts/current");
  const { accessEpoch, ifYes } = await ask(page, "GET", `/api/rooms/${roomId}`);
  const shown = { accessEpoch, ...ifYes };
  const answer = { decision: "GIVEN", textVersion: version, shown };
  await ask(page, "POST", `/api/rooms/${roomId}/consent`, answer);
  await page.goto(`${origin}/rooms/${roomId}`);
  const field = await page.waitForSelector("textarea:not([disabled])");
  await field.type("Hei, her er jeg");
  await page.click(".composer__send");
  await page.waitForSelector(".message");
  await page.close();
}

/** What was drawn before the app has given way to it: a page that never starts is fast. */
async function starts(browser, address) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSelector("#root > .app");
  await page.close();
}

/** Lighthouse misses the beginning of a page now and then, and says so. */
async function reportOn(browser, address, tries = 3) {
  const { port } = new URL(browser.wsEndpoint());
  const { lhr } = await lighthouse(address, { port, logLevel: "error" });
  if (lhr.runtimeError?.code === "NO_NAVSTART" && tries > 1)
    return reportOn(browser, address, tries - 1);
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  return lhr;
}

async function measure(browser, address) {
  await starts(browser, address);
  const reports = [];
  for (let run = 0; run < Number(runs); run++) {
    reports.push(await reportOn(browser, address));
  }
  return reports;
}

const faults = [];
function tell(screen, reports) {
  console.log(`\n${screen}, ${reports.length} runs: median (least–most), asked`);
  for (const { what, of } of FIGURES) {
    const values = reports.map((it) => Number(of(it))).sort((a, b) => a - b);
    const median = values[Math.floor(values.length / 2)];
    const { most, least } = ASKED[screen][what] ?? {};
    const asked = most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : "";
    console.log(`  ${what.padEnd(26)} ${median} (${values[0]}–${values.at(-1)})  ${asked}`);
    if (median > (most ?? Infinity) || median < (least ?? -Infinity)) {
      faults.push(`${screen}: ${what} is ${median}, asked is ${asked}`);
    }
  }
}

tell("welcome", await inBrowser((browser) => measure(browser, `${origin}/`)));

const roomId = await inBrowser(proposesARoom);
const inRoom = await inBrowser(async (browser) => {
  await consents(browser, roomId);
  return measure(browser, `${origin}/rooms/${roomId}`);
});
tell("room", inRoom);

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
