import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { vi } from "vitest";
import { AnswersProvider } from "../answers/AnswersProvider";
import { Unanswered, useUnanswered } from "../answers/Unanswered";
import type { Me } from "../contracts/people";
import type { RoomDetails } from "../contracts/rooms";
import { newQueryClient } from "../gateway/queries";
import { startLanguage } from "../language/language";
import { SessionContext } from "../session/session";

/** For tests: Are and the room that Kari has proposed for him. */
export const ARE: Me = {
  personId: "are",
  name: "Are Nordmann",
  level: "HIGH",
  signedInAt: "2026-11-22T06:00:00.000Z",
  roles: [],
};

export function aresRoom(change: Partial<RoomDetails> = {}): RoomDetails {
  return {
    roomId: "room",
    status: "PROPOSED",
    purpose: "Samordne hjelpen",
    patient: { personId: "are", name: "Are Nordmann" },
    me: { seatId: "seat", part: "PATIENT", status: "PROPOSED" },
    proposedBy: { name: "Kari Kommunepsykolog", organisationName: "Askøy kommune" },
    participantCount: 0,
    awaiting: [],
    accessEpoch: 1,
    changedAt: "2026-11-22T06:00:00.000Z",
    seats: [],
    may: {
      write: false,
      invite: false,
      consent: false,
      approve: false,
      withdraw: false,
      openAgain: false,
      leave: false,
      retract: false,
      seeAccessLog: false,
    },
    ...change,
  };
}

export type Asked = { method: string; path: string; body: unknown };

/** Whoever proposes a room, and as what. */
export const VERA: Me = { ...ARE, personId: "vera", name: "Vera Veileder" };
export const VERAS_ROLE = {
  roleId: "role",
  kind: "PROFESSIONAL" as const,
  title: "Veileder",
  organisation: { organisationId: "nav", name: "NAV Askøy" },
};

/** Answers every request as told, and remembers what was asked. */
export function serverAnswers(answer: (asked: Asked) => unknown): Asked[] {
  const log: Asked[] = [];
  vi.stubGlobal("fetch", (path: string, { method = "GET", body }: RequestInit) => {
    const asked = {
      method,
      path,
      body: body ? (JSON.parse(body as string) as unknown) : undefined,
    };
    log.push(asked);
    return Promise.resolve(answer(asked)).then((answered) =>
      answered instanceof Response ? answered : Response.json(answered),
    );
  });
  return log;
}

export async function renderFor(me: Me, screen: ReactNode): Promise<void> {
  await startLanguage();
  const actions = {
    session: { kind: "signed-in" as const, me, lasts: { endsAt: Infinity, mayStay: true } },
    retry: () => undefined,
    look: () => Promise.resolve(),
    signOut: () => Promise.resolve(),
    lost: () => undefined,
  };
  render(
    <QueryClientProvider client={newQueryClient()}>
      <SessionContext value={actions}>
        <AnswersProvider personId={me.personId} signedIn>
          <MemoryRouter>
            <Told />
            {screen}
          </MemoryRouter>
        </AnswersProvider>
      </SessionContext>
    </QueryClientProvider>,
  );
}

function Told() {
  return <Unanswered given={useUnanswered()} />;
}
