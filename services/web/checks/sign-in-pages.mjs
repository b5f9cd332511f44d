// Fails when Keycloak's pages do not wear the app's font and colours, in either realm; when they name a
// colour of their own; and when something on them would be hard to see (WCAG 1.4.3 and 1.4.11).
import { existsSync, readFileSync } from "node:fs";
import { coloursOf, made, THEME } from "../build/sign-in-pages.mjs";

const keycloak = new URL("../../../deploy/keycloak/", import.meta.url);
const read = (path) => readFileSync(new URL(path, keycloak), "utf8");
const faults = [];

for (const [file, content] of Object.entries(made())) {
  if (!existsSync(THEME + file) || !readFileSync(THEME + file).equals(content))
    faults.push(`${THEME}${file} is not the app's. Run \`npm run sign-in-pages\`.`);
}

/** What a realm's pages are drawn with, and what that builds upon. */
for (const [realm, theme, parent] of [
  ["samsnakk", "samsnakk", "base"],
  ["bankid", "bankid-stand-in", "samsnakk"],
]) {
  if (JSON.parse(read(`${realm}.json`)).loginTheme !== theme)
    faults.push(`the realm ${realm} does not use the theme ${theme}`);
  if (!read(`themes/${theme}/login/theme.properties`).includes(`parent=${parent}\n`))
    faults.push(`the theme ${theme} does not build upon ${parent}`);
}
for (const file of ["css/look.css", "css/page.css", "font/source-sans-3.woff2"]) {
  if (!read("themes/samsnakk/login/template.ftl").includes(file))
    faults.push(`template.ftl does not fetch ${file}`);
}
for (const file of [
  "samsnakk/login/resources/css/page",
  "bankid-stand-in/login/resources/css/stand-in",
]) {
  const [own] = read(`themes/${file}.css`).match(/#[\da-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(/) ?? [];
  if (own) faults.push(`${file}.css has a colour of its own: ${own}`);
}

/** How much lighter one is than the other, as WCAG reckons it. */
function contrast(one, other) {
  const [darker, lighter] = [one, other].map(luminance).sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const TEXT = 4.5;
const CONTROL = 3;
const SEEN = [
  ...["ground", "paper", "notice", "wrong", "hover", "pressed"].map((on) => ["ink", on, TEXT]),
  ...["ground", "paper", "notice", "hover", "pressed"].map((on) => ["soft", on, TEXT]),
  ...["ground", "paper"].map((on) => ["link", on, TEXT]),
  ...["strong", "strong-hover"].map((on) => ["on-strong", on, TEXT]),
  ...["ground", "paper"].flatMap((on) => [
    ["control", on, CONTROL],
    ["focus", on, CONTROL],
  ]),
];
for (const theme of ["light", "dark"]) {
  const colours = coloursOf(theme);
  for (const [what, on, least] of SEEN) {
    const seen = contrast(colours[what], colours[on]);
    if (seen < least)
      faults.push(`${theme}: ${what} on ${on} is ${seen.toFixed(2)}, under ${least}`);
  }
}

if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
