import { BodyLong, Button, LocalAlert, VStack } from "@navikt/ds-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Keeping } from "../conversation/keeping";
import { useKeeping } from "../conversation/KeepingProvider";
import type { Piece } from "../conversation/pieces";
import { stillHere } from "../session/lastHere";
import { useSession } from "../session/session";
import { Emergency } from "../shell/Emergency";
import { Written } from "./parts";

/** Milliseconds between two attempts that nobody asked for. */
const LOOK_EVERY = 5_000;

/** The app without its server: what was written is here, and it goes on by itself. */
export function Unreachable() {
  const { t } = useTranslation();
  const { retry } = useSession();
  useLookingAgain();
  const written = useWritten();
  return (
    <VStack gap="space-24" className="page">
      <LocalAlert status="warning" className="notice">
        <LocalAlert.Header>
          <LocalAlert.Title>{t("unreachable.title")}</LocalAlert.Title>
        </LocalAlert.Header>
        <LocalAlert.Content>
          <BodyLong spacing>{t("unreachable.goesOn")}</BodyLong>
          <Button size="small" variant="secondary" onClick={retry}>
            {t("trouble.retry")}
          </Button>
        </LocalAlert.Content>
      </LocalAlert>
      <Written pieces={written} />
      <Emergency />
    </VStack>
  );
}

/** The network tells when it is back; a server does not. */
function useLookingAgain(): void {
  const { look } = useSession();
  useEffect(() => {
    const again = () => void look();
    const timer = setInterval(again, LOOK_EVERY);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [look]);
}

/** Only for as long as her session would last: after that it is shown to her when she has signed in. */
function useWritten(): Piece[] {
  const [written, setWritten] = useState<Piece[]>([]);
  const kept = useKeeping();
  useEffect(() => {
    const personId = stillHere();
    if (personId === undefined) return;
    const hers = kept?.isOf(personId) ? kept : undefined;
    let gone = false;
    const look = async () => {
      // Where the device keeps nothing it is in the page's own memory alone.
      const keeping = hers ?? (await Keeping.of(personId));
      const all = await keeping.everything();
      if (keeping !== hers) keeping.close();
      if (!gone) setWritten(all);
    };
    void look();
    return () => void (gone = true);
  }, [kept]);
  return written;
}
