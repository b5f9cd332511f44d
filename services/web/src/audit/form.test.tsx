import { cleanup, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { ARE, renderFor } from "../shell/test-room";
import { SearchForm } from "./SearchForm";

afterEach(cleanup);

const REASON = /Hvorfor søker du|Why do you search|Why are you/;
const NAME = /^Navn|^Name/;
const FROM = /^Fra|^From/;
const TO = /^Til|^To/;
const SEARCH = /^Søk$|^Search$/;

test.each([
  [{ reason: "han\tspurte" }, /linjeskift eller tegn|line break or characters/],
  [
    { reason: "\u2800\u2800\u2800\u2800\u2800\u2800" },
    /begrunnelse på 5 til 200|reason of 5 to 200/,
  ],
  [{ reason: "x".repeat(201) }, /begrunnelse på 5 til 200|reason of 5 to 200/],
  [{ reason: "Han har spurt", name: "A\u200bB" }, /synlige tegn av navnet|visible characters/],
])("what is wrong with %j is told, and nothing is searched", async (typed, told) => {
  const search = vi.fn();
  await renderFor(ARE, <SearchForm onSearch={search} onChange={vi.fn()} busy={false} />);
  fireEvent.change(screen.getByLabelText(REASON), { target: { value: typed.reason } });
  if ("name" in typed) {
    fireEvent.change(screen.getByLabelText(NAME), { target: { value: typed.name } });
  }
  await userEvent.click(screen.getByRole("button", { name: SEARCH }));
  await screen.findByText(told);
  expect(search).not.toHaveBeenCalled();
});

test.each([
  ["29.11.2026", "28.11.2026", /slutter før den begynner|ends before it begins/],
  ["31.11.2026", "", /dato med tall|date in figures/],
  ["", "i går", /dato med tall|date in figures/],
])("from %j to %j is not searched as if nothing stood there", async (from, to, told) => {
  const search = vi.fn();
  await renderFor(ARE, <SearchForm onSearch={search} onChange={vi.fn()} busy={false} />);
  fireEvent.change(screen.getByLabelText(REASON), { target: { value: "Han har spurt" } });
  if (from !== "") await userEvent.type(screen.getByLabelText(FROM), from);
  if (to !== "") await userEvent.type(screen.getByLabelText(TO), to);
  await userEvent.click(screen.getByRole("button", { name: SEARCH }));
  await screen.findByText(told);
  expect(search).not.toHaveBeenCalled();
});

test("a period that was put right is searched", async () => {
  const search = vi.fn();
  await renderFor(ARE, <SearchForm onSearch={search} onChange={vi.fn()} busy={false} />);
  fireEvent.change(screen.getByLabelText(REASON), { target: { value: "Han har spurt" } });
  await userEvent.type(screen.getByLabelText(FROM), "31.11.2026");
  await userEvent.click(screen.getByRole("button", { name: SEARCH }));
  expect(search).not.toHaveBeenCalled();
  await userEvent.clear(screen.getByLabelText(FROM));
  await userEvent.type(screen.getByLabelText(FROM), "27.11.2026");
  await userEvent.type(screen.getByLabelText(TO), "28.11.2026");
  await userEvent.click(screen.getByRole("button", { name: SEARCH }));
  expect(search).toHaveBeenCalledOnce();
  expect(search.mock.calls[0]?.[0]).toMatchObject({
    from: expect.any(String),
    to: expect.any(String),
  });
});
