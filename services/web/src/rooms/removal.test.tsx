import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useAnswers } from "../answers/AnswersProvider";
import type { Seat } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, serverAnswers } from "../shell/test-room";
import { Participants } from "./Participants";
import { RemoveOrLeave } from "./RemoveOrLeave";
import { useRoom } from "./rooms";

const SEAT: Seat = {
  seatId: "vera",
  part: "HELPER",
  status: "ACTIVE",
  changedAt: "",
  person: { personId: "vera", name: "Vera Veileder" },
};
const ROOM = aresRoom({ status: "ACTIVE", seats: [SEAT] });
const REMOVED = { ...ROOM, seats: [{ ...SEAT, status: "REMOVED" }] };

/** As the screen of the room has them. */
function Both() {
  const room = useRoom("room");
  return room.kind === "here" && <Participants room={room.room} headingLevel="1" />;
}

let server: "away" | "silent" | "here";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
  server = "away";
  const away = { code: "temporarily-unavailable", status: 503 };
  const headers = { "content-type": "application/problem+json" };
  serverAnswers(({ method, path }) => {
    if (method === "GET") return path === "/api/rooms" ? { items: [ROOM] } : ROOM;
    if (server === "here") return REMOVED;
    if (server === "silent") return new Promise(() => undefined);
    return new Response(JSON.stringify(away), { status: 503, headers });
  });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));
const user = userEvent.setup({ advanceTimers: (millis) => vi.advanceTimersByTime(millis) });
const button = (name: string) => screen.findByRole("button", { name });

async function areRemovesVera() {
  await renderFor(
    ARE,
    <>
      <RemoveOrLeave room={ROOM} seat={SEAT} onCancel={() => undefined} />
      <input />
    </>,
  );
  await user.click(await button("Yes, remove Vera"));
}

const stop = () =>
  screen.queryByRole("button", { name: /Do not try again|Do not do it after all/ });

test("a removal that is tried again and again takes the focus from nobody, and can be stopped all the while", async () => {
  await areRemovesVera();
  await passes(1_000);
  expect(stop()).not.toBeNull();
  screen.getByRole("textbox").focus();
  for (let seconds = 0; seconds < 20; seconds++) {
    await passes(1_000);
    expect(document.activeElement).toBe(screen.getByRole("textbox"));
    expect(screen.queryByRole("button", { name: "Cancel" })).toBeNull();
    expect(stop()).not.toBeNull();
  }
});

test("whose focus is elsewhere as it comes to wait stays there", async () => {
  server = "silent";
  await areRemovesVera();
  screen.getByRole("textbox").focus();
  await passes(16_000);
  expect(stop()).not.toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
});

test("where it has been done that is said, once the row that told of it has gone", async () => {
  server = "here";
  await renderFor(ARE, <Both />);
  await user.click(await button("Remove Vera Veileder"));
  await user.click(await button("Yes, remove Vera"));
  await screen.findByText("Vera Veileder is removed.");
});

test("a removal that goes again by itself does not show out who has been let in anew since", async () => {
  const period = (start: string) => ({ ...SEAT, periods: [{ start }] });
  const first = period("2026-11-22T06:00:00Z");
  const anew = { ...ROOM, accessEpoch: 3, seats: [period("2026-11-22T07:00:00Z")] };
  const headers = { "content-type": "application/problem+json" };
  const sent = serverAnswers(({ method, path }) => {
    if (method === "GET") return path === "/api/rooms" ? { items: [anew] } : anew;
    const away = { code: "temporarily-unavailable", status: 503 };
    return new Response(JSON.stringify(away), { status: 503, headers });
  });
  await renderFor(
    ARE,
    <RemoveOrLeave room={{ ...ROOM, seats: [first] }} seat={first} onCancel={() => undefined} />,
  );
  await user.click(await button("Yes, remove Vera"));
  await passes(6_000);
  await screen.findByText(/Vera Veileder has been let in again since/);
  await passes(20_000);
  expect(sent.filter(({ method }) => method === "DELETE")).toHaveLength(1);
});

test("what is under way is not said to be cancelled", async () => {
  server = "silent";
  await areRemovesVera();
  expect((await button("Cancel")).hasAttribute("disabled")).toBe(true);
});

test("while a removal waits it is not said that it is done at once", async () => {
  const promised = () => screen.queryByText(/loses access at once/);
  server = "silent";
  await areRemovesVera();
  expect(promised()).not.toBeNull();
  await passes(16_000);
  expect(stop()).not.toBeNull();
  for (let seconds = 0; seconds < 20; seconds++) {
    expect(promised()).toBeNull();
    await passes(1_000);
  }
  await user.click(await button("Do not try again"));
  // It may have been heard all the same.
  expect(promised()).toBeNull();
  await passes(16_000);
  await user.click(await button("I have seen it"));
  expect(promised()).not.toBeNull();
});

test("whose removal waits, from whichever screen, is not offered to be removed once more", async () => {
  let answers: ReturnType<typeof useAnswers> | undefined;
  const Hold = () => void (answers = useAnswers());
  await renderFor(
    ARE,
    <>
      <Hold />
      <Both />
    </>,
  );
  await button("Remove Vera Veileder");
  const removal = {
    kind: "removal",
    roomId: "room",
    seatId: "vera",
    name: "Vera Veileder",
  } as const;
  act(() => answers?.give(removal));
  await screen.findByText(/do not know whether Vera Veileder is removed/);
  expect(screen.queryByRole("button", { name: "Remove Vera Veileder" })).toBeNull();
  expect(screen.getAllByText(/do not know whether Vera Veileder is removed/)).toHaveLength(1);
});
