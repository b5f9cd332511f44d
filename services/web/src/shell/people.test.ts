import { expect, test } from "vitest";
import CSS from "./people.css?raw";

interface Hue {
  name: string;
  soft: string;
  firm: string;
  ink: string;
}

const HUES: Hue[] = [...CSS.matchAll(/((?:\.dark )?\[data-hue="\d"\]) \{([^}]+)\}/g)].map(
  ([, name = "", body = ""]) => {
    const of = (token: string) => new RegExp(`--${token}: (#[0-9a-f]{6})`).exec(body)?.[1] ?? "";
    return { name, soft: of("soft"), firm: of("firm"), ink: of("ink") };
  },
);

test("eight hues, by light and by dark", () => {
  expect(HUES).toHaveLength(16);
  expect(new Set(HUES.map(({ soft }) => soft)).size).toBe(16);
});

test.each(HUES)("$name: a name and initials can be read", ({ soft, firm, ink }) => {
  expect(contrast(ink, soft)).toBeGreaterThan(4.5);
  expect(contrast(ink, firm)).toBeGreaterThan(4.5);
});

/** By WCAG's definition. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
