import { expect, test } from "vitest";
import { Refusal } from "../gateway/refusal";
import { faultsIn, faultsOf, proposalOf, type Draft } from "./proposal";

const DRAFT: Draft = {
  roleId: "role",
  identityNumber: "118589 10082",
  name: " Are Nordmann ",
  email: "",
  purpose: "Samordne hjelpen",
};

test("a filled-in form has no faults, with or without a space in the number", () => {
  expect(faultsOf(DRAFT)).toEqual({});
  expect(proposalOf(DRAFT, ["a"]).patient).toEqual({
    identityNumber: "11858910082",
    name: "Are Nordmann",
  });
});

test("what is missing is told at its field", () => {
  expect(faultsOf({ ...DRAFT, identityNumber: "1185891", name: " ", purpose: "" })).toEqual({
    identityNumber: "identity-number-incomplete",
    name: "name-missing",
    purpose: "purpose-missing",
  });
});

test("the purpose is counted in characters as people see them", () => {
  expect(faultsOf({ ...DRAFT, purpose: "😀".repeat(200) })).toEqual({});
  expect(faultsOf({ ...DRAFT, purpose: "😀".repeat(201) }).purpose).toBe("purpose-too-long");
});

test("what cannot be seen or turns the text around is told as that, and as nothing else", () => {
  const faults = (purpose: string) => faultsOf({ ...DRAFT, purpose }).purpose;
  expect(faults("a\nb")).toBe("purpose-not-plain");
  expect(faults("a\u202eb")).toBe("purpose-not-plain");
  expect(faults("\u200b\u2800")).toBe("purpose-missing");
  expect(faultsOf({ ...DRAFT, name: "A\tB" }).name).toBe("name-not-plain");
  expect(faultsOf({ ...DRAFT, name: "x".repeat(121) }).name).toBe("name-too-long");
});

test("the server's no about a text is told as what it is", () => {
  const fields = [{ name: "purpose", code: "text-not-plain" }];
  expect(faultsIn(new Refusal({ code: "invalid-request", status: 400, fields }))).toEqual({
    purpose: "purpose-not-plain",
  });
});

test("the server's no about a number is told at the number", () => {
  const refusal = new Refusal({ code: "identity-number-not-synthetic", status: 422 });
  expect(faultsIn(refusal)).toEqual({ identityNumber: "identity-number-not-synthetic" });
  expect(faultsIn(new Refusal({ code: "role-unknown", status: 422 }))).toBeUndefined();
});
