import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { amongTimes } from "./amongTimes";

afterEach(cleanup);

test("an arrow leads from the time of one message to that of the next, and stays at the ends", () => {
  render(
    <ol onKeyDown={amongTimes}>
      {["10:00", "10:01"].map((time) => (
        <li key={time}>
          <button className="bubble__time">{time}</button>
          <button>face</button>
        </li>
      ))}
    </ol>,
  );
  const last = screen.getByText("10:01");
  last.focus();
  fireEvent.keyDown(last, { key: "ArrowUp" });
  expect(document.activeElement?.textContent).toBe("10:00");
  fireEvent.keyDown(screen.getByText("10:00"), { key: "ArrowUp" });
  expect(document.activeElement?.textContent).toBe("10:00");
  fireEvent.keyDown(screen.getByText("10:00"), { key: "ArrowDown" });
  expect(document.activeElement?.textContent).toBe("10:01");
});
