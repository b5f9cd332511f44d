import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { act, cleanup, screen } from "@testing-library/react";
import { Link, Route, Routes } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refusal } from "../gateway/refusal";
import { RoomScreen } from "../rooms/RoomScreen";
import { ARE, aresRoom, renderFor, serverAnswers } from "../shell/test-room";
import { Trouble } from "../shell/Trouble";
import { ConnectionNoticeElsewhere } from "./ConnectionNotice";
import { Keeping } from "./keeping";

const browser = vi.hoisted(() => ({ connected: false, keeping: undefined as unknown }));

vi.mock("./ConversationsProvider", () => ({
  useConversations: () => ({
    keeping: browser.keeping,
    closedElsewhere: () => undefined,
  }),
}));
vi.mock("./useConversation", () => ({
  useConnection: () => ({ kind: browser.connected ? "open" : "connecting" }),
  useConversation: () => undefined,
  useEndOf: () => undefined,
}));
vi.mock("../rooms/useRoomId", () => ({ useRoomId: () => "room" }));

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  const keeping = await Keeping.of("are");
  keeping.keepDraft("room", "Halvferdig");
  keeping.keepOutbox("room", [
    { clientId: "1", body: "Skrevet på bussen", composedAt: "", state: { kind: "waiting" } },
  ]);
  browser.keeping = keeping;
  browser.connected = false;
  vi.useFakeTimers();
  const never = { matches: false, addEventListener: () => 0, removeEventListener: () => 0 };
  vi.stubGlobal("matchMedia", () => never);
});

afterEach(() => {
  cleanup();
  act(() => void window.dispatchEvent(new Event("online")));
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));

test.each([
  ["is not at hand either", () => window.dispatchEvent(new Event("offline"))],
  ["is at hand", () => true],
])(
  "without a connection, where the room %s, what one has written in it is there",
  async (_, then) => {
    then();
    serverAnswers(() => aresRoom({ status: "ACTIVE" }));
    await renderFor(ARE, <RoomScreen />);
    await passes(2_000);
    screen.getByText("Skrevet på bussen");
    screen.getByText(/Ikke sendt ennå|Not sent yet/);
    screen.getByText("Halvferdig");
    screen.getByText(/Samtalen vises her når|conversation is shown here when/);
    expect(screen.queryByRole("status", { name: /Venter|Loading|Henter|Waiting/ })).toBeNull();
    screen.getByText(/Kobler til igjen|onnecting again|econnecting/);
    screen.getByRole("link", { name: /116 117/ });
  },
);

test("where the device keeps nothing it is not said that what one has written is kept", async () => {
  const open = () => {
    throw new Error("keeps nothing");
  };
  vi.stubGlobal("indexedDB", { open });
  const keeping = await Keeping.of("are");
  keeping.keepOutbox("room", [
    { clientId: "1", body: "Skrevet på bussen", composedAt: "", state: { kind: "waiting" } },
  ]);
  browser.keeping = keeping;
  serverAnswers(() => aresRoom({ status: "ACTIVE" }));
  await renderFor(ARE, <RoomScreen />);
  await passes(2_000);
  screen.getByText("Skrevet på bussen");
  expect(document.body.textContent).not.toMatch(/tatt vare på|ikke borte|is kept|not lost/);
  screen.getByText(/hvis dette vinduet er åpent|if this window stays open/);
  screen.getByText(/så lenge dette vinduet er åpent|as long as this window is open/);
});

test("with a connection it waits for the room and shows nothing else", async () => {
  browser.connected = true;
  serverAnswers(() => aresRoom({ status: "ACTIVE" }));
  await renderFor(ARE, <RoomScreen />);
  await passes(2_000);
  expect(screen.queryByText("Skrevet på bussen")).toBeNull();
});

test("every screen says that there is no connection, and that it goes by itself; a conversation says it itself", async () => {
  await renderFor(
    ARE,
    <>
      <Link to="/rooms/new">new</Link>
      <Link to="/rooms/room">room</Link>
      <Routes>
        <Route path="*" element={<ConnectionNoticeElsewhere />} />
      </Routes>
    </>,
  );
  const told = () => screen.queryByText(/kommer av seg selv|comes by itself/);
  expect(told()).toBeNull();
  await passes(2_000);
  expect(told()).not.toBeNull();
  act(() => screen.getByText("new").click());
  await passes(2_000);
  expect(told()).not.toBeNull();
  act(() => screen.getByText("room").click());
  await passes(2_000);
  expect(told()).toBeNull();
});

test("what nobody answered is asked for again by itself, what was refused is not", async () => {
  const again = vi.fn();
  const silence = new Refusal({ code: "network-unavailable", status: 0 });
  await renderFor(ARE, <Trouble error={silence} onRetry={again} />);
  await passes(11_000);
  expect(again).toHaveBeenCalledTimes(2);
  cleanup();
  const no = new Refusal({ code: "room-unknown", status: 404 });
  await renderFor(ARE, <Trouble error={no} onRetry={again} />);
  await passes(60_000);
  expect(again).toHaveBeenCalledTimes(2);
});
