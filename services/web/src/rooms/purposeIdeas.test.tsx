import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startLanguage } from "../language/language";
import { PurposeIdeas } from "./PurposeIdeas";

beforeEach(startLanguage);

afterEach(cleanup);

function Purpose({ at = "" }: { at?: string }) {
  const [purpose, setPurpose] = useState(at);
  return (
    <>
      <input value={purpose} onChange={(event) => setPurpose(event.target.value)} />
      <PurposeIdeas purpose={purpose} onChoose={setPurpose} />
    </>
  );
}

const times = () => screen.queryByRole("button", { name: /Finne tider|Find times/ });

test("what rooms are mostly for is one tap, and may be another one", async () => {
  render(<Purpose />);
  await userEvent.click(times() as HTMLElement);
  expect(screen.getByRole<HTMLInputElement>("textbox").value).toMatch(/^(Finne tider|Find times)/);
  expect(times()?.getAttribute("aria-pressed")).toBe("true");

  const [first] = screen.getAllByRole("button");
  await userEvent.click(first as HTMLElement);
  expect(times()?.getAttribute("aria-pressed")).toBe("false");
});

test("it does not write over words of her own", async () => {
  render(<Purpose at="Bytte" />);
  expect(times()).toBeNull();
  await userEvent.clear(screen.getByRole("textbox"));
  expect(times()).toBeTruthy();
});
