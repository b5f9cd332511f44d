import { BodyLong, BodyShort, Button, Detail, HStack, VStack } from "@navikt/ds-react";
import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useMatch } from "react-router";
import { useConversations } from "./ConversationsProvider";
import type { Stranded } from "./unsent";

/**
 * On every screen: what was written for a room that has closed reaches nobody, and is still its writer's.
 * In another room it is one line, so that it does not stand as if it had been written there.
 */
export function StrandedNotice() {
  const { keeping } = useConversations();
  const stranded = useSyncExternalStore(keeping.subscribe, keeping.stranded);
  const match = useMatch("/rooms/:roomId/*")?.params.roomId;
  const here = match === "new" ? undefined : match;
  const isElsewhere = ({ roomId }: Stranded) => here !== undefined && roomId !== here;
  const elsewhere = stranded.filter(isElsewhere);
  const others = stranded.filter((it) => !isElsewhere(it));
  return (
    <div className="stranded quiet-when-empty" role="status">
      {others.length > 0 && <Unfolded stranded={others} here={here} />}
      {elsewhere.length > 0 && <Folded key={here} stranded={elsewhere} />}
    </div>
  );
}

function Unfolded({ stranded, here }: { stranded: readonly Stranded[]; here: string | undefined }) {
  const { t } = useTranslation();
  const named = stranded.map((it) => ({ ...it, room: it.roomId === here ? undefined : it.room }));
  return (
    <VStack gap="space-12" className="notice card">
      <BodyLong weight="semibold">{t("stranded.lead")}</BodyLong>
      <Pieces stranded={named} />
    </VStack>
  );
}

/** In another patient's room no name is seen before somebody asks for it. */
function Folded({ stranded }: { stranded: readonly Stranded[] }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <VStack gap="space-12" className="notice card card--slim">
      <HStack gap="space-8" align="center" justify="space-between" wrap={false}>
        <BodyShort size="small" className="clamp-one">
          {t("stranded.folded", { count: stranded.length })}
        </BodyShort>
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? "stranded.hide" : "stranded.show")}
        </Button>
      </HStack>
      {shown && <Pieces stranded={stranded} />}
    </VStack>
  );
}

function Pieces({ stranded }: { stranded: readonly Stranded[] }) {
  return (
    <ul className="plain-list written">
      {stranded.map((it) => (
        <li key={it.clientId} className="written__piece">
          <Piece {...it} />
        </li>
      ))}
    </ul>
  );
}

function Piece({ roomId, clientId, body, half, room }: Stranded) {
  const { t } = useTranslation();
  const { keeping } = useConversations();
  const [copied, setCopied] = useState<boolean>();
  const copy = () =>
    navigator.clipboard.writeText(body).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <VStack gap="space-8">
      {room !== undefined && (
        <strong>
          {t("answer.room")} <bdi>{room}</bdi>
        </strong>
      )}
      <bdi className="body" dir="auto">
        {body}
      </bdi>
      <Detail as="p" textColor="subtle">
        {t(half ? "written.draft" : "stranded.closed")}
      </Detail>
      <HStack gap="space-8" align="center">
        <Button size="small" variant="secondary" onClick={() => void copy()}>
          {t("stranded.copy")}
        </Button>
        <Button
          size="small"
          variant="tertiary"
          data-color="danger"
          onClick={() => keeping.throwAway(roomId, clientId)}
        >
          {t("stranded.throwAway")}
        </Button>
        <BodyShort size="small" role="status">
          {copied === true && t("stranded.copied")}
          {copied === false && t("stranded.notCopied")}
        </BodyShort>
      </HStack>
    </VStack>
  );
}
