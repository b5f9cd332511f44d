import { afterEach, beforeEach, expect, test } from "vitest";
import { keepsFocus } from "./keepsFocus";

let end: () => void;
let button: HTMLButtonElement;
let other: HTMLButtonElement;

beforeEach(() => {
  end = keepsFocus();
  button = document.body.appendChild(document.createElement("button"));
  other = document.body.appendChild(document.createElement("button"));
});

afterEach(() => {
  end();
  button.remove();
  other.remove();
});

const observed = () => new Promise((resolve) => setTimeout(resolve));

/** As a browser does it with what has the focus; jsdom leaves it where it is. */
async function isUnderWay(): Promise<void> {
  button.blur();
  button.disabled = true;
  await observed();
}

test("a button that could not be pressed meanwhile has the focus again", async () => {
  button.focus();
  await isUnderWay();
  expect(document.activeElement).toBe(document.body);
  button.disabled = false;
  await observed();
  expect(document.activeElement).toBe(button);
});

test("whoever has gone on to something else stays there", async () => {
  button.focus();
  await isUnderWay();
  other.focus();
  button.disabled = false;
  await observed();
  expect(document.activeElement).toBe(other);
});

test("a button that nobody had pressed takes nothing", async () => {
  await isUnderWay();
  button.disabled = false;
  await observed();
  expect(document.activeElement).toBe(document.body);
});

test("once it has ended, nothing is given back", async () => {
  button.focus();
  await isUnderWay();
  end();
  button.disabled = false;
  await observed();
  expect(document.activeElement).toBe(document.body);
});
