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

test("the server's no about a number is told at the number", () => {
  const refusal = new Refusal({ code: "identity-number-not-synthetic", status: 422 });
  expect(faultsIn(refusal)).toEqual({ identityNumber: "identity-number-not-synthetic" });
  expect(faultsIn(new Refusal({ code: "role-unknown", status: 422 }))).toBeUndefined();
});
