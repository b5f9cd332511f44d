import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { useNavigate } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { ARE, renderFor } from "../shell/test-room";
import { StrandedNotice } from "./StrandedNotice";

const STRANDED = [
  { roomId: "room", clientId: "1", body: "Sendt", half: false, room: "Ola Nordmann" },
  { roomId: "room", clientId: "2", body: "Halvferdig", half: true, room: "Ola Nordmann" },
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

let goesTo: (path: string) => void = () => undefined;

function Goes() {
  const navigate = useNavigate();
  goesTo = (path) => act(() => void navigate(path));
  return null;
}

async function isAt(path: string) {
  await renderFor(
    ARE,
    <>
      <Goes />
      <StrandedNotice />
    </>,
  );
  goesTo(path);
}

test("it is told for which room it was, but in that room itself", async () => {
  await isAt("/help");
  expect(pieceWith("Sendt")).toMatch(/^The room in question: Ola Nordmann/);
  goesTo("/rooms/room");
  expect(pieceWith("Sendt")).toMatch(/^Sendt/);
});

test("in another room it is one line that names nobody, until she wants to see it", async () => {
  await isAt("/rooms/another");
  expect(screen.queryByText("Sendt")).toBeNull();
  screen.getByText("2 texts were not sent");
  expect(document.body.textContent).not.toMatch(/Ola Nordmann/);
  fireEvent.click(screen.getByRole("button", { name: "Show" }));
  expect(pieceWith("Sendt")).toMatch(/Ola Nordmann/);
  fireEvent.click(screen.getByRole("button", { name: "Hide" }));
  expect(screen.queryByText("Sendt")).toBeNull();
});

function pieceWith(text: string): string {
  return screen.getByText(text).closest("li")?.textContent ?? "";
}
