import { BodyLong, BodyShort, Button, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { OwnSession } from "../contracts/session";
import { Page } from "../shell/Page";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { SessionRow } from "./SessionRow";
import { OTHERS, useEndSession, useOwnSessions } from "./sessions";

/** "Innlogginger": where one is signed in, and a way to end it from here. */
export function SessionsScreen() {
  const { t } = useTranslation();
  const { data, error, refetch } = useOwnSessions();
  return (
    <Page title={t("sessions.title")} back="/" backText={t("rooms.title")}>
      <BodyLong>{t("sessions.lead")}</BodyLong>
      {data && <SessionList sessions={data} />}
      {!data && error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
    </Page>
  );
}

function SessionList({ sessions }: { sessions: OwnSession[] }) {
  const { t } = useTranslation();
  const { mutate, error, isPending, isSuccess, variables } = useEndSession();
  const others = sessions.filter(({ current }) => !current).length;
  return (
    <>
      <VStack as="ul" gap="space-12" className="plain-list" aria-label={t("sessions.title")}>
        {sessions.map((session) => (
          <SessionRow
            key={session.sessionId}
            session={session}
            ending={isPending && variables === session.sessionId}
            onEnd={() => mutate(session.sessionId)}
          />
        ))}
      </VStack>
      <div role="status">
        {isSuccess && (
          <BodyShort>
            {t(variables === OTHERS ? "sessions.othersEnded" : "sessions.ended")}
          </BodyShort>
        )}
        {!isSuccess && others === 0 && <BodyShort>{t("sessions.onlyHere")}</BodyShort>}
      </div>
      {error && <Trouble error={error} />}
      {others > 1 && (
        <div>
          <Button
            variant="secondary"
            loading={isPending && variables === OTHERS}
            onClick={() => mutate(OTHERS)}
          >
            {t("sessions.endOthers")}
          </Button>
        </div>
      )}
    </>
  );
}
