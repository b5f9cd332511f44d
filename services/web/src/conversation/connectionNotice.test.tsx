import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ARE, renderFor } from "../shell/test-room";
import { ConnectionNoticeElsewhere } from "./ConnectionNotice";

vi.mock("./useConversation", () => ({
  useConnection: () => ({ kind: "waiting-to-retry", crowded: false }),
}));

/** Where the notice begins on the screen, in pixels. */
const NOTICE = window.innerHeight - 72;

let brought: Element[];

beforeEach(() => {
  brought = [];
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const top = Number((this as HTMLElement).dataset["top"] ?? NOTICE);
    return new DOMRect(0, top, 100, 44);
  });
  Element.prototype.scrollIntoView = function () {
    brought.push(this);
  };
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test.each([
  ["that the notice would cover comes above it", NOTICE - 10, true],
  ["that stands above the notice stays where it is", NOTICE - 44, false],
  ["that is out of sight is not fetched", window.innerHeight + 200, false],
])("what has the focus and %s", async (_, top, comes) => {
  await renderFor(
    ARE,
    <>
      <button data-top={top}>Show older</button>
      <ConnectionNoticeElsewhere />
    </>,
  );
  const button = screen.getByRole("button");
  button.focus();
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  screen.getByText(/We have no connection/);
  expect(brought).toEqual(comes ? [button] : []);
});
