import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { RoomDetails } from "../contracts/rooms";
import { WRITING } from "../shell/frame";
import { ARE, aresRoom, renderFor } from "../shell/test-room";
import { RoomHeader } from "./RoomHeader";

afterEach(cleanup);

function seat(personId: string, name: string, part: string, status = "ACTIVE") {
  return { seatId: personId, person: { personId, name }, part, status };
}

const ROOM = aresRoom({
  status: "ACTIVE",
  me: { seatId: "are", part: "PATIENT", status: "ACTIVE" },
  seats: [
    seat("are", "Are Nordmann", "PATIENT"),
    seat("kari", "Kari Psykolog", "HELPER"),
    seat("vera", "Vera Veileder", "HELPER", "PROPOSED"),
  ] as unknown as RoomDetails["seats"],
});

test("to the patient the line says what the room is for, and who is in it", async () => {
  await renderFor(ARE, <RoomHeader room={ROOM} />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Samordne hjelpen");
  expect(screen.getByText("Kari", { exact: false })).toBeTruthy();
  expect(screen.queryByText("Vera", { exact: false })).toBeNull();
});

test("to a helper it says whose the room is", async () => {
  const me = { seatId: "kari", part: "HELPER", status: "ACTIVE" } as RoomDetails["me"];
  await renderFor({ ...ARE, personId: "kari" }, <RoomHeader room={{ ...ROOM, me }} />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Are Nordmann");
  expect(screen.getByText("Samordne hjelpen")).toBeTruthy();
});

test("who waits for the patient's answer is named, on the way to the answer", async () => {
  await renderFor(ARE, <RoomHeader room={{ ...ROOM, may: { ...ROOM.may, approve: true } }} />);
  const way = screen.getByRole("link", { name: /Answer whether .*Vera.* may take part/ });
  expect(way.getAttribute("href")).toBe("/rooms/room/approvals");
});

test("who goes by the keyboard comes from the heading to where one writes in one step", async () => {
  const may = { ...ROOM.may, write: true };
  await renderFor(
    ARE,
    <>
      <RoomHeader room={{ ...ROOM, may }} />
      <textarea id={WRITING} />
    </>,
  );
  fireEvent.click(screen.getByRole("link", { name: "Skip to where you write" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
});

test("where nobody may write nothing leads there", async () => {
  const may = { ...ROOM.may, write: false };
  await renderFor(ARE, <RoomHeader room={{ ...ROOM, may }} />);
  expect(screen.queryByRole("link", { name: "Skip to where you write" })).toBeNull();
});
