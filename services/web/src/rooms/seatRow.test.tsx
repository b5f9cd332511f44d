import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Seat } from "../contracts/rooms";
import { ARE, aresRoom, renderFor } from "../shell/test-room";
import { SeatRow } from "./SeatRow";

afterEach(cleanup);

const VERA: Seat = {
  seatId: "veras",
  part: "HELPER",
  status: "ACTIVE",
  person: { personId: "vera", name: "Vera Veileder" },
  changedAt: "2026-11-22T06:00:00.000Z",
};

test("who thinks better of it is back at the button that asked", async () => {
  await renderFor(ARE, <SeatRow room={aresRoom({ status: "ACTIVE" })} seat={VERA} />);
  fireEvent.click(screen.getByRole("button", { name: "Remove Vera Veileder" }));
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Remove Vera Veileder" }));
});
