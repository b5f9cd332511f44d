import { cleanup, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { ARE, renderFor } from "../shell/test-room";
import { SearchForm } from "./SearchForm";

afterEach(cleanup);

const REASON = /Hvorfor søker du|Why do you search|Why are you/;
const NAME = /^Navn|^Name/;

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
  await renderFor(ARE, <SearchForm onSearch={search} busy={false} />);
  fireEvent.change(screen.getByLabelText(REASON), { target: { value: typed.reason } });
  if ("name" in typed) {
    fireEvent.change(screen.getByLabelText(NAME), { target: { value: typed.name } });
  }
  await userEvent.click(screen.getByRole("button", { name: /^Søk$|^Search$/ }));
  await screen.findByText(told);
  expect(search).not.toHaveBeenCalled();
});
