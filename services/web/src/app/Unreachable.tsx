import { BodyLong, Button, HStack, VStack } from "@navikt/ds-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { questionOf } from "../answers/answer";
import { useElsewhere } from "../answers/AnswersProvider";
import type { Given } from "../answers/given";
import { Keeping } from "../conversation/keeping";
import { useKeeping } from "../conversation/KeepingProvider";
import type { Piece } from "../conversation/pieces";
import { stillHere } from "../session/lastHere";
import { Page } from "../shell/Page";
import { Unanswered, Written } from "./parts";
import { useLookingAgain, type Looking } from "./useLookingAgain";

/** The app without its server: what was written is here, and it goes on by itself. */
export function Unreachable() {
  const { t } = useTranslation();
  const { looking, lookNow } = useLookingAgain();
  const written = useWritten();
  const given = useElsewhere();
  const others = useNotTold(written, given);
  const page = useFocusWhileHere();
  return (
    <div ref={page}>
      <Page title={t("unreachable.title")}>
        <BodyLong size="large">
          {t("unreachable.goesOn")}
          {others &&
            ` ${t(isAnswered(others, given) ? "unreachable.perhaps" : "unreachable.nothing")}`}
        </BodyLong>
        <VStack gap="space-8" align="start">
          <Button variant="secondary" onClick={lookNow}>
            {t("trouble.retry")}
          </Button>
          <Told looking={looking} />
        </VStack>
        {given.length > 0 && <Unanswered given={given} />}
        <Written pieces={others ?? []} />
        <WhomToRing />
      </Page>
    </div>
  );
}

/** What came of an attempt that she asked for; those that nobody asked for interrupt nobody. */
function Told({ looking }: { looking: Looking }) {
  const { t } = useTranslation();
  return (
    <BodyLong role="status" textColor="subtle" className="unreachable__told">
      {looking === "now" && t("unreachable.trying")}
      {looking === "in-vain" && t("unreachable.inVain")}
    </BodyLong>
  );
}

/** A telephone may ring where it has no net. */
function WhomToRing() {
  const { t } = useTranslation();
  return (
    <VStack gap="space-12" as="section" aria-labelledby="ring">
      <BodyLong id="ring">{t("emergency.long")}</BodyLong>
      <HStack gap="space-12">
        <Button as="a" role="link" href="tel:113" variant="secondary" data-color="neutral">
          {t("emergency.ring113")}
        </Button>
        <Button as="a" role="link" href="tel:116117" variant="secondary" data-color="neutral">
          {t("emergency.ring116117")}
        </Button>
      </HStack>
    </VStack>
  );
}

/**
 * It comes in the place of what was waited for: whoever was nowhere is at its heading. Whoever was on
 * it when it gives way is at the beginning of what comes instead.
 */
function useFocusWhileHere() {
  const page = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const here = page.current;
    const main = here?.closest("main");
    const focused = document.activeElement;
    if (focused === document.body || focused === main) here?.querySelector("h1")?.focus();
    // While it is still there: what is gone has no focus.
    return () => {
      if (here?.contains(document.activeElement)) main?.focus();
    };
  }, []);
  return page;
}

/** What this window does not tell of itself, or has told of: what is called off here is not told anew. */
function useNotTold(pieces: Piece[] | undefined, given: readonly Given[]): Piece[] | undefined {
  const [told] = useState(() => new Set<string>());
  for (const { answer } of given) told.add(questionOf(answer));
  return pieces?.filter((it) => it.kind !== "answer" || !told.has(questionOf(it.answer)));
}

/** Whether there is an answer whose person may have to do something: sign in for it, or give it anew. */
function isAnswered(pieces: Piece[], given: readonly Given[]): boolean {
  return given.length > 0 || pieces.some(({ kind }) => kind === "answer");
}

/**
 * Only for as long as her session would last: after that it is shown to her when she has signed in.
 * Undefined until it is known.
 */
function useWritten(): Piece[] | undefined {
  const [written, setWritten] = useState<Piece[]>();
  const kept = useKeeping();
  useEffect(() => {
    const personId = stillHere();
    if (personId === undefined) return setWritten([]);
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
