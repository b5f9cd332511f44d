import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Seat } from "../contracts/rooms";
import { ARE, aresRoom, renderFor, serverAnswers } from "../shell/test-room";
import { Participants } from "./Participants";

vi.mock("../consent/WhatTheyWillRead", () => ({ WhatTheyWillRead: () => null }));

const seat = (name: string, status: Seat["status"]): Seat => ({
  seatId: name,
  part: "HELPER",
  status,
  changedAt: "",
  person: { personId: name, name },
});
const FRIDA = seat("Frida", "PROPOSED");
const EMPTY = aresRoom();
const BEFORE = aresRoom({
  status: "ACTIVE",
  may: { ...EMPTY.may, approve: true },
  seats: [seat("Vera", "ACTIVE"), FRIDA],
});
const AFTER = { ...BEFORE, seats: [seat("Vera", "REMOVED"), FRIDA] };

/** Vera's row goes by itself, and all below it comes up. */
let veraGoes: () => void;
function Room() {
  const [room, change] = useState(BEFORE);
  veraGoes = () => change(AFTER);
  return <Participants room={room} headingLevel="1" />;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
  serverAnswers(({ path }) => (path === "/api/rooms" ? { items: [BEFORE] } : AFTER));
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));
const user = userEvent.setup({ advanceTimers: (millis) => vi.advanceTimersByTime(millis) });
const approve = () => screen.getByRole("button", { name: "Approve Frida" });
const undo = () => screen.queryByRole("button", { name: /Undo/ });

test("a tap that was meant for what stood there before answers no other question", async () => {
  await renderFor(ARE, <Room />);
  await passes(1_100);
  act(veraGoes);

  await user.click(approve());
  expect(undo()).toBeNull();

  await passes(1_100);
  await user.click(approve());
  expect(undo()).not.toBeNull();
});

test("who goes by the keyboard answers what has the focus", async () => {
  await renderFor(ARE, <Room />);
  await passes(1_100);
  approve().focus();
  act(veraGoes);

  await user.keyboard("{Enter}");
  expect(undo()).not.toBeNull();
});
