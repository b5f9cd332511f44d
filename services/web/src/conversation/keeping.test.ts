import { expect, test } from "vitest";
import { keep, readKept, wipeKept } from "./keeping";

test("a draft is kept for one person in one room, and goes when it is empty", () => {
  keep("are", "room", { draft: "Hei" });
  expect(readKept("are", "room").draft).toBe("Hei");
  expect(readKept("vera", "room").draft).toBe("");
  keep("are", "room", { draft: "" });
  expect(sessionStorage).toHaveLength(0);
});

test("sign-out wipes everything; another person signing in wipes everything but their own", () => {
  keep("are", "room", { draft: "Ares" });
  keep("vera", "room", { draft: "Veras" });
  wipeKept("vera");
  expect(readKept("are", "room").draft).toBe("");
  expect(readKept("vera", "room").draft).toBe("Veras");
  wipeKept();
  expect(sessionStorage).toHaveLength(0);
});

test("what was under way when the page went away goes again under the same id", () => {
  const sending = {
    clientId: "c",
    body: "Hei",
    composedAt: "",
    state: { kind: "sending" },
  } as const;
  keep("are", "room", { outbox: [sending] });
  expect(readKept("are", "room").outbox).toEqual([{ ...sending, state: { kind: "waiting" } }]);
});

test("something unreadable in the store is as good as nothing", () => {
  sessionStorage.setItem("samsnakk.unsent.are.room", "{");
  expect(readKept("are", "room")).toEqual({ draft: "", outbox: [] });
});
