import { expect, test } from "vitest";
import { newId } from "./ids";

test("is a UUIDv7: its time first, its version and variant in place", () => {
  const id = newId(Date.parse("2026-11-22T06:00:00Z"));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(Date.parse("2026-11-22T06:00:00Z"));
});

test("later ids sort after earlier ones", () => {
  expect(newId(1_000) < newId(2_000)).toBe(true);
});
