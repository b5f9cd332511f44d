import { expect, test } from "vitest";
import { textExamples } from "./generated/text-examples";
import { textFault, type TextKind } from "./text";

test.each(textExamples.map((it) => [`${it.kind}: ${it.what}`, it] as const))(
  "the server's rule: %s",
  (_, { kind, text, code, shortest, longest }) => {
    const bounds = { shortest: shortest ?? 1, longest: longest ?? 100 };
    expect(textFault(kind as TextKind, text, bounds) ?? null).toBe(code);
  },
);
