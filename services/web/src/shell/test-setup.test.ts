import { getConfig } from "@testing-library/react";
import { expect, test } from "vitest";

test("a busy machine is waited for by what the tests wait with", () => {
  expect(getConfig().asyncUtilTimeout).toBe(10_000);
});
