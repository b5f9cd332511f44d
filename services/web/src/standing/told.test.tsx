import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ARE, renderFor, serverAnswers } from "../shell/test-room";
import { standingMayHaveChanged, useTold } from "./told";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

let queries: QueryClient;

function Told() {
  queries = useQueryClient();
  const told = useTold("questions");
  return (
    <p>
      {told === undefined
        ? "unknown"
        : `waiting: ${told.items.length}${told.whole ? "" : " and more"}`}
    </p>
  );
}

test("what comes within a moment is asked for once, and nothing asks by the clock", async () => {
  const asked = serverAnswers(() => ({ items: [] }));
  await renderFor(ARE, <Told />);
  await screen.findByText("waiting: 0");
  expect(asked.map(({ path }) => path)).toEqual(["/api/conversations/questions"]);
  vi.useFakeTimers();
  act(() => {
    standingMayHaveChanged(queries);
    standingMayHaveChanged(queries);
  });
  await act(() => vi.advanceTimersByTimeAsync(500));
  expect(asked).toHaveLength(2);
  await act(() => vi.advanceTimersByTimeAsync(600_000));
  expect(asked).toHaveLength(2);
});

test("what changes while an answer is on its way is asked for after it, and no answer is thrown away", async () => {
  const answers: ((items: object[]) => void)[] = [];
  const asked = serverAnswers(
    () => new Promise((answer) => answers.push((items) => answer({ items } as never))) as never,
  );
  await renderFor(ARE, <Told />);
  await waitFor(() => expect(answers).toHaveLength(1));
  standingMayHaveChanged(queries);
  await new Promise((done) => setTimeout(done, 300));
  standingMayHaveChanged(queries);
  expect(asked).toHaveLength(1);
  answers[0]?.([{ about: 1 }]);
  await screen.findByText("waiting: 1");
  await waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.([{ about: 1 }, { about: 2 }]);
  await screen.findByText("waiting: 2");
  await new Promise((done) => setTimeout(done, 300));
  expect(asked).toHaveLength(2);
});

test("an answer that hangs is waited for a while, and then asked for anew", async () => {
  const answers: ((items: object[]) => void)[] = [];
  serverAnswers(
    () => new Promise((answer) => answers.push((items) => answer({ items } as never))) as never,
  );
  await renderFor(ARE, <Told />);
  await waitFor(() => expect(answers).toHaveLength(1));
  vi.useFakeTimers();
  standingMayHaveChanged(queries);
  await act(() => vi.advanceTimersByTimeAsync(4_000));
  expect(answers).toHaveLength(1);
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  expect(answers).toHaveLength(2);
  vi.useRealTimers();
  answers[1]?.([{ about: 1 }]);
  await screen.findByText("waiting: 1");
  // The old one comes late, and counts no more.
  answers[0]?.([]);
  await new Promise((done) => setTimeout(done, 100));
  screen.getByText("waiting: 1");
});

test("who hears of a change asks at once where it was only waited to try again", async () => {
  let away = true;
  const asked = serverAnswers(() =>
    away ? new Response("", { status: 503 }) : { items: [{ about: 1 }] },
  );
  await renderFor(ARE, <Told />);
  await waitFor(() => expect(asked).toHaveLength(3), { timeout: 6_000 });
  away = false;
  standingMayHaveChanged(queries);
  await screen.findByText("waiting: 1", {}, { timeout: 1_500 });
});

test("where the server does not answer nothing is claimed, and it is tried again", async () => {
  let away = true;
  const asked = serverAnswers(() =>
    away ? new Response("", { status: 503 }) : { items: [{ about: 1 }] },
  );
  await renderFor(ARE, <Told />);
  await waitFor(() => expect(asked.length).toBeGreaterThan(0));
  screen.getByText("unknown");
  away = false;
  await screen.findByText("waiting: 1", {}, { timeout: 4_000 });
});

test("a server that does not know the question is not asked for ever, and nothing is claimed", async () => {
  const asked = serverAnswers(() => new Response("", { status: 404 }));
  await renderFor(ARE, <Told />);
  await waitFor(() => expect(asked).toHaveLength(1));
  await new Promise((done) => setTimeout(done, 1_500));
  expect(asked).toHaveLength(1);
  screen.getByText("unknown");
});

test("the server may have told not all; one from before it said so is taken to have", async () => {
  serverAnswers(() => ({ items: [{ about: 1 }], whole: false }));
  await renderFor(ARE, <Told />);
  await screen.findByText("waiting: 1 and more");
});

test("who comes back to the window is told anew", async () => {
  const asked = serverAnswers(() => ({ items: [] }));
  await renderFor(ARE, <Told />);
  await screen.findByText("waiting: 0");
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
  await waitFor(() => expect(asked).toHaveLength(2));
});
