import { expect, test, vi } from "vitest";
import { tellNotStarted } from "./notStarted";

test("where the app does not start that is said, with a way on and whom to ring", () => {
  const root = document.createElement("div");
  root.innerHTML = "<p>the drawn page</p>";
  const reload = vi.fn();

  tellNotStarted(root, reload);

  expect(root.textContent).toContain("Samsnakk startet ikke");
  expect([...root.querySelectorAll("a")].map(({ href, text }) => [href, text])).toEqual([
    ["tel:113", "113"],
    ["tel:116117", "116 117"],
  ]);
  expect(root.textContent).not.toContain("the drawn page");
  root.querySelector("button")?.click();
  expect(reload).toHaveBeenCalledOnce();
});

test("it goes on by itself when the network is back, once", () => {
  const reload = vi.fn();
  tellNotStarted(document.createElement("div"), reload);
  window.dispatchEvent(new Event("online"));
  window.dispatchEvent(new Event("online"));
  expect(reload).toHaveBeenCalledOnce();
});
