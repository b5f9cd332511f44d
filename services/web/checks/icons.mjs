// Draws the PNG icons from public/icon.svg with a headless Chromium; run by hand when the icon changes.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const chromium = process.env.CHROMIUM ?? "chromium";
const folder = fileURLToPath(new URL("../public", import.meta.url));
const svg = readFileSync(join(folder, "icon.svg"), "utf8");
// A mask may cut away all but the inner four fifths: no round corners, and the drawing smaller.
const maskable = svg
  .replace('rx="112" ', "")
  .replace("<path", '<g transform="translate(51 51) scale(0.8)"><path')
  .replace("</svg>", "</g></svg>");

const work = mkdtempSync(join(tmpdir(), "icons-"));
for (const [name, size, drawing] of [
  ["icon-192", 192, svg],
  ["icon-512", 512, svg],
  ["icon-maskable-512", 512, maskable],
]) {
  const page = join(work, `${name}.html`);
  const sized = drawing.replace("<svg ", `<svg width="${size}" height="${size}" `);
  writeFileSync(page, `<body style="margin:0">${sized}</body>`);
  execFileSync(chromium, [
    "--headless",
    "--no-sandbox",
    "--hide-scrollbars",
    "--default-background-color=00000000",
    `--window-size=${size},${size}`,
    `--screenshot=${join(folder, `${name}.png`)}`,
    page,
  ]);
}
rmSync(work, { recursive: true });
