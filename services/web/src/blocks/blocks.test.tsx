import { useQueryClient } from "@tanstack/react-query";
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { Link, Route, Routes } from "react-router";
import { useAnswers } from "../answers/AnswersProvider";
import type { Answers } from "../answers/answers";
import { ARE, aresRoom, renderFor, serverAnswers } from "../shell/test-room";
import { BlocksScreen } from "./BlocksScreen";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const NAV = { organisationId: "nav", name: "NAV Askøy" };
const VERA = { personId: "vera", name: "Vera Veileder", title: "Veileder", organisation: NAV };
const BLOCKED = { ...VERA, since: "2026-11-22T06:00:00.000Z" };

/** Remembers whom he has blocked, and finds Vera. */
function server(blocked: object[], own = [aresRoom({ status: "ACTIVE" })]) {
  let items = blocked;
  return serverAnswers(({ method, path }) => {
    if (path === "/api/rooms") return { items: own, nextAfter: null };
    if (path === "/api/directory/searches") return { items: [{ ...VERA, roleId: "role" }] };
    if (method === "PUT") items = [BLOCKED];
    if (method === "DELETE") items = [];
    return { items };
  });
}

function refuses(code: string, status: number) {
  vi.stubGlobal("fetch", () =>
    Promise.resolve(
      Response.json(
        { code, status },
        { status, headers: { "content-type": "application/problem+json" } },
      ),
    ),
  );
}

test("who has blocked nobody is told so", async () => {
  server([]);
  await renderFor(ARE, <BlocksScreen />);
  await screen.findByText("You have not blocked anybody.");
});

test("while it is asked, it says nothing of whom he has blocked", async () => {
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  await renderFor(ARE, <BlocksScreen />);
  expect(screen.queryByText("You have not blocked anybody.")).toBeNull();
  expect(screen.queryByRole("searchbox")).toBeNull();
});

test("what could not be fetched offers to try again", async () => {
  refuses("fault", 500);
  await renderFor(ARE, <BlocksScreen />);
  await screen.findByRole("button", { name: "Try again" });
});

test("he blocks somebody whom he has found, once he has seen what it means", async () => {
  const log = server([]);
  await renderFor(ARE, <BlocksScreen />);
  await userEvent.type(await screen.findByRole("searchbox"), "Vera");
  await userEvent.click(await screen.findByRole("button", { name: /^Block .*Vera/ }));
  screen.getByText(/they lose access now/);
  expect(log.some(({ method }) => method === "PUT")).toBe(false);

  const sure = await screen.findByRole("button", { name: "Yes, block Vera Veileder" });
  await waitFor(() => expect(sure.closest("[inert]")).toBeNull(), { timeout: 3000 });
  await userEvent.click(sure);

  await screen.findByText("Vera Veileder is blocked.");
  expect(log.find(({ method }) => method === "PUT")?.path).toBe("/api/me/blocks/vera");
  screen.getByText(/^Blocked .*22/);

  await userEvent.click(screen.getByRole("button", { name: /^Lift the block of/ }));
  await screen.findByText(/is no longer blocked/);
  expect(screen.queryByText("Vera Veileder is blocked.")).toBeNull();
  expect(screen.queryByRole("button", { name: "Yes, block Vera Veileder" })).toBeNull();
});

test("whom he comes for from a room stands there, and he says yes once", async () => {
  const log = server([]);
  await renderFor(ARE, <ComeFor seatId="veras" />);
  await userEvent.click(screen.getByText("Block her"));
  const sure = await screen.findByRole("button", { name: "Yes, block Vera Veileder" });
  await waitFor(() => expect(sure.closest("[inert]")).toBeNull(), { timeout: 3000 });
  await userEvent.click(sure);

  await screen.findByText("Vera Veileder is blocked.");
  expect(log.filter(({ method }) => method === "PUT")).toHaveLength(1);
});

async function surelyBlocks() {
  await userEvent.type(await screen.findByRole("searchbox"), "Vera");
  await userEvent.click(await screen.findByRole("button", { name: /^Block .*Vera/ }));
  const sure = await screen.findByRole("button", { name: "Yes, block Vera Veileder" });
  await waitFor(() => expect(sure.closest("[inert]")).toBeNull(), { timeout: 3000 });
  await userEvent.click(sure);
}

/** What is sent to block somebody is answered so; all else as before. */
function blockingIsAnswered(answer: () => Promise<Response>) {
  const answered = fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    init.method === "PUT" ? answer() : answered(path, init),
  );
}

test("whose block may not have come through is told of whom, and told no more once it has", async () => {
  server([]);
  await renderFor(ARE, <BlocksScreen />);
  const answered = fetch;
  blockingIsAnswered(() => Promise.reject(new TypeError("offline")));
  await surelyBlocks();
  const told = await screen.findByText(/do not know whether Vera Veileder is blocked/);
  screen.getByRole("button", { name: "Do not try again" });
  // It stands where the tap was, and has the focus.
  await waitFor(() => expect(document.activeElement?.contains(told)).toBe(true));

  // It had: another window's list says so.
  await answered("/api/me/blocks/vera", { method: "PUT" });
  window.dispatchEvent(new Event("offline"));
  window.dispatchEvent(new Event("online"));
  await screen.findByText(/^Blocked .*22/);
  await waitFor(() => expect(screen.queryByText(/do not know whether/)).toBeNull());
  expect(screen.queryByRole("button", { name: "Yes, block Vera Veileder" })).toBeNull();
});

test("a fault is told beside the yes, which is there to be said again", async () => {
  server([]);
  await renderFor(ARE, <BlocksScreen />);
  const answered = fetch;
  const headers = { "content-type": "application/problem+json" };
  const fault = { code: "fault", status: 500 };
  blockingIsAnswered(() => Promise.resolve(Response.json(fault, { status: 500, headers })));
  await surelyBlocks();
  await screen.findByText(/Vera Veileder is not blocked, and can still be in your rooms/);
  vi.stubGlobal("fetch", answered);
  await userEvent.click(screen.getByRole("button", { name: "Yes, block Vera Veileder" }));
  await screen.findByText("Vera Veileder is blocked.");
  expect(screen.queryByText(/is not blocked/)).toBeNull();
});

test("what he gives up after it failed is told no more, here or elsewhere", async () => {
  server([]);
  await renderFor(ARE, <BlocksScreen />);
  const headers = { "content-type": "application/problem+json" };
  const fault = { code: "fault", status: 500 };
  blockingIsAnswered(() => Promise.resolve(Response.json(fault, { status: 500, headers })));
  await surelyBlocks();
  await screen.findByText(/Vera Veileder is not blocked/);
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(screen.queryByText(/Vera Veileder is not blocked/)).toBeNull();
});

test("whose block is refused is told that she is not blocked, and why", async () => {
  server([]);
  await renderFor(ARE, <BlocksScreen />);
  const headers = { "content-type": "application/problem+json" };
  const no = { code: "too-many-blocks", status: 409 };
  blockingIsAnswered(() => Promise.resolve(Response.json(no, { status: 409, headers })));
  await surelyBlocks();
  await screen.findByText(
    /^(?:.*: )?Vera Veileder is not blocked, and can still be in your rooms\. ./,
  );
});

test("of a place that is not at hand nobody is asked", async () => {
  server([]);
  await renderFor(ARE, <ComeFor seatId="somebody's, before a reload" />);
  await userEvent.click(screen.getByText("Block her"));
  await screen.findByRole("searchbox");
  expect(screen.queryByRole("button", { name: /^Yes, block/ })).toBeNull();
});

test("who has no room of his own looks for nobody", async () => {
  server([], []);
  await renderFor(ARE, <BlocksScreen />);
  await screen.findByText("You have not blocked anybody.");
  expect(screen.queryByRole("searchbox")).toBeNull();
});

test("whose only room a block has hidden looks for others, and takes it back", async () => {
  server([BLOCKED], []);
  await renderFor(ARE, <BlocksScreen />);
  await screen.findByRole("searchbox");
  screen.getByRole("button", { name: /^Lift the block of/ });
});

const ROOM = aresRoom({
  status: "ACTIVE",
  seats: [
    {
      seatId: "veras",
      part: "HELPER",
      status: "ACTIVE",
      person: { personId: "vera", name: "Vera Veileder" },
      changedAt: "2026-11-22T06:00:00.000Z",
    },
  ],
});

function ComeFor({ seatId }: { seatId: string }) {
  useQueryClient().setQueryData(["rooms", "details", "room"], ROOM);
  return (
    <Routes>
      <Route
        path="/"
        element={
          <Link to="/blocks" state={{ roomId: "room", seatId }}>
            Block her
          </Link>
        }
      />
      <Route path="/blocks" element={<BlocksScreen />} />
    </Routes>
  );
}

test("he takes a block back by the keyboard, and hears what it means", async () => {
  const log = server([BLOCKED]);
  await renderFor(ARE, <BlocksScreen />);
  (await screen.findByRole("button", { name: /^Lift the block of/ })).focus();
  await userEvent.keyboard("{Enter}");

  await screen.findByText(/is no longer blocked, and is in no room of yours before you say yes/);
  screen.getByText("You have not blocked anybody.");
  expect(log.find(({ method }) => method === "DELETE")?.path).toBe("/api/me/blocks/vera");
});

test("who is in no directory any more stands there by name", async () => {
  server([{ personId: "vera", name: "Vera Veileder", since: BLOCKED.since }]);
  await renderFor(ARE, <BlocksScreen />);
  await screen.findByText("Vera Veileder");
});

test("what he lifts on another device is seen as he comes back to the window", async () => {
  server([BLOCKED]);
  await renderFor(ARE, <BlocksScreen />);
  await screen.findByText("Vera Veileder");
  server([]);
  window.dispatchEvent(new Event("visibilitychange"));
  await screen.findByText("You have not blocked anybody.");
});

test("a block that he gives says how many he had lifted by then", async () => {
  server([]);
  const answered = fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    path === "/api/me/blocks"
      ? Promise.resolve(Response.json({ items: [], takenBack: 2 }))
      : answered(path, init),
  );
  let answers: Answers | undefined;
  const Hold = () => void (answers = useAnswers());
  await renderFor(
    ARE,
    <>
      <Hold />
      <BlocksScreen />
    </>,
  );
  blockingIsAnswered(() => new Promise(() => undefined));
  await surelyBlocks();
  await waitFor(() => expect(answers?.open()).toMatchObject([{ answer: { takenBack: 2 } }]));
});
