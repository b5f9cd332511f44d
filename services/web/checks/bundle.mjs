// Fails when the built pages hold anything that the content security policy forbids, or an address
// of another host that a browser would fetch from; when more goes out before a screen works than may;
// and when a component is used without its style.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const files = readdirSync(dist, { recursive: true }).map(String);
const read = (file) => readFileSync(join(dist, file), "utf8");

const faults = [];
const forbid = (file, pattern, what) => {
  const found = read(file).match(pattern);
  if (found) faults.push(`${file}: ${what}: ${found[0].slice(0, 80)}`);
};
for (const file of files.filter((it) => it.endsWith(".html"))) {
  forbid(file, /<style|\sstyle=/, "inline style");
  forbid(file, /<script(?![^>]*\ssrc=)/, "inline script");
  forbid(file, /\son\w+=/, "inline handler");
  forbid(file, /(src|href)="(https?:)?\/\//, "another host");
}
for (const file of files.filter((it) => it.endsWith(".css"))) {
  forbid(file, /url\(["']?(https?:|\/\/|data:)/, "a file that is not ours");
  forbid(file, /@import/, "an import");
}
for (const needed of ["index.html", "manifest.webmanifest", "service-worker.js", "icon-192.png"]) {
  if (!files.includes(needed)) faults.push(`${needed} is missing`);
}

// What is fetched, as it goes out to a browser that takes brotli, in bytes (docs/performance.md).
const BUDGETS = { welcome: 170 * 1024, room: 292 * 1024 };

const manifest = JSON.parse(read(".vite/manifest.json"));
const sent = (file) => {
  const coded = join(dist, `${file}.br`);
  return statSync(existsSync(coded) ? coded : join(dist, file)).size;
};
/** The files of a module's chunk, and of everything that it imports before it runs. */
function filesOf(key, files = new Set()) {
  const { file, css = [], imports = [] } = manifest[key];
  if (files.has(file)) return files;
  for (const it of [file, ...css]) files.add(it);
  for (const it of imports) filesOf(it, files);
  return files;
}
const page = read("index.html");
const inPage = [...page.matchAll(/(?:src|href|data-start)="([^"]+)"/g)]
  .flatMap(([, addresses]) => addresses.split(" ").map((it) => it.slice(1)))
  .filter((file) => files.includes(file) && !/\.(png|webmanifest)$/.test(file));
const welcome = (language) =>
  new Set(["index.html", ...inPage, ...filesOf(`src/language/${language}.ts`)]);
const room = (language) =>
  new Set([
    ...welcome(language),
    ...filesOf(`src/language/${language}.json?rest`),
    ...filesOf("src/app/signed-in.ts"),
    ...filesOf("src/rooms/RoomScreen.tsx"),
  ]);
for (const language of ["nb", "nn", "en"]) {
  for (const [screen, needed] of [
    ["welcome", welcome(language)],
    ["room", room(language)],
  ]) {
    const bytes = [...needed].reduce((sum, file) => sum + sent(file), 0);
    const told = `${screen} (${language}): ${bytes} bytes of ${BUDGETS[screen]}`;
    if (bytes > BUDGETS[screen]) faults.push(`too much before a screen works: ${told}`);
    else if (language === "nb") console.log(told);
  }
}

// Aksel's styles are imported one by one: a class that scripts name and no style of ours has.
const aksel = new URL("../node_modules/@navikt/ds-css/dist/components.css", import.meta.url);
const classes = (text) => new Set(text.match(/aksel-[a-z]+(?:-[a-z]+)*/g) ?? []);
const text = (end) =>
  files
    .filter((it) => it.endsWith(end))
    .map(read)
    .join("\n");
const styled = classes(text(".css"));
const named = classes(text(".js"));
for (const name of classes(readFileSync(aksel, "utf8"))) {
  if (named.has(name) && !styled.has(name)) faults.push(`${name} has no style: src/shell/aksel.ts`);
}
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
