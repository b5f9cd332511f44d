import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState, type ComponentType } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startLanguage } from "../language/language";
import { fetchedDialogue } from "./fetchedDialogue";

interface Props {
  open: boolean;
  onClose: () => void;
}

beforeEach(async () => {
  await startLanguage();
  vi.useFakeTimers();
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const passes = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));
const tap = () => fireEvent.click(screen.getByText("Ask"));
const dialogue = () => screen.queryByText("the dialogue");

const Shown = ({ open }: Props) => open && <p>the dialogue</p>;

function page(load: () => Promise<ComponentType<Props>>) {
  const Part = fetchedDialogue(load);
  function Page() {
    const [asked, ask] = useState(false);
    return (
      <>
        <button onClick={() => ask(true)}>Ask</button>
        <input />
        <Part asked={asked} open={asked} onClose={() => ask(false)} />
      </>
    );
  }
  render(<Page />);
}

test("it is fetched ahead some seconds after its screen is there, and not before", async () => {
  const load = vi.fn(() => Promise.resolve(Shown));
  page(load);
  await passes(3_900);
  expect(load).not.toHaveBeenCalled();
  await passes(1_000);
  expect(load).toHaveBeenCalledOnce();
  tap();
  expect(dialogue()).not.toBeNull();
});

test("where it does not come that is said, and it opens by no itself but at a tap", async () => {
  let online = false;
  page(() => (online ? Promise.resolve(Shown) : Promise.reject(new TypeError("offline"))));
  tap();
  await passes(0);
  screen.getByRole("alert");
  online = true;
  await passes(60_000);
  expect(dialogue()).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await passes(0);
  expect(dialogue()).not.toBeNull();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("who has gone on writing before it comes is left alone, and has it at the next tap", async () => {
  let comes: (it: ComponentType<Props>) => void = () => undefined;
  page(() => new Promise((resolve) => (comes = resolve)));
  tap();
  fireEvent.keyDown(screen.getByRole("textbox"), { key: "a" });
  comes(Shown);
  await passes(0);
  expect(dialogue()).toBeNull();
  tap();
  expect(dialogue()).not.toBeNull();
});

test("it opens for who waits for it", async () => {
  page(() => new Promise((resolve) => setTimeout(() => resolve(Shown), 1_000)));
  tap();
  await passes(1_100);
  expect(dialogue()).not.toBeNull();
});

test("what lasts is said to be on its way, and no sooner; where nothing comes of it, that it did not come", async () => {
  let comes: (it: ComponentType<Props>) => void = () => undefined;
  page(() => new Promise((resolve) => (comes = resolve)));
  tap();
  await passes(300);
  expect(screen.queryByRole("status")).toBeNull();
  await passes(200);
  expect(screen.getByRole("status").textContent).toContain("Loading");

  await passes(10_000);
  expect(screen.queryByRole("status")).toBeNull();
  screen.getByRole("alert");

  comes(Shown);
  await passes(0);
  expect(dialogue()).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await passes(0);
  expect(dialogue()).not.toBeNull();
});
