import { BodyShort, Button, InlineMessage, Loader } from "@navikt/ds-react";
import { useCallback, useEffect, useRef, useState, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { upgrade, useIsOld } from "./upgrade";

/** So long after its screen has come a dialogue is fetched ahead, in milliseconds. */
const AHEAD_AFTER = 4_000;
/** A moment needs no words; who has waited so long is told that it is on its way. */
const TOLD_AFTER = 400;
/** Some networks swallow what is asked, and say nothing for minutes: so long it may take. */
const PATIENCE = 10_000;

/** Where it is not there yet, what its asker is told of it. */
type Told = "nothing" | "comes" | "failed";

interface Asked {
  /** What is asked for; nothing: null or false. */
  asked: unknown;
  onClose: () => void;
}

/**
 * A dialogue that is fetched ahead once its screen works, so that there is nothing to wait for as it is
 * asked for by a tap. Where it lasts that is said, and where it does not come in time; and it opens for
 * who still waits for it, and for nobody who has gone on with something else or has been told that it
 * did not come. Closed it stays in the page.
 */
export function fetchedDialogue<Props extends { onClose: () => void }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & Asked> {
  let there: ComponentType<Props> | undefined;
  const fetch = async () => (there ??= await load());

  return function Dialogue(props: Props & Asked) {
    const { asked, onClose } = props;
    const isAsked = asked !== null && asked !== false && asked !== undefined;
    const [Shown, show] = useState<ComponentType<Props> | undefined>(() => there);
    const [ever, setEver] = useState(isAsked);
    const [told, tell] = useState<Told>("nothing");
    const close = useRef(onClose);
    useEffect(() => {
      close.current = onClose;
    });
    const attempt = useCallback(() => {
      let isCurrent = true;
      const gone = goesOnElsewhere();
      tell("nothing");
      const soon = setTimeout(() => tell("comes"), TOLD_AFTER);
      const end = () => {
        isCurrent = false;
        clearTimeout(soon);
        clearTimeout(late);
        return gone.end();
      };
      const fail = () => {
        if (isCurrent) tell("failed");
        end();
      };
      const late = setTimeout(fail, PATIENCE);
      fetch().then((it) => {
        // What was said not to have come is there at the next tap.
        if (!isCurrent) return;
        if (end()) close.current();
        show(() => it);
      }, fail);
      return () => void end();
    }, []);
    useEffect(() => {
      const timer = setTimeout(
        () => whenIdle(() => void fetch().catch(() => undefined)),
        AHEAD_AFTER,
      );
      return () => clearTimeout(timer);
    }, []);
    useEffect(() => {
      if (isAsked && !Shown) return attempt();
    }, [asked, isAsked, Shown, attempt]);
    if (isAsked && !ever) setEver(true);
    // What has come ahead is there at the tap itself.
    const Part = Shown ?? (told === "failed" ? undefined : there);
    if (Part) return (ever || isAsked) && <Part {...props} />;
    if (!isAsked || told === "nothing") return null;
    return told === "comes" ? <Comes /> : <NotThere onRetry={attempt} onClose={onClose} />;
  };
}

/** Whether anything has been pressed since: then what comes now comes too late. */
function goesOnElsewhere(): { end: () => boolean } {
  let pressed = false;
  const on = () => (pressed = true);
  // The press that asked is past this by now.
  const kinds = ["keydown", "pointerdown"] as const;
  for (const kind of kinds) document.addEventListener(kind, on, true);
  return {
    end() {
      for (const kind of kinds) document.removeEventListener(kind, on, true);
      return pressed;
    },
  };
}

/** Safari cannot tell. */
function whenIdle(act: () => void): void {
  const { requestIdleCallback: idle } = window as {
    requestIdleCallback?: (act: () => void) => void;
  };
  if (idle) idle(act);
  else act();
}

function Comes() {
  const { t } = useTranslation();
  return (
    <div className="card dialogue-not-there" role="status">
      <Loader size="xsmall" aria-hidden /> <BodyShort>{t("shell.waiting")}</BodyShort>
    </div>
  );
}

function NotThere({ onRetry, onClose }: { onRetry: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const old = useIsOld(upgrade);
  const [answers, setAnswers] = useState(false);
  useEffect(() => void upgrade.look().then(setAnswers), []);
  const anew = old || answers;
  return (
    <div className="card dialogue-not-there">
      <InlineMessage status="error" role="alert">
        {t(anew ? "trouble.notFetched" : "problem.network-unavailable")}
      </InlineMessage>
      <Button
        size="small"
        variant="secondary"
        onClick={() => (anew ? window.location.reload() : onRetry())}
      >
        {t(anew ? "upgrade.reload" : "trouble.retry")}
      </Button>
      <Button size="small" variant="tertiary" onClick={onClose}>
        {t("words.cancel")}
      </Button>
    </div>
  );
}
