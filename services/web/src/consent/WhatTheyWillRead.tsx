import { BodyLong } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Written } from "../contracts/conversation";
import { useHowMuchIsWritten } from "../conversation/useConversation";
import { request } from "../gateway/request";

/**
 * Before the yes: what has been written so far is no secret from whoever comes in. How much that is
 * may have changed unheard without a connection; that they can read all of it has not.
 */
export function WhatTheyWillRead({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const entries = useHowMuchIsWritten(roomId);
  const messages = useMessagesIn(roomId, entries);
  if (entries === 0) return <BodyLong>{t("approval.nothingWritten")}</BodyLong>;
  return (
    <BodyLong weight="semibold">
      {t("approval.willReadAll")}
      {messages ? ` ${t("approval.soFar", { count: messages })}` : ""}
    </BodyLong>
  );
}

/**
 * How many messages there are, counted anew with each entry; undefined where it is not known. Until it
 * is counted the last count stands: nothing moves beside what is answered.
 */
function useMessagesIn(roomId: string, entries: number | undefined): number | undefined {
  const { data } = useQuery({
    queryKey: ["written", roomId, entries],
    queryFn: () => request<Written>("GET", `/api/conversations/${roomId}/written`),
    enabled: entries !== undefined && entries > 0,
    placeholderData: (before, of) => (of?.queryKey[1] === roomId ? before : undefined),
    staleTime: 0,
  });
  return entries === undefined ? undefined : data?.messages;
}
