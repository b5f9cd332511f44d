import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ARE, renderFor } from "../shell/test-room";
import { StrandedNotice } from "./StrandedNotice";

const STRANDED = [{ roomId: "room", clientId: "1", body: "Halvferdig" }];

vi.mock("./ConversationsProvider", () => ({
  useConversations: () => ({
    keeping: { subscribe: () => () => undefined, stranded: () => STRANDED },
  }),
}));

afterEach(cleanup);

test("what was not sent is told as what has been: she may write there again by now", async () => {
  await renderFor(ARE, <StrandedNotice />);

  expect(screen.getByText(/was not sent to anybody/).textContent).toMatch(/could not write/);
  expect(document.body.textContent).not.toMatch(/can no longer/);
});
