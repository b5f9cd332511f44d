import { BodyLong, Button, HStack, InlineMessage } from "@navikt/ds-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { questionOf } from "../answers/answer";
import { asSeen, type Given } from "../answers/given";
import { useAnswers, useGiven } from "../answers/AnswersProvider";
import { useStanding } from "../answers/answerText";
import { WhichRoom } from "../answers/WhichRoom";
import { useConversations } from "../conversation/ConversationsProvider";
import type { Piece } from "../conversation/pieces";
import { Written } from "../conversation/Written";
import { allBegun, begunHere, isOnlyHere, textOf, type Begun } from "../rooms/begun";
import { Page } from "../shell/Page";
import { Waiting } from "../shell/Waiting";
import { orElse } from "./patience";
import { useMe, useSession } from "./session";
import type { SIGN_OUT } from "./signOut";

/**
 * Signs out where nothing is lost by it. What was written and not sent goes with the session, and
 * what was answered and is not known to be so: where there is any its person is asked, once.
 */
export function SignOutScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { signOut, retry } = useSession();
  const asked = useAsked();
  const { everything, look } = useEverything();
  const nothing = everything?.nothing;
  const atFirst = useFirst(nothing);
  const leave = useCallback(() => {
    // Nobody is to come back to this screen.
    void navigate("/", { replace: true });
    void signOut().catch(retry);
  }, [navigate, signOut, retry]);
  useEffect(() => {
    if (asked && atFirst) leave();
  }, [asked, atFirst, leave]);

  if (!everything || (asked && atFirst)) return <Waiting />;
  const { pieces, given, answered } = everything;
  /** What another window has written in this very moment is shown first. */
  const tapped = async () => {
    const now = nothing ? await look() : everything;
    if (now?.nothing === nothing) leave();
  };
  return (
    <Page title={t("signOut.title")}>
      {nothing && <BodyLong>{t("signOut.nothing")}</BodyLong>}
      {given.map((it) => (
        <Answered key={questionOf(it.answer)} before={it} />
      ))}
      <Written lead={t("signOut.written")} pieces={pieces} goes={false} />
      {answered && <BodyLong weight="semibold">{t("signOut.answered")}</BodyLong>}
      <HStack gap="space-12">
        <Button variant="secondary" onClick={() => void navigate("/")}>
          {t("signOut.stay")}
        </Button>
        <Button data-color={nothing ? "accent" : "danger"} onClick={() => void tapped()}>
          {t(nothing ? "session.signOut" : "signOut.anyway")}
        </Button>
      </HStack>
    </Page>
  );
}

/** Whether somebody has just asked for it; loaded anew the page asks again. */
function useAsked(): boolean {
  const { state } = useLocation();
  const navigate = useNavigate();
  const [asked] = useState(() => (state as typeof SIGN_OUT.state | null)?.asked === true);
  useEffect(() => {
    if (asked) void navigate(".", { replace: true, state: null });
  }, [asked, navigate]);
  return asked;
}

interface Everything {
  pieces: Piece[];
  /** This window's own answers, whose state is known; also those that have come to be so since. */
  given: Given[];
  /** Signing out gives up an answer. */
  answered: boolean;
  /** Signing out loses nothing. */
  nothing: boolean;
}

/** In milliseconds: what other windows send or write meanwhile tells nobody. */
const LOOK_EVERY = 1_000;

/** As it is now: another window may send what is shown here, and what is shown here may get through. */
function useEverything() {
  const { keeping } = useConversations();
  const { personId } = useMe();
  const answers = useAnswers();
  const [everything, setEverything] = useState<Everything>();
  const [shown] = useState(() => new Map<string, Given>());
  const latest = useRef(0);
  const look = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    const [written, begun] = await Promise.all([
      orElse(keeping.everything(), () => keeping.here()),
      orElse(allBegun(personId), () => begunHere(personId)),
    ]);
    const all = [...written, ...begun.map((it) => pieceOf(personId, it))];
    const open = answers.open();
    for (const it of open) shown.set(questionOf(it.answer), it);
    const pieces = all.filter((it) => it.kind !== "answer" || !shown.has(questionOf(it.answer)));
    const answered = open.length > 0 || pieces.some(({ kind }) => kind === "answer");
    const nothing = open.length + pieces.length === 0;
    const now = { pieces, given: [...shown.values()], answered, nothing };
    // A slow device may answer an older look last.
    if (mine === latest.current) setEverything(now);
    return now;
  }, [keeping, personId, answers, shown]);
  useEffect(() => {
    let looking = false;
    const lookAgain = async () => {
      if (looking) return;
      looking = true;
      await look();
      looking = false;
    };
    void lookAgain();
    const again = setInterval(() => void lookAgain(), LOOK_EVERY);
    return () => clearInterval(again);
  }, [look]);
  return { everything, look };
}

/** What she has begun to propose goes with the session too. */
function pieceOf(personId: string, begun: Begun): Piece {
  const { roomId } = begun;
  const onlyHere = isOnlyHere(personId, roomId);
  const kind = begun.sent.length > 0 ? "proposed" : "proposal";
  return { key: roomId, text: textOf(begun), kind, onlyHere };
}

/** What it was when it was first known: what changes since signs nobody out unasked. */
function useFirst<Value>(value: Value | undefined): Value | undefined {
  const [first, setFirst] = useState(value);
  if (first === undefined && value !== undefined) setFirst(value);
  return first;
}

/** How it stands with it by now. */
function Answered({ before }: { before: Given }) {
  const [settled, setSettled] = useState(before);
  const given = useGiven(before.answer, setSettled) ?? settled;
  const text = useStanding()(asSeen(given));
  const status = given.progress.kind === "done" ? "success" : "warning";
  return (
    <div role="status">
      <InlineMessage status={status}>
        <WhichRoom of={before.answer} />
        {text}
      </InlineMessage>
    </div>
  );
}
