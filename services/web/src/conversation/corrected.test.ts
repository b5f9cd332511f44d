import { describe, expect, test } from "vitest";
import type { Message } from "../contracts/conversation";
import { correctedOf, withCorrections } from "./corrected";
import { saidIn } from "./kinds";

const AT = "2026-12-01T09:00:00.000Z";

function entry(seq: number, more: Partial<Message>): Message {
  const kind = more.kind ?? "TEXT";
  return { seq, senderId: "kari", sentAt: AT, class: "AMENDS", kind, ...more } as Message;
}

const text = entry(1, { class: "VISIBLE", body: "Hemmelig" });

function edit(seq: number, body: string | undefined, keptFor: string[]): Message {
  const of = { kind: "EDIT", about: 1, readBy: keptFor.slice(1), keptFor };
  return entry(seq, body === undefined ? of : { ...of, body });
}

function retraction(seq: number, keptFor: string[]): Message {
  return entry(seq, { kind: "RETRACTION", about: 1, readBy: keptFor.slice(1), keptFor });
}

/** Whatever lies in memory. */
function memory(messages: readonly Message[]): string {
  return JSON.stringify([...messages, ...messages.map(correctedOf)]);
}

describe("a message that was changed", () => {
  test("says what was said last, and what stood before for whoever had read it", () => {
    const [it] = withCorrections(
      [text, edit(2, "Andre", ["kari", "are"]), edit(3, "Tredje", ["kari", "are"])],
      "are",
    );
    expect(it && saidIn(it)).toEqual({ kind: "text", body: "Tredje" });
    expect(it && correctedOf(it)).toMatchObject({
      state: "edited",
      seq: 3,
      readBy: [],
      readBefore: ["are"],
      before: [{ body: "Hemmelig" }, { body: "Andre" }],
    });
  });

  test("leaves nothing of what stood before with who had not read it, in whichever order it came", () => {
    const all = [text, edit(2, "Andre", ["kari"]), edit(3, "Tredje", ["kari"])];
    for (const order of [all, [...all].reverse()]) {
      let known: readonly Message[] = [];
      for (const one of order) {
        const ascending = [...known, one].sort((a, b) => a.seq - b.seq);
        known = withCorrections(ascending, "sara");
      }
      expect(known[0]?.body).toBe("Tredje");
      expect(memory(known)).not.toContain("Hemmelig");
      expect(memory(known)).not.toContain("Andre");
      expect(known[0] && correctedOf(known[0])?.before).toHaveLength(2);
    }
  });

  test("is the same message until something new is known of it", () => {
    const once = withCorrections([text, edit(2, "Andre", ["kari"])], "are");
    const again = withCorrections([...once, entry(3, { class: "VISIBLE", body: "Hei" })], "are");
    expect(again[0]).toBe(once[0]);
  });

  test("is unreadable where its newest words do not open", () => {
    const [it] = withCorrections([text, edit(2, undefined, ["kari"])], "are");
    expect(it && saidIn(it)).toEqual({ kind: "unreadable" });
  });

  test("is changed by nobody else", () => {
    const forged = { ...edit(2, "Noe annet", ["are"]), senderId: "are" };
    expect(withCorrections([text, forged], "are")[0]).toBe(text);
  });
});

describe("a message that was taken back", () => {
  test("says so to everybody, and what it said is kept for whoever had read it", () => {
    const [it] = withCorrections([text, retraction(2, ["kari", "are"])], "are");
    expect(it && saidIn(it)).toEqual({ kind: "retracted" });
    expect(it?.body).toBeUndefined();
    expect(it && correctedOf(it)?.before).toEqual([{ seq: 1, at: AT, body: "Hemmelig" }]);
  });

  test("R9: leaves nothing with who had not", () => {
    const known = withCorrections(
      [text, edit(2, "Andre", ["kari"]), retraction(3, ["kari"])],
      "sara",
    );
    expect(memory(known)).not.toMatch(/Hemmelig|Andre/);
    expect(known[0] && saidIn(known[0])).toEqual({ kind: "retracted" });
  });

  test("is taken back also where the server has kept its words from her", () => {
    const served = entry(1, { class: "VISIBLE" });
    const [it] = withCorrections([served, retraction(2, ["kari"])], "sara");
    expect(it && saidIn(it)).toEqual({ kind: "retracted" });
  });
});

test("who had read it before it was changed is not said to have read what was taken back", () => {
  const changed = { ...edit(2, "Andre", ["kari", "are"]), readBy: ["are"] };
  const back = { ...retraction(3, ["kari", "sara"]), readBy: ["are", "sara"] };
  const [it] = withCorrections([text, changed, back], "kari");
  expect(it && correctedOf(it)).toMatchObject({ readBy: ["sara"], readBefore: ["are"] });
});
