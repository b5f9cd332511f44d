import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { Me } from "../contracts/people";
import { ARE, renderFor, serverAnswers } from "../shell/test-room";
import { AuditScreen } from "./AuditScreen";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const ANNE: Me = {
  ...ARE,
  personId: "anne",
  name: "Anne Auditor",
  roles: [
    {
      roleId: "role",
      kind: "AUDITOR",
      title: "Personvernombud",
      organisation: { organisationId: "askøy", name: "Askøy kommune" },
    },
  ],
};

test("R6: who reads on in what she searched for has searched once", async () => {
  vi.stubGlobal("matchMedia", () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const asked = serverAnswers(() => ({
    items: [],
    nextBefore: 7,
    search: "first",
    head: { seq: 9, hash: "" },
  }));
  await renderFor(ANNE, <AuditScreen />);
  const reason = "Complaint, case 12";

  await userEvent.type(screen.getByLabelText("Why do you search?"), reason);
  await userEvent.click(screen.getByRole("button", { name: "Search" }));
  await userEvent.click(await screen.findByRole("button", { name: "Show more" }));
  await vi.waitFor(() => {
    expect(asked.length).toBe(2);
  });

  expect(asked[0]?.body).not.toHaveProperty("search");
  expect(asked[1]?.body).toMatchObject({ reason, before: 7, search: "first" });
});

test("whoever changes what she searches for is told that what she sees is of the search before", async () => {
  const page = { items: [], search: "first", head: { seq: 9, hash: "" } };
  serverAnswers(() => ({ ...page, nextBefore: 7 }));
  await renderFor(ANNE, <AuditScreen />);
  const old = /from the search before this one/;
  await userEvent.type(screen.getByLabelText("Why do you search?"), "Complaint, case 12");
  expect(screen.queryByText(old)).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Search" }));
  await screen.findByText(/^Head of|The log's head|9/);
  expect(screen.queryByText(old)).toBeNull();

  await userEvent.type(screen.getByLabelText("Why do you search?"), "3");
  await screen.findByText(old);
  // More of that one is no other search.
  await userEvent.click(screen.getByRole("button", { name: "Show more" }));
  screen.getByText(old);
  await userEvent.click(await screen.findByRole("button", { name: "Search" }));
  await vi.waitFor(() => {
    expect(screen.queryByText(old)).toBeNull();
  });
});

test("what is typed and taken away again is no other search", async () => {
  serverAnswers(() => ({ items: [], search: "first", head: { seq: 9, hash: "" } }));
  await renderFor(ANNE, <AuditScreen />);
  const old = /from the search before this one/;
  const reason = screen.getByLabelText("Why do you search?");
  await userEvent.type(reason, "Complaint, case 12");
  await userEvent.click(screen.getByRole("button", { name: "Search" }));
  await screen.findByText(/^Head of|The log's head|9/);

  await userEvent.type(reason, "3");
  screen.getByText(old);
  await userEvent.type(reason, "{Backspace}");
  expect(screen.queryByText(old)).toBeNull();

  // Of a date that is none nothing would be searched.
  const from = screen.getByLabelText(/^From/);
  await userEvent.type(from, "31.11.2026");
  await userEvent.tab();
  screen.getByText(old);
  await userEvent.clear(from);
  expect(screen.queryByText(old)).toBeNull();
});

test("a search that failed leaves what is found by the one before, and that is told", async () => {
  let isDown = false;
  serverAnswers(() =>
    isDown
      ? Response.json({}, { status: 500 })
      : { items: [], search: "first", head: { seq: 9, hash: "" } },
  );
  await renderFor(ANNE, <AuditScreen />);
  await userEvent.type(screen.getByLabelText("Why do you search?"), "Complaint, case 12");
  await userEvent.click(screen.getByRole("button", { name: "Search" }));
  await screen.findByText(/^Head of|The log's head|9/);
  isDown = true;
  await userEvent.click(screen.getByRole("button", { name: "Search" }));
  await screen.findByText(/from the search before this one/);
});
