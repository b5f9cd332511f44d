import { expect, test } from "vitest";
import audit from "../../../contracts/src/main/resources/openapi/audit.json";
import rooms from "../../../contracts/src/main/resources/openapi/rooms.json";
import frames from "../../../contracts/src/main/resources/schema/frame/entry.json";
import { faultOf, NO_CRITERIA } from "../audit/search";
import { RULE } from "../address/address";
import { queryFault } from "../rooms/directory";
import { faultsOf, type Draft } from "../rooms/proposal";
import { MESSAGE_LIMIT } from "./conversation";
import { textExamples } from "./generated/text-examples";

const DRAFT: Draft = {
  roleId: "role",
  identityNumber: "11858910082",
  name: "Are Nordmann",
  email: "",
  purpose: "Samordne hjelpen",
};
const REASON = "Are har spurt hvem som har sett rommet";
const { Patient, ProposalRequest, SearchRequest } = rooms.components.schemas;
const { LogSearch } = audit.components.schemas;

interface Field {
  /** What the server says of it. */
  bounds: { minLength?: number; maxLength: number };
  /** What the screen says of what was typed. */
  fault: (typed: string) => string | undefined;
  /** What may be left empty is not judged then. */
  optional?: boolean;
}

/** Every field that takes a line; the server judges each by the same examples. */
const LINES: Record<string, Field> = {
  "a purpose": {
    bounds: ProposalRequest.properties.purpose,
    fault: (purpose) => faultsOf({ ...DRAFT, purpose }).purpose,
  },
  "a patient's name": {
    bounds: Patient.properties.name,
    fault: (name) => faultsOf({ ...DRAFT, name }).name,
  },
  "a search in the directory": {
    bounds: SearchRequest.properties.query,
    fault: queryFault,
  },
  "an auditor's reason": {
    bounds: LogSearch.properties.reason,
    fault: (reason) => faultOf({ ...NO_CRITERIA, reason }),
  },
  "a name in the log": {
    bounds: LogSearch.properties.name,
    fault: (name) => faultOf({ ...NO_CRITERIA, reason: REASON, name }),
    optional: true,
  },
};

test.each(Object.entries(LINES))("%s is judged as the examples say", (_, { fault, ...field }) => {
  const judged = textExamples.filter(
    ({ kind, longest, text }) =>
      kind === "LINE" && longest === undefined && !(field.optional && text.trim() === ""),
  );
  for (const { what, text, code } of judged) {
    // A text that is fine may be too short for the field, and one that is not stays so.
    const typed = code === "text-empty" ? text : "hei, " + text;
    expect([what, fault(typed) === undefined]).toEqual([what, code === null]);
  }
});

test.each(Object.entries(LINES))("%s is as long as the server says", (_, { bounds, fault }) => {
  const { minLength = 1, maxLength } = bounds;
  expect(fault(` ${"👍".repeat(minLength)} `)).toBeUndefined();
  expect(fault("👍".repeat(maxLength))).toBeUndefined();
  expect(fault("👍".repeat(maxLength + 1))).toBeDefined();
  if (minLength > 1) expect(fault("👍".repeat(minLength - 1))).toBeDefined();
});

test("a message is as long as the server says", () => {
  expect(MESSAGE_LIMIT).toBe(frames.properties.body.maxLength);
});

test("an address in a proposal is one by the rule for one's own", () => {
  const server = new RegExp(`^(?:${Patient.properties.email.pattern})$`);
  expect(server.source).toBe(RULE.source);
});
