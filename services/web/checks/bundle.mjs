// Fails when the built pages hold anything that the content security policy forbids, or an address
// of another host that a browser would fetch from.
import { readdirSync, readFileSync } from "node:fs";
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
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
