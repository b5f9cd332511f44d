import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ARE, renderFor } from "../shell/test-room";
import { StrandedNotice } from "./StrandedNotice";

const STRANDED = [
  { roomId: "room", clientId: "1", body: "Sendt", half: false },
  { roomId: "room", clientId: "2", body: "Halvferdig", half: true },
];

vi.mock("./ConversationsProvider", () => ({
  useConversations: () => ({
    keeping: { subscribe: () => () => undefined, stranded: () => STRANDED },
  }),
}));

afterEach(cleanup);

test("what was not sent is told as what has been: she may write there again by now", async () => {
  await renderFor(ARE, <StrandedNotice />);

  screen.getByText("This was not sent to anybody.");
  expect(pieceWith("Sendt")).toMatch(/could not write/);
  expect(document.body.textContent).not.toMatch(/can no longer/);
});

test("of a draft that was only not sent it is not said that she could not write", async () => {
  await renderFor(ARE, <StrandedNotice />);
  expect(pieceWith("Halvferdig")).toMatch(/Not finished/);
  expect(pieceWith("Halvferdig")).not.toMatch(/could not write/);
});

function pieceWith(text: string): string {
  return screen.getByText(text).closest("li")?.textContent ?? "";
}
