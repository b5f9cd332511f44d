import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "../contracts/conversation";
import { acknowledgementsIn } from "./acknowledgements";
import { agreeing, agreementsIn, mayWithAgreement } from "./agreements";
import { appointmentsIn, mayWith, waitsFor } from "./appointments";
import { newConversation, type Conversation } from "./conversation";
import { correctedOf } from "./corrected";
import { saidIn } from "./kinds";
import { isStanding, questionsIn, STATES } from "./questions";
import { reduce } from "./reduce";

/*
 * Whatever people say of what they said, in whichever order a browser hears it and however often, it
 * shows what who hears all in order is shown; and of what is not kept for her nothing is in its memory.
 */

const PEOPLE = ["are", "kari", "vera"];
const MY_ID = "kari";
const KINDS = [
  "TEXT",
  "EDIT",
  "RETRACTION",
  "QUESTION",
  "ACKNOWLEDGEMENT",
  "APPOINTMENT",
  "APPOINTMENT_RESPONSE",
  "AGREEMENT",
  "AGREEMENT_RESPONSE",
  "TOMORROWS",
] as const;

/** An entry without its place. Half of what it refers to is not there, or is of another kind. */
const entry = fc.record({
  kind: fc.constantFrom(...KINDS),
  sender: fc.constantFrom(...PEOPLE),
  back: fc.nat(6),
  further: fc.nat(6),
  keptFor: fc.subarray(PEOPLE),
  readBy: fc.subarray(PEOPLE),
  says: fc.constantFrom("RECEIVED", "THANKS", "WILL_DO", "TAKEN_BACK", "TOMORROWS"),
  state: fc.constantFrom(...STATES, "TOMORROWS"),
  status: fc.constantFrom("PROPOSED", "BOOKED", "ACTIVE", "COMPLETED", "CANCELLED", "TOMORROWS"),
  response: fc.constantFrom("ACCEPTED", "OBJECTED", "TOMORROWS"),
  participants: fc.subarray(PEOPLE, { minLength: 2 }),
  opens: fc.boolean(),
});

type Drawn = typeof entry extends fc.Arbitrary<infer T> ? T : never;

const SLOT = { start: "2026-11-17T10:00", end: "2026-11-17T11:00" };

function historyOf(drawn: readonly Drawn[]): Message[] {
  const texts = new Map<number, string>();
  const over = new Set<number>();
  return drawn.map((it, i): Message => {
    const seq = i + 1;
    const about = Math.max(1, seq - it.back - 1);
    const follows = Math.max(1, seq - it.further - 1);
    const isVisible = ["TEXT", "APPOINTMENT", "AGREEMENT"].includes(it.kind);
    const base = {
      ...{ roomId: "room", seq, entryId: `e${seq}`, clientId: `c${seq}`, accessEpoch: 1 },
      ...{ senderId: it.sender, format: 1, sentAt: new Date(seq * 60_000).toISOString() },
      class: isVisible ? ("VISIBLE" as const) : ("AMENDS" as const),
    };
    // Of what was taken back the server takes nothing more.
    const isOver = over.has(about);
    switch (it.kind) {
      case "TEXT":
        texts.set(seq, it.sender);
        return { ...base, kind: "TEXT", body: `words of ${seq}.` };
      case "EDIT":
      case "RETRACTION": {
        // The server takes it of one's own text alone, and nothing after it was taken back (decision 85).
        const senderId = texts.get(about);
        if (senderId === undefined || isOver) {
          texts.set(seq, it.sender);
          return { ...base, class: "VISIBLE", kind: "TEXT", body: `words of ${seq}.` };
        }
        if (it.kind === "RETRACTION") over.add(about);
        const keptFor = [...new Set([senderId, ...it.keptFor])];
        const said = { senderId, about, keptFor, readBy: it.readBy };
        if (it.kind === "RETRACTION") return { ...base, ...said, kind: "RETRACTION" };
        return { ...base, ...said, kind: "EDIT", body: `words of ${seq}.` };
      }
      case "QUESTION": {
        if (!it.opens || isOver) return { ...base, kind: "QUESTION" };
        const [askedById, addresseeId] = it.participants as [string, string];
        const said = { about, state: it.state, askedById, addresseeId } as Partial<Message>;
        return { ...base, ...said, kind: "QUESTION" };
      }
      case "ACKNOWLEDGEMENT": {
        const said = it.opens && !isOver ? ({ about, says: it.says } as Partial<Message>) : {};
        return { ...base, ...said, kind: "ACKNOWLEDGEMENT" };
      }
      case "APPOINTMENT":
      case "AGREEMENT": {
        const begins = it.further === 0;
        const said = {
          ...(begins ? {} : { about, follows }),
          ...{ status: it.status, description: "what", participantIds: it.participants },
          ...{ proposedById: it.participants[0], slots: [SLOT], booked: SLOT },
        } as Partial<Message>;
        return { ...base, ...(it.opens ? said : {}), kind: it.kind };
      }
      case "APPOINTMENT_RESPONSE":
        return { ...base, about, follows, accepts: [SLOT.start], kind: it.kind };
      case "AGREEMENT_RESPONSE": {
        const said = { about, follows, response: it.response } as Partial<Message>;
        return { ...base, ...said, kind: it.kind };
      }
      case "TOMORROWS":
        return { ...base, kind: it.kind };
    }
  });
}

/** What of a history is not shown to her any more, by the place at which it was said. */
function takenAway(history: readonly Message[]): Set<number> {
  const away = new Set<number>();
  for (const it of history) {
    if (it.kind !== "EDIT" && it.kind !== "RETRACTION") continue;
    const before = history
      .slice(0, it.seq - 1)
      .findLast((one) => one.seq === it.about || (one.kind === "EDIT" && one.about === it.about));
    if (before && !it.keptFor?.includes(MY_ID)) away.add(before.seq);
  }
  return away;
}

/** As the server gives it out when all of this is said. */
function givenOut(history: readonly Message[]): Message[] {
  const away = takenAway(history);
  return history.map((it) => {
    if (!away.has(it.seq)) return it;
    const without = { ...it };
    delete without.body;
    return without;
  });
}

function heard(conversation: Conversation, message: Message): Conversation {
  return reduce(conversation, { type: "message", message, myId: MY_ID });
}

function opened(history: readonly Message[], conversation = newConversation("room")) {
  const frame = {
    ...({ type: "opened", roomId: "room", accessEpoch: 1, mayWrite: true, more: false } as const),
    ...{ lastSeq: history.length, messages: givenOut(history), marks: [], received: [] },
  };
  return reduce(conversation, { type: "frame", frame, myId: MY_ID, now: 0 });
}

/** All that a screen says of what is here. */
function shown({ messages, lastSeq }: Conversation) {
  return {
    messages: messages.map((it) => ({ ...it, said: saidIn(it), corrected: correctedOf(it) })),
    questions: questionsIn(messages, lastSeq),
    agreements: agreementsIn(messages, lastSeq),
    appointments: appointmentsIn(messages, lastSeq),
    acknowledgements: acknowledgementsIn(messages, lastSeq),
  };
}

const history = fc.array(entry, { maxLength: 24, size: "max" }).map(historyOf);

test("in whichever order it comes, live or looked up, and however often, the same is shown", () => {
  fc.assert(
    fc.property(
      history,
      fc.array(fc.record({ at: fc.nat(23), live: fc.boolean(), until: fc.nat(23) }), {
        maxLength: 30,
        size: "max",
      }),
      fc.nat(24),
      (all, deliveries, from) => {
        const inOrder = all.reduce(heard, opened([]));
        const away = takenAway(all);
        let state = opened(all.slice(0, from));
        for (const { at, live, until } of deliveries) {
          const it = all[at];
          if (it === undefined) continue;
          if (live) state = heard(state, it);
          else {
            const items = givenOut(all.slice(0, Math.max(at, until) + 1)).slice(at, until + 1);
            const page = { items, nextBefore: at };
            state = reduce(state, { type: "page", before: until + 2, page, myId: MY_ID });
          }
        }
        state = opened(all, state);
        expect(shown(state)).toEqual(shown(inOrder));
        const memory = JSON.stringify(shown(state));
        for (const seq of away) expect(memory).not.toContain(`words of ${seq}.`);
      },
    ),
    { numRuns: 2000 },
  );
});

test("nothing that is said leads to a state that there is not", () => {
  fc.assert(
    fc.property(history, fc.subarray(PEOPLE), (all, inRoom) => {
      const { questions, agreements, appointments, acknowledgements } = shown(
        all.reduce(heard, opened([])),
      );
      const isPlace = (seq: number) => seq >= 1 && seq <= all.length;
      for (const [about, question] of questions.by) {
        expect(STATES).toContain(question.state);
        expect(question).toMatchObject({ about });
        const taken = all.some((it) => it.kind === "RETRACTION" && it.about === about);
        expect(isStanding(question) && taken).toBe(false);
      }
      for (const known of agreements.values()) {
        expect(["ACTIVE", "COMPLETED", "CANCELLED"]).toContain(known.newest.status);
        const stand = agreeing(known, inRoom);
        const among = [...stand.waitsFor, ...stand.objected, ...stand.accepted];
        expect(among.every((id) => inRoom.includes(id))).toBe(true);
        expect(stand.waitsFor.length > 0 && stand.isLapsed).toBe(false);
        for (const me of inRoom) {
          const may = mayWithAgreement(known, me, inRoom);
          if (known.newest.status !== "ACTIVE")
            expect(may).toMatchObject({ answer: false, end: false, drop: false });
          if (may.answer) expect(known.newest.participantIds).toContain(me);
        }
      }
      for (const known of appointments.values()) {
        const { newest } = known;
        expect(["PROPOSED", "BOOKED", "CANCELLED"]).toContain(newest.status);
        if (newest.status === "BOOKED") expect(newest.booked).toBeDefined();
        const waited = waitsFor(known, inRoom, () => false);
        expect(waited.every((id) => inRoom.includes(id))).toBe(true);
        if (newest.status !== "PROPOSED") expect(waited).toEqual([]);
        for (const me of inRoom) {
          const may = mayWith(newest, me, inRoom);
          expect(may.book && may.answer).toBe(false);
          if (newest.status === "CANCELLED") expect(Object.values(may)).not.toContain(true);
        }
      }
      for (const [about, said] of acknowledgements.by) {
        expect(isPlace(about)).toBe(true);
        expect(new Set(said.map(({ personId }) => personId)).size).toBe(said.length);
      }
    }),
    { numRuns: 2000 },
  );
});

test("words that were let go for what came later come back with what says that they are kept", () => {
  const base = {
    roomId: "room",
    entryId: "",
    format: 1,
    accessEpoch: 1,
    senderId: "are",
    sentAt: "",
  };
  const first: Message = {
    ...{ ...base, seq: 1, clientId: "1", class: "VISIBLE", kind: "TEXT", body: "first" },
  };
  const amends = { ...base, class: "AMENDS" as const, about: 1, readBy: [] };
  const edit: Message = {
    ...{ ...amends, seq: 2, clientId: "2", kind: "EDIT", body: "second", keptFor: [MY_ID] },
  };
  const retraction: Message = {
    ...{ ...amends, seq: 3, clientId: "3", kind: "RETRACTION", keptFor: [] },
  };
  const words = (state: Conversation) =>
    state.messages[0] && correctedOf(state.messages[0])?.before.map(({ body }) => body);
  const late = [first, retraction].reduce(heard, opened([]));
  expect(words(late)).toEqual([undefined]);
  const again = [edit, first].reduce(heard, late);
  expect(words(again)).toEqual(["first", undefined]);
  expect(words([first, edit, first, retraction].reduce(heard, opened([])))).toEqual([
    "first",
    undefined,
  ]);
});
