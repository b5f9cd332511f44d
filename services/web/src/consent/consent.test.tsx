import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { StandingAppointment } from "../contracts/appointments";
import type { ConsentTexts } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, serverAnswers } from "../shell/test-room";
import { AskForConsent } from "./AskForConsent";
import { GivenConsent } from "./GivenConsent";

const appointments = vi.hoisted(() => ({ here: [] as StandingAppointment[] }));
vi.mock("../standing/AppointmentsProvider", () => ({
  useStandingAppointments: () => ({ inRoom: () => appointments.here }),
}));

afterEach(() => {
  cleanup();
  appointments.here = [];
});

const TEXT = { title: "Rom", lead: "Et rom", points: ["Du bestemmer"], withdrawal: "Når du vil" };
const TEXTS: ConsentTexts = { version: "2026-11", texts: { nb: TEXT, nn: TEXT, en: TEXT } };
const asked = aresRoom({ may: { ...aresRoom().may, consent: true } });
const given = aresRoom({ status: "ACTIVE", may: { ...aresRoom().may, withdraw: true } });

const isChange = ({ method }: { method: string }) => method !== "GET";

test("giving consent is one tap, and says to which text", async () => {
  const log = serverAnswers(({ path }) => (path.startsWith("/api/consent-texts") ? TEXTS : given));
  await renderFor(ARE, <AskForConsent room={asked} />);
  await userEvent.click(await screen.findByRole("button", { name: /Ja, jeg samtykker|I consent/ }));
  await waitFor(() => expect(log.filter(isChange)).toHaveLength(1));
  expect(log.find(isChange)?.body).toEqual({
    textVersion: "2026-11",
    decision: "GIVEN",
    language: "en",
  });
});

test("R5: taking it back is one tap too", async () => {
  const log = serverAnswers(() => given);
  await renderFor(ARE, <GivenConsent room={given} />);
  await userEvent.click(screen.getByRole("button", { name: /Steng rommet|Close the room/ }));
  await waitFor(() => expect(log.filter(isChange)).toHaveLength(1));
  expect(log.find(isChange)?.path).toBe("/api/rooms/room/withdrawal");
});

test("while it waits for the net it is not said that the room is closed at once", async () => {
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  serverAnswers(() => Promise.reject(new TypeError("no net")));
  await renderFor(ARE, <GivenConsent room={given} />);
  screen.getByText(/closes to everybody else at once/);
  await userEvent.click(screen.getByRole("button", { name: /Close the room/ }));
  await screen.findByRole("button", { name: "Do not do it after all" });
  expect(screen.queryByText(/closes to everybody else at once/)).toBeNull();
  screen.getByText(/The help you get will be no worse/);
  online.mockRestore();
});

test("who takes it back is told that what he has agreed there is not cancelled by it", async () => {
  serverAnswers(() => given);
  await renderFor(ARE, <GivenConsent room={given} />);
  expect(screen.queryByText(/is not cancelled/)).toBeNull();
  cleanup();
  const of = { roomId: "room", status: "BOOKED", participantIds: ["are", "sara"] };
  appointments.here = [of as StandingAppointment];
  await renderFor(ARE, <GivenConsent room={given} />);
  screen.getByText(/is not cancelled/);
});

test("yes and no look the same", async () => {
  serverAnswers(() => TEXTS);
  await renderFor(ARE, <AskForConsent room={asked} />);
  const yes = await screen.findByRole("button", { name: /Ja, jeg samtykker|I consent/ });
  const no = screen.getByRole("button", { name: /Nei, ikke nå|No, not now/ });
  expect(looksOf(no)).toEqual(looksOf(yes));
});

/** Aksel's variants, sizes and colours are in attributes beside the class. */
function looksOf(button: HTMLElement): string[] {
  return Array.from(button.attributes, ({ name, value }) => `${name}=${value}`);
}
