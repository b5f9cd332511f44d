import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { DirectoryEntry } from "../contracts/people";
import { renderFor, serverAnswers, VERA } from "../shell/test-room";
import { Invited } from "./Invited";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const SARA: DirectoryEntry = {
  roleId: "sara",
  personId: "sara",
  name: "Sara Psykolog",
  title: "Psykolog",
  organisation: { organisationId: "dps", name: "Øyane DPS" },
};
const KARI = { ...SARA, roleId: "kari", personId: "kari", name: "Kari Kommunepsykolog" };

function Both({ first }: { first: DirectoryEntry[] }) {
  const [invited, setInvited] = useState(first);
  return <Invited invited={invited} onChange={setInvited} />;
}

test("whom she adds has the focus, and not nothing where the button was", async () => {
  serverAnswers(() => ({ items: [SARA] }));
  await renderFor(VERA, <Both first={[KARI]} />);
  await userEvent.type(screen.getByRole("searchbox"), "Sara");
  await userEvent.click(await screen.findByRole("button", { name: /Sara Psykolog/ }));
  expect(document.activeElement?.textContent).toMatch(/^.?Sara Psykolog/);
});

test("whom she leaves out leaves it to the heading", async () => {
  await renderFor(VERA, <Both first={[KARI, SARA]} />);
  await userEvent.click(screen.getByRole("button", { name: /(Ta bort|Leave out) Kari/ }));
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 2 }));
});

test("nobody's focus is taken as the form comes", async () => {
  await renderFor(VERA, <Both first={[KARI]} />);
  expect(document.activeElement).toBe(document.body);
});
