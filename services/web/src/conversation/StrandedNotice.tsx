import { BodyLong, BodyShort, Button, Detail, HStack, VStack } from "@navikt/ds-react";
import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useConversations } from "./ConversationsProvider";
import type { Stranded } from "./unsent";

/** On every screen: what was written for a room that has closed reaches nobody, and is still its writer's. */
export function StrandedNotice() {
  const { t } = useTranslation();
  const { keeping } = useConversations();
  const stranded = useSyncExternalStore(keeping.subscribe, keeping.stranded);
  return (
    <div className="stranded quiet-when-empty" role="status">
      {stranded.length > 0 && (
        <VStack gap="space-12" className="notice card">
          <BodyLong weight="semibold">{t("stranded.lead")}</BodyLong>
          <ul className="plain-list written">
            {stranded.map((it) => (
              <li key={it.clientId} className="written__piece">
                <Piece {...it} />
              </li>
            ))}
          </ul>
        </VStack>
      )}
    </div>
  );
}

function Piece({ roomId, clientId, body, half }: Stranded) {
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
