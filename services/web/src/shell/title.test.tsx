import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useNewsInTitle, useTitle } from "./useTitle";

afterEach(cleanup);

function Screen({ title, news, asks = "" }: { title: string; news: number; asks?: string }) {
  useTitle(title);
  useNewsInTitle(news, asks);
  return null;
}

test("the title says how much is new, on whichever page, and nothing of it when all is read", () => {
  const { rerender } = render(<Screen title="Mine rom" news={3} />);
  expect(document.title).toBe("(3) Mine rom – Samsnakk");
  rerender(<Screen title="Rommet" news={3} />);
  expect(document.title).toBe("(3) Rommet – Samsnakk");
  rerender(<Screen title="Rommet" news={0} />);
  expect(document.title).toBe("Rommet – Samsnakk");
});

test("what waits for an answer is said apart from what is new, and before it", () => {
  const { rerender } = render(<Screen title="Mine rom" news={3} asks="1 spørsmål" />);
  expect(document.title).toBe("1 spørsmål · (3) Mine rom – Samsnakk");
  rerender(<Screen title="Mine rom" news={0} asks="1 spørsmål" />);
  expect(document.title).toBe("1 spørsmål · Mine rom – Samsnakk");
});

test("who signs out takes it along", () => {
  render(<Screen title="Samsnakk" news={2} />);
  expect(document.title).toBe("(2) Samsnakk");
  cleanup();
  expect(document.title).toBe("Samsnakk");
});
