import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { vi } from "vitest";
import type { Message } from "../contracts/conversation";
import type { Me } from "../contracts/people";
import type { RoomDetails } from "../contracts/rooms";
import { ARE, aresRoom, renderFor } from "../shell/test-room";
import { Composer } from "./Composer";
import { CorrectionsInRoom } from "./CorrectionsInRoom";
import type { Conversation } from "./conversation";
import { Conversations } from "./conversations";
import { entriesOf } from "./entries";
import { FakeServer } from "./fake-server";
import { Keeping } from "./keeping";
import { lastReadOf } from "./lastRead";
import { MessageBubble } from "./MessageBubble";
import { QuestionActsContext } from "./questionActs";
import { Readers } from "./Readers";
import { useAmendments } from "./useAmendments";
import { useConversation } from "./useConversation";

/* For tests: the messages of Are's room as they stand there, who has read each, and where one writes. */

export const ROOM = "room";
export const user = userEvent.setup();
export const goTo = vi.fn();

function seat(personId: string, name: string, part: string) {
  return { seatId: personId, person: { personId, name }, part, status: "ACTIVE" };
}

function roomOf(me: Me): RoomDetails {
  const room = aresRoom();
  return {
    ...room,
    patient: { ...room.patient, personId: "are" },
    status: "ACTIVE",
    seats: [
      seat("are", "Are Nordmann", "PATIENT"),
      seat("vera", "Vera Veileder", "HELPER"),
      seat("sara", "Sara Moe", "HELPER"),
    ],
    me: { ...room.me, part: me === ARE ? "PATIENT" : "HELPER" },
    may: { ...room.may, write: true, seeAccessLog: false },
  } as RoomDetails;
}

interface TalkProps {
  me: Me;
  of: RoomDetails;
}

function Talk({ me, of }: TalkProps) {
  const conversation = useConversation(ROOM);
  return conversation?.phase.kind === "open" ? <Open {...{ me, of, conversation }} /> : null;
}

function Open({ me, of, conversation }: TalkProps & { conversation: Conversation }) {
  const amendmentsOf = useAmendments(of, conversation);
  const [asked, ask] = useState<number>();
  const { messages, read, received } = conversation;
  const message = messages.find(({ seq }) => seq === asked) ?? null;
  const entries = entriesOf(conversation, me.personId);
  const faces = lastReadOf(entries, read, me.personId);
  return (
    <QuestionActsContext value={{ ask: vi.fn(), promise: vi.fn(), goTo, watch: vi.fn() }}>
      <CorrectionsInRoom room={of}>
        {entries.map(
          (entry) =>
            entry.kind === "message" && (
              <div key={entry.key} role="group" aria-label={`row ${entry.message.seq}`}>
                <MessageBubble
                  {...entry}
                  {...amendmentsOf(entry.message)}
                  {...{ room: of, read, received }}
                  readers={faces.get(entry.message.seq) ?? []}
                  onAskReaders={({ seq }: Message) => ask(seq)}
                  onAskDate={() => undefined}
                />
              </div>
            ),
        )}
        <Readers
          {...{ room: of, conversation, message, ...amendmentsOf(message) }}
          onClose={() => ask(undefined)}
        />
        <Composer room={of} />
      </CorrectionsInRoom>
    </QuestionActsContext>
  );
}

/**
 * Shows the room to somebody.
 *
 * @param there what the test gives out as the provider's conversations
 * @param began what has been said there before
 */
export async function talks(
  there: { conversations: unknown },
  me: Me,
  began: (server: FakeServer) => void,
): Promise<Conversations> {
  const server = new FakeServer(ROOM, me.personId);
  const conversations = new Conversations({
    myId: me.personId,
    keeping: await Keeping.of(me.personId),
    ticket: server.ticket,
    connect: server.connect,
    history: server.history,
    random: () => 0.5,
    onAccessChanged: () => undefined,
    onSessionEnded: () => undefined,
  });
  there.conversations = conversations;
  conversations.start();
  began(server);
  await renderFor(me, <Talk me={me} of={roomOf(me)} />);
  await screen.findAllByRole("group", { name: /^row/ });
  return conversations;
}

export const row = (seq: number) => screen.getByRole("group", { name: `row ${seq}` });

/** Opens who has read a message. */
export async function asks(seq: number): Promise<HTMLElement> {
  await user.click(
    within(row(seq)).getByRole("button", { name: /\d\d[:.]\d\d( [AP]M)?( · changed)?$/ }),
  );
  return screen.findByRole("dialog", { name: "Who has read it" });
}
