// What Keycloak's pages take from the app, so that they look like it: its font, and Aksel's colours,
// light and dark. Written into the theme by hand, `npm run sign-in-pages`; checks/sign-in-pages.mjs
// sees that they are still the app's.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const web = (path) => readFileSync(new URL(`../${path}`, import.meta.url));
export const THEME = fileURLToPath(
  new URL("../../../deploy/keycloak/themes/samsnakk/login/resources/", import.meta.url),
);
const TOKENS = "node_modules/@navikt/ds-css/dist/global/tokens.css";
const FONT = "source-sans-3.woff2";

/** A colour of the pages, and the token that it is. */
const COLOURS = {
  ink: "text-neutral",
  soft: "text-neutral-subtle",
  link: "text-accent-subtle",
  line: "border-neutral-subtle",
  control: "border-neutral",
  focus: "border-focus",
  ground: "bg-neutral-soft",
  paper: "bg-raised",
  strong: "bg-accent-strong",
  "strong-hover": "bg-accent-strong-hover",
  "on-strong": "text-accent-contrast",
  hover: "bg-accent-soft",
  pressed: "bg-accent-moderate",
  notice: "bg-warning-moderate",
  "notice-line": "border-warning",
  wrong: "bg-danger-moderate",
  "wrong-line": "border-danger",
};

/** All tokens of one theme: what holds for both, and what it says itself. */
function tokensOf(theme) {
  const tokens = {};
  for (const [, selectors, rules] of web(TOKENS)
    .toString()
    .matchAll(/([^{}]+){([^{}]*)}/g)) {
    const scopes = selectors.split(",").map((selector) => selector.trim());
    if (!scopes.includes(":root") && !scopes.includes(`.${theme}`)) continue;
    for (const [, name, value] of rules.matchAll(/--ax-([\w-]+):\s*([^;]+);/g))
      tokens[name] = value;
  }
  return tokens;
}

/** What the tokens write otherwise than in six digits. */
const NAMED = { white: "#ffffff", "#fff": "#ffffff", black: "#000000" };

function resolved(name, tokens) {
  const value = tokens[name];
  const [, other] = /^var\(--ax-([\w-]+)\)$/.exec(value) ?? [];
  if (other) return resolved(other, tokens);
  const colour = NAMED[value] ?? value;
  if (!/^#[\da-f]{6}$/.test(colour)) throw new Error(`${name} is not in six digits: ${value}`);
  return colour;
}

export function coloursOf(theme) {
  const tokens = tokensOf(theme);
  return Object.fromEntries(
    Object.entries(COLOURS).map(([colour, token]) => [colour, resolved(token, tokens)]),
  );
}

const block = (theme, indent) =>
  Object.entries(coloursOf(theme))
    .map(([colour, value]) => `${indent}--${colour}: ${value};\n`)
    .join("");

function look() {
  const [face] = web("src/shell/fonts.css")
    .toString()
    .match(/@font-face {[^}]*url\("\.\/source-sans-3\.woff2"\)[^}]*}/);
  return `/* The app's font and colours. Made by services/web/build/sign-in-pages.mjs; do not edit. */
${face.replace(`"./${FONT}"`, `"../font/${FONT}"`)}
:root {
  color-scheme: light dark;
${block("light", "  ")}}
@media (prefers-color-scheme: dark) {
  :root {
${block("dark", "    ")}  }
}
`;
}

/** Each file, and what is in it. */
export const made = () => ({
  "css/look.css": Buffer.from(look()),
  [`font/${FONT}`]: web(`src/shell/${FONT}`),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, content] of Object.entries(made())) {
    mkdirSync(dirname(THEME + file), { recursive: true });
    writeFileSync(THEME + file, content);
  }
}
