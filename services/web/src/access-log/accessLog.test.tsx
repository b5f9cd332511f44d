import { onlineManager } from "@tanstack/react-query";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { Route, Routes, useNavigate } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import type { Action, LogDay, LogEntry, RoomLog, Sum } from "../contracts/access-log";
import { ARE, renderFor, serverAnswers, type Asked } from "../shell/test-room";
import { AccessLogScreen } from "./AccessLogScreen";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

let seq = 0;

function entry(action: Action, name: string, at: string, more: Partial<LogEntry> = {}): LogEntry {
  seq += 1;
  const ids = { seq, entryId: `${seq}`, recordedAt: at, hash: "" };
  const agent = { personId: name, name };
  return { ...ids, at, action, outcome: "SUCCESS", agent, details: {}, ...more };
}

function Start() {
  const navigate = useNavigate();
  return <button onClick={() => void navigate("/rooms/room/seen")}>Go</button>;
}

const HOUR = 3_600_000;

/** What the server says of the day that these lie on: of all its entries, whichever are here. */
function dayOf(items: LogEntry[], sums: Partial<Sum>[], whole = true): LogDay {
  const at = Math.min(...items.map((item) => Date.parse(item.at)));
  const of = (sum: Partial<Sum>): Sum => ({
    kind: "VIEWS",
    personId: "Vera",
    entries: 2,
    from: "2026-11-22T08:00:00Z",
    until: "2026-11-22T08:00:00Z",
    times: 0,
    visits: 0,
    refreshes: 0,
    messages: 0,
    looks: 0,
    underWay: false,
    ...sum,
  });
  return {
    from: new Date(at - HOUR).toISOString(),
    to: new Date(at + 20 * HOUR).toISOString(),
    whole,
    sums: sums.map(of),
  };
}

async function opens(answer: (asked: Asked) => Partial<RoomLog>): Promise<Asked[]> {
  const asked = serverAnswers((request) => ({
    items: [],
    nextBefore: null,
    at: "2026-11-22T12:00:00Z",
    now: [],
    days: [],
    ...answer(request),
  }));
  await renderFor(
    ARE,
    <Routes>
      <Route path="/" element={<Start />} />
      <Route path="rooms/:roomId/seen" element={<AccessLogScreen />} />
    </Routes>,
  );
  fireEvent.click(screen.getByText("Go"));
  await screen.findAllByRole("listitem");
  return asked;
}

const lines = (items: LogEntry[], sums: Partial<Sum>[] = [], nextBefore: number | null = null) =>
  opens(() => ({ items, nextBefore, days: [dayOf(items, sums)] }));

/** The first line, as it stands there before it is opened. */
function told(): string {
  const line = screen.getAllByRole("listitem")[0];
  return (line?.querySelector("summary") ?? line)?.textContent ?? "";
}

const ranges = { details: { fromSeq: 3, toSeq: 7 } };

test("R6: who opened once and sat still was there once", async () => {
  await lines(
    [
      entry("ROOM_REFRESHED", "Vera", "2026-11-22T08:05:00Z", { details: { count: 9 } }),
      entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z"),
    ],
    [{ visits: 1 }],
  );

  expect(told()).toMatch(/^Vera (var inne|looked in)\d\d:/);
  expect(told()).not.toMatch(/9 ganger|9 times/);
});

test("R6: what was fetched though nobody opened the room is told as what it is", async () => {
  const fetched = entry("ROOM_REFRESHED", "Nils", "2026-11-22T08:05:00Z", {
    details: { count: 9 },
  });
  await lines([fetched, fetched], [{ personId: "Nils", refreshes: 18 }]);

  expect(told()).toMatch(/rommet 18 ganger uten å åpne|room 18 times without opening/);
});

test("R6: who opened the room, on a page further down, has not fetched without opening", async () => {
  await lines([entry("ROOM_REFRESHED", "Vera", "2026-11-22T08:05:00Z")], [{ visits: 1 }], 7);

  expect(told()).toMatch(/^Vera (var inne|looked in)\d\d:/);
  expect(document.body.textContent).toMatch(/Ett innslag til|One more entry/);
  expect(document.body.textContent).not.toMatch(/uten å åpne|without opening/);
});

test("R6: who had the conversation open that day is not said to have fetched without opening", async () => {
  const items = [
    entry("ROOM_REFRESHED", "Vera", "2026-11-22T08:05:00Z"),
    entry("MESSAGES_VIEWED", "Vera", "2026-11-22T08:00:00Z"),
  ];
  await lines(items, [{ refreshes: 1, messages: 4 }]);

  expect(told()).toMatch(/hadde 4 meldinger framme|had 4 messages open/);
  expect(told()).not.toMatch(/uten å åpne|without opening/);
});

test("R6: of a day with more than can be counted nobody is said not to have opened", async () => {
  const items = [entry("ROOM_REFRESHED", "Vera", "2026-11-22T08:05:00Z")];
  await opens(() => ({ items, days: [dayOf(items, [{ refreshes: 2000, entries: 2000 }], false)] }));

  expect(told()).toMatch(/rommet 2000 ganger|room 2000 times/);
  expect(told()).not.toMatch(/uten å åpne|without opening/);
  expect(document.body.textContent).toMatch(/Tallene gjelder|The sums are of/);
});

test("R8: what was written in a row is told with its number, and opens to each", async () => {
  await lines(
    ["08:20", "08:10", "08:00"].map((at) => entry("MESSAGE_SENT", "Vera", `2026-11-22T${at}:00Z`)),
  );

  expect(told()).toMatch(
    /^Vera (skrev 3 meldinger|wrote 3 messages)(mellom|between) \d\d:00 (og|and) \d\d:20$/,
  );
  expect(screen.getAllByText(/^(skrev en melding|wrote a message)$/)).toHaveLength(3);
});

test("R8: of a row that older pages may go on with no more is said than is here", async () => {
  const items = ["08:10", "08:00"].map((at) =>
    entry("MESSAGE_SENT", "Vera", `2026-11-22T${at}:00Z`),
  );
  await lines(items, [], 7);

  expect(told()).toMatch(/^Vera (skrev minst 2 meldinger|wrote at least 2 messages)/);
});

test("R6: who comes and goes is not said to have been there all the time", async () => {
  const opened = entry("MESSAGES_VIEWED", "Vera", "2026-11-22T08:28:00Z");
  const ended = { until: "2026-11-22T08:25:00Z" };
  await lines(
    [opened, entry("MESSAGES_VIEWED", "Vera", "2026-11-22T08:22:00Z", ended)],
    [{ from: "2026-11-22T08:22:00Z", visits: 2, underWay: true }],
  );

  expect(told()).toMatch(
    /(har samtalen åpen|has the conversation open).*(først|first at) \d\d:22$/,
  );
});

test("R6: who was shown out between two visits is not said to have been there meanwhile", async () => {
  const visit = (at: string) => entry("ROOM_VIEWED", "Vera", `2026-11-22T${at}:00Z`);
  await lines(
    [visit("08:30"), entry("SEAT_REMOVED", "Are", "2026-11-22T08:25:00Z"), visit("08:20")],
    [{ visits: 2, from: "2026-11-22T08:20:00Z", until: "2026-11-22T08:30:00Z" }],
  );

  expect(told()).toMatch(/(mellom|between) \d\d:20 (og|and) \d\d:30$/);
});

test("R6: an entry that stands for several looks tells between when they were", async () => {
  const details = { count: 3 };
  const until = "2026-11-22T08:09:00Z";
  await lines([
    entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z", { details, until }),
    entry("MESSAGE_SENT", "Vera", "2026-11-22T07:00:00Z"),
  ]);

  expect(document.body.textContent).toMatch(/(mellom|between) \d\d:00 (og|and) \d\d:09/);
});

test("R8: what is said of a day doesn't change when more of it is shown", async () => {
  const newest = [entry("ROOM_VIEWED", "Vera", "2026-11-22T09:00:00Z")];
  const older = [entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z")];
  const days = [dayOf(older, [{ visits: 2, until: "2026-11-22T09:00:00Z" }])];
  await opens(({ path }) =>
    path.includes("before") ? { items: older, days } : { items: newest, nextBefore: 7, days },
  );
  const before = told();
  expect(before).toMatch(/inne 2 ganger|in 2 times/);

  fireEvent.click(screen.getByText(/Vis eldre|Show older/));
  await vi.waitFor(() => {
    expect(screen.getAllByRole("listitem").length).toBe(3);
  });

  expect(told()).toBe(before);
  expect(screen.getAllByRole("heading", { level: 2 }).length).toBe(1);
});

const NO_MORE = /Det er ikke mer å vise|There is no more to show/;

/** The first page has who looked at nine; who asks for more gets what is older. */
async function olderIsAskedFor(older: LogEntry) {
  const newest = entry("ROOM_VIEWED", "Vera", "2026-11-22T09:00:00Z");
  const ofDay = older.agent.personId === "Vera" ? [older, newest] : [newest];
  const days = [dayOf(ofDay, [{ visits: ofDay.length, until: newest.at }])];
  await opens(({ path }) =>
    path.includes("before") ? { items: [older], days } : { items: [newest], nextBefore: 7, days },
  );
  const button = screen.getByText(/Vis eldre|Show older/);
  button.closest("button")?.focus();
  fireEvent.click(button);
  return screen.findByText(NO_MORE);
}

test("who asks for older entries reads on with the first of them", async () => {
  await olderIsAskedFor(entry("MESSAGE_SENT", "Kari", "2026-11-22T08:00:00Z"));
  expect(document.activeElement?.tagName).toBe("LI");
  expect(document.activeElement?.textContent).toMatch(/^Kari/);
});

test("where older entries only add to a line that is there, the end has the focus", async () => {
  const end = await olderIsAskedFor(entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z"));
  expect(document.activeElement).toBe(end);
});

test("what older entries have come is said: they may all lie in a line that is folded", async () => {
  await olderIsAskedFor(entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z"));
  const said = await screen.findByText(/(lagt til|was added): .*22\. november/i);
  expect(said.getAttribute("role")).toBe("status");
});

test("as many entries of the same day once more are told in another text, so that it is read out", async () => {
  const view = (hour: string) => entry("ROOM_VIEWED", "Vera", `2026-11-22T${hour}:00:00Z`);
  await opens(({ path }) => {
    const before = new URLSearchParams(path.split("?")[1]).get("before");
    if (before === "7") return { items: [view("08")], nextBefore: 5 };
    if (before === "5") return { items: [view("07")] };
    return { items: [view("09")], nextBefore: 7 };
  });
  fireEvent.click(screen.getByText(/Show older/));
  const first = (await screen.findByText(/was added/)).textContent;
  fireEvent.click(await screen.findByText(/Show older/));
  await screen.findByText(NO_MORE);
  const second = screen.getByText(/was added/).textContent;
  expect(first).toMatch(/You have fetched 2 in all/);
  expect(second).toMatch(/You have fetched 3 in all/);
});

test("where older entries did not come there is one button, and it asks for those", async () => {
  let away = true;
  const asked = await opens(({ path }) => {
    if (!path.includes("before"))
      return { items: [entry("ROOM_VIEWED", "Vera", "2026-11-22T09:00:00Z")], nextBefore: 7 };
    if (away) throw new TypeError("no net");
    return { items: [entry("MESSAGE_SENT", "Kari", "2026-11-22T08:00:00Z")] };
  });
  fireEvent.click(screen.getByText(/Vis eldre|Show older/));
  const again = await screen.findByRole("button", { name: /Prøv igjen|Try again/ });
  expect(screen.queryByText(/Vis eldre|Show older/)).toBeNull();

  away = false;
  again.focus();
  fireEvent.click(again);
  await screen.findByText(NO_MORE);
  expect(document.activeElement?.textContent).toMatch(/^Kari/);
  expect(asked.filter(({ path }) => path.includes("before"))).toHaveLength(2);
});

test("a log that is short says nothing of an end, and takes no focus", async () => {
  await lines([entry("ROOM_VIEWED", "Vera", "2026-11-22T09:00:00Z")]);
  expect(screen.queryByText(NO_MORE)).toBeNull();
  expect(document.activeElement?.closest("main")).toBeNull();
});

test("R8: who is there now stands first, however long ago she came", async () => {
  const items = [entry("MESSAGE_SENT", "Kari", "2026-11-22T11:00:00Z")];
  const view = (name: string, at: string) => entry("MESSAGES_VIEWED", name, at);
  await opens(() => ({
    items,
    now: [
      view("Vera", "2026-11-22T10:00:00Z"),
      view("Sara", "2026-11-22T09:00:00Z"),
      view("Vera", "2026-11-22T08:00:00Z"),
    ],
    days: [dayOf(items, [])],
  }));

  const there = screen.getAllByRole("listitem").map((line) => line.textContent);
  expect(there.length).toBe(3);
  expect(there[0]).toMatch(/^Vera (har samtalen åpen, siden|has the conversation open, since)/);
  expect(there[1]).toMatch(/^Sara/);
  expect(screen.getAllByRole("heading", { level: 2 })[0]?.textContent).toMatch(/nå|now/);
});

test("a view that is under way says so, and brought no message that it did not bring", async () => {
  await lines([
    entry("MESSAGES_VIEWED", "Vera", "2026-11-22T08:00:00Z", { details: { fromSeq: 6, toSeq: 5 } }),
  ]);

  expect(told()).toMatch(/har samtalen åpen|has the conversation open/);
  expect(told()).toMatch(/–(nå|now)/);
  expect(told()).not.toMatch(/1 melding|1 message|leste|read/);
});

test("a view that is over says how many messages were given, and from when to when", async () => {
  const until = "2026-11-22T08:20:00Z";
  await lines([entry("MESSAGES_VIEWED", "Vera", "2026-11-22T08:00:00Z", { ...ranges, until })]);

  expect(told()).toMatch(/(hadde 5 meldinger framme|had 5 messages open)/);
  expect(told()).not.toMatch(/samtalen åpen|conversation open|–nå|–now/);
});

test("R8: an auditor's searches are one line with her reason", async () => {
  const details = { reason: "Klage fra pasient, sak 12" };
  await lines(
    [
      entry("LOG_SEARCHED", "Anne", "2026-11-22T08:01:00Z", { details }),
      entry("LOG_SEARCHED", "Anne", "2026-11-22T08:00:00Z", { details }),
    ],
    [{ kind: "SEARCHED", personId: "Anne", ...details, times: 2 }],
  );

  expect(told()).toMatch(/(2 ganger|2 times).*Klage fra pasient, sak 12/);
});

test("an organisation that ended somebody's role did it itself, and is named once", async () => {
  const organisation = { organisationId: "askøy", name: "Askøy kommune" };
  await lines([
    entry("SEAT_REMOVED", "Askøy kommune", "2026-11-22T08:00:00Z", {
      agent: { personId: "askøy", name: "Askøy kommune", organisation },
      details: { personName: "Vera" },
    }),
  ]);

  expect(told().match(/Askøy kommune/g)).toHaveLength(1);
});

test("who has left the room is not told to have taken herself out of it", async () => {
  const organisation = { organisationId: "nav", name: "NAV Askøy" };
  await lines([
    entry("SEAT_REMOVED", "Vera", "2026-11-22T08:00:00Z", {
      agent: { personId: "vera", name: "Vera", organisation },
      details: { personName: "Vera" },
    }),
  ]);
  expect(told()).toMatch(/gikk ut av rommet|left the room/);
  cleanup();

  // Whoever is called as the patient is has not left by herself.
  await lines([
    entry("SEAT_REMOVED", "Vera", "2026-11-22T08:00:00Z", { details: { personName: "Vera" } }),
  ]);
  expect(told()).toMatch(/tok bort .*Vera|removed .*Vera/);
});

test("R6: whatever is asked for while the screen is there is one look", async () => {
  const items = [entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z")];
  const asked = await opens(() => ({
    items,
    nextBefore: 7,
    reading: "first",
    days: [dayOf(items, [])],
  }));
  const readings = () => asked.map(({ path }) => new URLSearchParams(path).get("reading"));

  fireEvent.click(screen.getByText(/Vis eldre|Show older/));
  await vi.waitFor(() => {
    expect(readings()).toEqual([null, "first"]);
  });
  fireEvent.click(screen.getByRole("checkbox"));
  await vi.waitFor(() => {
    expect(readings()).toEqual([null, "first", "first"]);
  });
});

test("R6: nobody looks because the net came back", async () => {
  const asked = await lines([entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z")]);

  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
  await new Promise((done) => setTimeout(done));

  expect(asked.length).toBe(1);
});

test("his own looks are asked for only where he wants them", async () => {
  const asked = await lines([entry("ROOM_VIEWED", "Vera", "2026-11-22T08:00:00Z")]);

  expect(asked.map(({ path }) => path)).toEqual([
    expect.stringMatching(/^\/api\/access-log\/rooms\/room\?limit=50&own=false&zone=\w/),
  ]);
  fireEvent.click(screen.getByRole("checkbox"));
  await vi.waitFor(() => {
    expect(asked.at(-1)?.path).toMatch(/own=true/);
  });
});
