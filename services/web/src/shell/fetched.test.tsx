import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { chooseLanguage, startLanguage } from "../language/language";
import { fetched } from "./Fetched";
import { NotFetched } from "./NotFetched";
import { Upgrade } from "./upgrade";

const OLD = /Samsnakk er oppdatert/;

beforeEach(async () => {
  await startLanguage();
  await chooseLanguage("nb");
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const Screen = ({ name }: { name: string }) => <p>Skjermen {name}</p>;

function serverAnswers(status: number | undefined) {
  vi.stubGlobal("fetch", () =>
    status === undefined
      ? Promise.reject(new TypeError("offline"))
      : Promise.resolve(new Response(null, { status })),
  );
}

test("a part of the app is fetched once, when it is shown first", async () => {
  const load = vi.fn(() => Promise.resolve(Screen));
  const Part = fetched(load);
  expect(load).not.toHaveBeenCalled();

  const first = render(<Part name="en" />);
  expect(screen.getByRole("status")).toBeTruthy();
  await screen.findByText("Skjermen en");
  first.unmount();

  render(<Part name="to" />);
  expect(screen.getByText("Skjermen to")).toBeTruthy();
  expect(load).toHaveBeenCalledOnce();
});

test("without a network it says so, and comes when it is tried again", async () => {
  serverAnswers(undefined);
  const load = vi.fn(() => Promise.resolve(Screen));
  load.mockRejectedValueOnce(new TypeError("offline"));
  const Part = fetched(load);
  render(<Part name="en" />);

  await userEvent.click(await screen.findByRole("button", { name: "Prøv igjen" }));

  await screen.findByText("Skjermen en");
});

test("it is tried again although nobody asks", async () => {
  vi.useFakeTimers();
  const again = vi.fn();
  serverAnswers(undefined);
  render(<NotFetched onRetry={again} of={new Upgrade()} />);

  await act(() => vi.advanceTimersByTimeAsync(5_000));

  expect(again).toHaveBeenCalledOnce();
});

test("a part of a version that is gone says that there is a newer one, and offers it", async () => {
  serverAnswers(404);
  const upgrade = new Upgrade();
  render(<NotFetched onRetry={vi.fn()} of={upgrade} />);

  await screen.findByText(OLD);

  expect(screen.getByRole("button", { name: "Last inn på nytt" })).toBeTruthy();
  expect(upgrade.isThere()).toBe(true);
});

test("a part that did not come although the server answers is fetched with a new page", async () => {
  const reload = vi.fn();
  vi.stubGlobal("location", { ...window.location, reload });
  serverAnswers(200);
  render(<NotFetched onRetry={vi.fn()} of={new Upgrade()} />);

  await userEvent.click(await screen.findByRole("button", { name: "Last inn på nytt" }));

  expect(screen.queryByText(OLD)).toBeNull();
  expect(reload).toHaveBeenCalledOnce();
});

test.each([200, 502, undefined])(
  "a server that answers %s has not been upgraded",
  async (status) => {
    serverAnswers(status);
    const upgrade = new Upgrade();
    await upgrade.look();
    expect(upgrade.isThere()).toBe(false);
  },
);

test("what may be missing for a moment says nothing, and comes once it can", async () => {
  vi.useFakeTimers();
  serverAnswers(undefined);
  let there = false;
  const Part = fetched(
    () => (there ? Promise.resolve(Screen) : Promise.reject(new TypeError("offline"))),
    { quiet: true },
  );
  const { container } = render(<Part name="en" />);
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(container.textContent).toBe("");

  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(container.textContent).toBe("");
  there = true;
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(container.textContent).not.toBe("");
});

test("a part that neither comes nor fails has not come after a while, and is shown where it comes late", async () => {
  vi.useFakeTimers();
  serverAnswers(undefined);
  let comes: (it: typeof Screen) => void = () => undefined;
  const Part = fetched(() => new Promise<typeof Screen>((resolve) => (comes = resolve)));
  render(<Part name="en" />);
  await act(() => vi.advanceTimersByTimeAsync(9_000));
  expect(screen.queryByRole("button")).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  screen.getByRole("button", { name: "Prøv igjen" });

  comes(Screen);
  await act(() => vi.advanceTimersByTimeAsync(0));
  screen.getByText("Skjermen en");
});
