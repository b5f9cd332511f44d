import { Button, Detail, HStack, InlineMessage } from "@navikt/ds-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { useProblemText } from "../language/problems";
import { hueOf } from "../rooms/seats";
import { useMe } from "../session/session";
import type { Unsent } from "./conversation";
import { useConversations } from "./ConversationsProvider";
import { Quote } from "./Quote";
import { useConnection } from "./useConversation";
import { useDraft } from "./useDraft";

interface UnsentBubbleProps {
  unsent: Unsent;
  room: RoomDetails;
  /** The message that it replies to, if it is a reply and that is here. */
  repliesTo: Message | undefined;
}

interface ProgressProps {
  unsent: Unsent;
  roomId: string;
}

/** On the screen at once; under it, how far it has come. */
export function UnsentBubble({ unsent, room, repliesTo }: UnsentBubbleProps) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const dates = useDates();
  return (
    <div
      className="message"
      data-mine
      data-starts
      data-ends
      data-hue={hueOf(room, personId)}
      data-unsent={unsent.state.kind}
    >
      <div className="bubble">
        <h3 className="sr-only">{t("words.You")}</h3>
        {unsent.inResponseTo !== undefined && (
          <div className="bubble__quote-place">
            <Quote {...{ room }} to={unsent.inResponseTo} message={repliesTo} />
          </div>
        )}
        <bdi className="body" dir="auto">
          {unsent.body}
        </bdi>{" "}
        <time className="bubble__time" dateTime={unsent.composedAt}>
          {dates.time(unsent.composedAt)}
        </time>
      </div>
      <Progress unsent={unsent} roomId={room.roomId} />
    </div>
  );
}

function Progress({ unsent, roomId }: ProgressProps) {
  const { t } = useTranslation();
  const connected = useConnection().kind === "open";
  const onlyHere = useOnlyHere(unsent.clientId);
  const notSentYet = onlyHere ? "conversation.notSentOnlyHere" : "conversation.notSentYet";
  switch (unsent.state.kind) {
    case "waiting":
    case "sending":
      return (
        <Detail as="p" className="read-by" textColor="subtle">
          {t(connected ? "conversation.sending" : notSentYet)}
        </Detail>
      );
    case "accepted":
      return (
        <Detail as="p" className="read-by" textColor="subtle">
          {t("conversation.sent")}
        </Detail>
      );
    case "refused":
      return <RefusedMessage unsent={unsent} roomId={roomId} code={unsent.state.code} />;
    case "stranded":
      // Told on every screen; a room that has closed shows none.
      return null;
  }
}

function useOnlyHere(clientId: string): boolean {
  const { keeping } = useConversations();
  return useSyncExternalStore(keeping.subscribe, () => keeping.isOnlyHere(clientId));
}

/** Nothing is lost: it can be sent again, taken back into the composer, or thrown away. */
function RefusedMessage({ unsent, roomId, code }: ProgressProps & { code: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const conversations = useConversations();
  const { edit } = useDraft(roomId);
  const { clientId, body, inResponseTo } = unsent;
  return (
    <div className="refused" role="alert">
      <InlineMessage status="error" size="small">
        {problemText(code)}
      </InlineMessage>
      <HStack gap="space-4" justify="end">
        <Button
          size="xsmall"
          variant="tertiary"
          onClick={() => conversations.tryAgain(roomId, clientId)}
        >
          {t("conversation.sendAgain")}
        </Button>
        <Button
          size="xsmall"
          variant="tertiary"
          onClick={() => {
            edit(body);
            if (inResponseTo !== undefined) conversations.reply(roomId, inResponseTo);
            conversations.discard(roomId, clientId);
          }}
        >
          {t("conversation.edit")}
        </Button>
        <Button
          size="xsmall"
          variant="tertiary"
          data-color="danger"
          onClick={() => conversations.discard(roomId, clientId)}
        >
          {t("conversation.delete")}
        </Button>
      </HStack>
    </div>
  );
}
