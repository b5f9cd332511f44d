import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import described from "../../../contracts/src/main/resources/openapi/rooms.json";
import { ARE, renderFor, serverAnswers } from "../shell/test-room";
import { AddressOffer } from "./AddressOffer";
import { AddressScreen } from "./AddressScreen";
import { isEmail, RULE } from "./address";

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const NONE = { version: 3 };
const OWN = { version: 4, email: "are@mail.example", source: "OWN" };
const FIELD = /E-postadressen din|Your e-mail address|Hvor vil du|Where do you want/;
const SAVE = { name: /Lagre|Save/ };

test("what an address is, the server says, and the screen says the same", () => {
  const { pattern } = described.components.schemas.AddressRequest.properties.email;
  const server = new RegExp(`^(?:${pattern})$`);
  expect(RULE.source).toBe(server.source);
  expect(isEmail("are@mail.example")).toBe(true);
  expect(isEmail("are@mail.example\r\nBcc: b@mail.example")).toBe(false);
});

test("she who has none sees that, and says where", async () => {
  let now: object = NONE;
  const log = serverAnswers(({ method }) => (method === "PUT" ? (now = OWN) : now));
  await renderFor(ARE, <AddressScreen />);
  await screen.findByText(/ingen e-post|no e-mail/);
  fireEvent.change(screen.getByLabelText(FIELD), { target: { value: " are@mail.example " } });
  await userEvent.click(screen.getByRole("button", SAVE));
  await screen.findByText(/are@mail\.example/);
  expect(log.find(({ method }) => method === "PUT")?.body).toEqual({
    email: "are@mail.example",
    version: 3,
  });
});

test("she takes back what she said", async () => {
  let now: object = OWN;
  const log = serverAnswers(({ method }) => (method === "PUT" ? (now = NONE) : now));
  await renderFor(ARE, <AddressScreen />);
  await userEvent.click(await screen.findByRole("button", { name: /Ta bort|Remove/ }));
  await screen.findByText(/ingen e-post|no e-mail/);
  expect(log.find(({ method }) => method === "PUT")?.body).toEqual({ version: 4 });
});

test("what is no address is told at the field, and the server is not asked", async () => {
  const log = serverAnswers(() => NONE);
  await renderFor(ARE, <AddressScreen />);
  fireEvent.change(await screen.findByLabelText(FIELD), { target: { value: "are@mail" } });
  await userEvent.click(screen.getByRole("button", SAVE));
  await screen.findByText(/ser ikke ut som|does not look like/);
  expect(log.some(({ method }) => method === "PUT")).toBe(false);
});

const ELSEWHERE = { version: 5, email: "elsewhere@mail.example", source: "OWN" };

/** Another window changes the address before this one does, once. */
function anotherWindowIsQuicker() {
  let now: object = OWN;
  const log = serverAnswers(({ method, body }) =>
    method === "PUT" ? (now = { ...NONE, source: "OWN", ...(body as object), version: 6 }) : now,
  );
  const answers = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    if (init.method !== "PUT" || now !== OWN) return answers(path, init);
    now = ELSEWHERE;
    const problem = { code: "address-changed-meanwhile", status: 409 };
    const headers = { "content-type": "application/problem+json" };
    return Promise.resolve(Response.json(problem, { status: 409, headers }));
  });
  return log;
}

test("what she typed stays when another window was quicker, and can be saved then", async () => {
  const log = anotherWindowIsQuicker();
  await renderFor(ARE, <AddressScreen />);
  const field = await screen.findByLabelText<HTMLInputElement>(FIELD);
  fireEvent.change(field, { target: { value: "typed@mail.example" } });

  await userEvent.click(screen.getByRole("button", SAVE));

  const elsewhere = await screen.findByText(/elsewhere@mail\.example/);
  screen.getByText(/annet vindu|another window/);
  expect(succeeds(elsewhere)).toBe(false);
  expect(field.value).toBe("typed@mail.example");
  await userEvent.click(screen.getByRole("button", SAVE));
  expect(succeeds(await screen.findByText(/typed@mail\.example/))).toBe(true);
  expect(log.findLast(({ method }) => method === "PUT")?.body).toEqual({
    email: "typed@mail.example",
    version: 5,
  });
});

/** Said as something that went well. */
function succeeds(said: HTMLElement): boolean {
  return said.closest("[data-color=success], .aksel-inline-message--success") !== null;
}

test("what she corrects while it is being saved is not thrown away", async () => {
  let answer = (): void => undefined;
  let now: object = OWN;
  serverAnswers(() => now);
  const answers = globalThis.fetch;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (init.method === "PUT") {
      await new Promise<void>((resolve) => (answer = resolve));
      now = { version: 5, email: "typo@mail.example", source: "OWN" };
    }
    return answers(path, init);
  });
  await renderFor(ARE, <AddressScreen />);
  const field = await screen.findByLabelText<HTMLInputElement>(FIELD);
  fireEvent.change(field, { target: { value: "typo@mail.example" } });
  await userEvent.click(screen.getByRole("button", SAVE));

  fireEvent.change(field, { target: { value: "right@mail.example" } });
  answer();

  await screen.findByText(/typo@mail\.example/);
  expect(field.value).toBe("right@mail.example");
});

test("where she has typed nothing the field is what holds now", async () => {
  anotherWindowIsQuicker();
  await renderFor(ARE, <AddressScreen />);
  const field = await screen.findByLabelText<HTMLInputElement>(FIELD);
  expect(field.value).toBe("are@mail.example");

  await userEvent.click(screen.getByRole("button", { name: /Ta bort|Remove/ }));

  await screen.findByText(/annet vindu|another window/);
  await waitFor(() => expect(field.value).toBe("elsewhere@mail.example"));
});

test("where an address of the directory's comes from is said as it is", async () => {
  serverAnswers(() => ({ version: 3, email: "are@mail.example", source: "DIRECTORY" }));
  await renderFor(ARE, <AddressScreen />);
  await screen.findByText(/fra et register|from a register/);
  cleanup();
  const organisation = { organisationId: "clinic", name: "Askøy kommune" };
  const role = { roleId: "role", kind: "PROFESSIONAL" as const, title: "Psykolog", organisation };
  await renderFor({ ...ARE, roles: [role] }, <AddressScreen />);
  await screen.findByText(/fra virksomheten din|from your organisation|workplace/);
});

test("what could not be fetched offers to try again", async () => {
  vi.stubGlobal("fetch", () =>
    Promise.resolve(
      Response.json(
        { code: "fault", status: 500 },
        { status: 500, headers: { "content-type": "application/problem+json" } },
      ),
    ),
  );
  await renderFor(ARE, <AddressScreen />);
  await screen.findByRole("button", { name: /Prøv igjen|Try again/ });
});

test("a patient without an address is offered a field, once", async () => {
  serverAnswers(() => NONE);
  await renderFor(ARE, <AddressOffer />);
  await userEvent.click(await screen.findByRole("button", { name: /Ikke nå|Not now/ }));
  expect(screen.queryByLabelText(FIELD)).toBeNull();
  cleanup();
  await renderFor(ARE, <AddressOffer />);
  await waitFor(() => expect(screen.queryByLabelText(FIELD)).toBeNull());
});

test("saved in the offer is said there", async () => {
  let now: object = NONE;
  serverAnswers(({ method }) => (method === "PUT" ? (now = OWN) : now));
  await renderFor(ARE, <AddressOffer />);
  fireEvent.change(await screen.findByLabelText(FIELD), { target: { value: "are@mail.example" } });
  await userEvent.click(screen.getByRole("button", SAVE));
  await screen.findByText(/Da får du beskjed|You will be told/);
});
