import { cleanup, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, expect, test } from "vitest";
import { useStaysInList } from "./useStaysInList";

afterEach(cleanup);

const ground = () => (document.activeElement as HTMLElement).blur();
const focused = () => document.activeElement;
const link = (name: string) => screen.getByRole("link", { name });

function List({ rows }: { rows: string[] }) {
  const list = useStaysInList<HTMLUListElement>(rows.length);
  return (
    <ul ref={list} tabIndex={-1}>
      {rows.map((row) => (
        <li key={row}>
          <a href={`/${row}`}>{row}</a>
        </li>
      ))}
    </ul>
  );
}

test("the focus stays in the list where the row that had it goes, and in the next one", () => {
  const { rerender } = render(<List rows={["one", "two", "three"]} />);
  link("one").focus();
  rerender(<List rows={["two", "three"]} />);
  expect(focused()).toBe(screen.getByRole("list"));
  link("two").focus();
  rerender(<List rows={["three"]} />);
  expect(focused()).toBe(screen.getByRole("list"));
});

test("who has the focus nowhere is not brought to the list as a row goes", () => {
  const { rerender } = render(<List rows={["one", "two"]} />);
  rerender(<List rows={["two"]} />);
  expect(focused()).toBe(document.body);
});

test("nor who has tapped on blank ground since, whichever row goes", async () => {
  const { rerender } = render(<List rows={["one", "two"]} />);
  link("one").focus();
  ground();
  await Promise.resolve();
  rerender(<List rows={["two"]} />);
  expect(focused()).toBe(document.body);
});

test("as the list goes with its last row, the focus goes where the page says", () => {
  function Page({ rows }: { rows: string[] }) {
    const heading = useRef<HTMLHeadingElement>(null);
    const page = useStaysInList<HTMLDivElement>(rows.length, heading);
    return (
      <div ref={page}>
        <h1 ref={heading} tabIndex={-1}>
          Rooms
        </h1>
        {rows.length > 0 && <List rows={rows} />}
      </div>
    );
  }
  const { rerender } = render(<Page rows={["one", "two"]} />);
  link("one").focus();
  rerender(<Page rows={["two"]} />);
  expect(focused()).toBe(screen.getByRole("list"));
  link("two").focus();
  rerender(<Page rows={[]} />);
  expect(focused()).toBe(screen.getByRole("heading"));
});
