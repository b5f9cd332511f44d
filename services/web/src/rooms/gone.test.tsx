import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import type { Ending } from "../conversation/howItEnded";
import type { RoomDetails } from "../contracts/rooms";
import { Refusal } from "../gateway/refusal";
import { ARE, aresRoom, renderFor } from "../shell/test-room";
import { RoomGone } from "./RoomGone";

afterEach(cleanup);

async function gone(
  was: RoomDetails | undefined,
  me = ARE,
  ended?: Ending,
  again?: () => Promise<boolean>,
  connected = true,
) {
  const error = new Refusal({ code: "room-unknown", status: 404 });
  await renderFor(
    me,
    <RoomGone
      kind="trouble"
      error={error}
      retry={() => undefined}
      was={was}
      ended={ended}
      onOpenAgain={again}
      connected={connected}
    />,
  );
  return screen.getByRole("heading", { level: 1 }).textContent;
}

test("who is in again is told so, and opens the room herself", async () => {
  const opened = vi.fn().mockResolvedValue(true);
  const helper = { seatId: "seat", part: "HELPER" as const, status: "ACTIVE" as const };
  const room = aresRoom({ status: "ACTIVE", me: helper });

  expect(await gone(room, ARE, "shownOut", opened)).toMatch(/in again/);
  expect(screen.getByRole("alert").textContent).not.toMatch(/no longer/);
  fireEvent.click(screen.getByRole("button", { name: "Open the room" }));
  expect(opened).toHaveBeenCalledOnce();
});

test("without a connection she cannot open it", async () => {
  const helper = { seatId: "seat", part: "HELPER" as const, status: "ACTIVE" as const };
  const room = aresRoom({ status: "ACTIVE", me: helper });

  await gone(room, ARE, "shownOut", () => Promise.resolve(true), false);

  expect(screen.queryByRole("button", { name: "Open the room" })).toBeNull();
  screen.getByText("You can open the room when the network is back.");
});

test("where it does not work she is told so, and can try again", async () => {
  const helper = { seatId: "seat", part: "HELPER" as const, status: "ACTIVE" as const };
  const room = aresRoom({ status: "ACTIVE", me: helper });

  await gone(room, ARE, "shownOut", () => Promise.resolve(false));
  fireEvent.click(screen.getByRole("button", { name: "Open the room" }));

  await screen.findByText("That did not work just now. Try again.");
  screen.getByRole("button", { name: "Open the room" });
});

test("the focus follows what becomes of the room, whatever it was on", async () => {
  const helper = { seatId: "seat", part: "HELPER" as const, status: "ACTIVE" as const };
  const room = aresRoom({ status: "ACTIVE", me: helper });
  let set: (state: { again: boolean; connected: boolean }) => void = () => undefined;
  function Becomes() {
    const [{ again, connected }, become] = useState({ again: true, connected: true });
    set = become;
    return (
      <RoomGone
        kind="trouble"
        error={new Refusal({ code: "room-unknown", status: 404 })}
        retry={() => undefined}
        was={room}
        onOpenAgain={again ? () => Promise.resolve(true) : undefined}
        connected={connected}
      />
    );
  }
  await renderFor(ARE, <Becomes />);
  screen.getByRole("button", { name: "Open the room" }).focus();

  act(() => set({ again: true, connected: false }));
  expect(document.activeElement?.textContent).toMatch(/when the network is back/);
  act(() => set({ again: false, connected: false }));
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
});

test("who had the focus in the room has it in what stands there instead", async () => {
  await gone(aresRoom({ status: "ACTIVE" }));
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
  cleanup();
  await gone(undefined);
  expect(document.activeElement).toBe(document.body);
});

test("of a room that was never on the screen nothing is said but that it is not there for one", async () => {
  expect(await gone(undefined)).toMatch(/Vi finner ikke rommet|We cannot find the room/);
  expect(document.body.textContent).not.toMatch(/lenger|any more|no longer/);
});

test("a proposal that was taken back is not a room that was closed to her", async () => {
  expect(await gone(aresRoom())).toMatch(/trukket tilbake|taken back/);
});

test("who was in it is told that she is not any more, and not that it may not exist", async () => {
  const helper = { seatId: "seat", part: "HELPER" as const, status: "ACTIVE" as const };
  const room = aresRoom({ status: "ACTIVE", me: helper });

  expect(await gone(room)).toMatch(/stengt for deg|closed/i);
  expect(document.body.textContent).not.toMatch(/finnes ikke|does not exist/);
});

test("one who proposed it may have been shown out after it was opened: no more is said than is known", async () => {
  const helper = { seatId: "seat", part: "HELPER" as const, status: "ACTIVE" as const };

  expect(await gone(aresRoom({ me: helper }))).toMatch(/ikke her lenger|no longer here/);
  expect(document.body.textContent).not.toMatch(/skrevet|written|trukket|taken back/);
});

test("of a declined room that went away she is not told that anything was written in it", async () => {
  const helper = { seatId: "seat", part: "HELPER" as const, status: "DECLINED" as const };

  expect(await gone(aresRoom({ status: "DECLINED", me: helper }))).toMatch(
    /ikke her lenger|no longer here/,
  );
  expect(document.body.textContent).not.toMatch(/skrevet|written/);
});

test("whose room was on the screen is told who has ended it, at once, and that there is no need of a reason", async () => {
  const helper = { seatId: "seat", part: "HELPER" as const, status: "ACTIVE" as const };
  const room = aresRoom({ status: "ACTIVE", me: helper });

  expect(await gone(room, ARE, "withdrawn")).toMatch(/Rommet er stengt|The room is closed/);
  expect(screen.getByRole("alert").textContent).toMatch(/Are har trukket|Are has withdrawn/);
  cleanup();
  expect(await gone(room, ARE, "shownOut")).toMatch(/ikke med i rommet|no longer in the room/);
  expect(screen.getByRole("alert").textContent).toMatch(/Are har valgt|Are has chosen/);
});

test("how it ended is not told where the room was not on the screen", async () => {
  expect(await gone(undefined, ARE, "withdrawn")).toMatch(/Vi finner ikke rommet|cannot find/);
  expect(document.body.textContent).not.toMatch(/trukket|withdrawn/);
});

test("who is out of a room is told what Samsnakk is not for, and whom to ring", async () => {
  await gone(undefined);
  const numbers = screen.getAllByRole("link").map((it) => it.getAttribute("href"));
  expect(numbers).toEqual(expect.arrayContaining(["tel:113", "tel:116117"]));
});
