import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { lookAtBlocks, showBlocks, watchBlocks } from "../blocks/known";
import { lookAt } from "../rooms/opening";
import { nameAmongOthers, showRoom, watchRooms } from "../rooms/rooms";
import { isIntended } from "../session/intention";
import { intentionOf, questionOf, send, type Asked } from "./answer";
import { Answers } from "./answers";
import { asksBeforeClosing } from "./asksBeforeClosing";
import { isToBeSent, type Given } from "./given";
import { shelfOf } from "./shelf";

const AnswersContext = createContext<Answers | undefined>(undefined);

interface AnswersProviderProps {
  personId: string | undefined;
  signedIn: boolean;
  /** Nobody can be reached: what she has answered is told of all the same. */
  unreachable?: boolean;
  children: ReactNode;
}

/**
 * One person's answers, for as long as the page lives, however often she proves anew who she is.
 * They go on while she is signed in.
 */
export function AnswersProvider({
  personId,
  signedIn,
  unreachable = false,
  children,
}: AnswersProviderProps) {
  const queries = useQueryClient();
  const answers = useMemo(
    () =>
      personId === undefined
        ? undefined
        : new Answers({
            openShelf: () => shelfOf(personId),
            send,
            look: async (answer) => {
              if (answer.kind === "block") return lookAtBlocks(queries);
              const room = await lookAt(answer.roomId);
              showRoom(queries, room);
              return room;
            },
            nameOf: (answer) =>
              answer.kind === "block" ? undefined : nameAmongOthers(queries, answer.roomId),
            isOnItsWay: (answer) => isIntended(intentionOf(answer)),
            onDone: (found) => {
              if ("items" in found) showBlocks(queries, found);
              else showRoom(queries, found);
            },
          }),
    [personId, queries],
  );
  useEffect(() => {
    if (!answers || !signedIn) return;
    answers.start();
    const leaveRooms = watchRooms(queries, (room) => answers.seen(room));
    const leaveBlocks = watchBlocks(queries, (blocked) => answers.seen(blocked));
    const asksNoMore = asksBeforeClosing(() => answers.open().some(isToBeSent));
    return () => {
      leaveRooms();
      leaveBlocks();
      asksNoMore();
      answers.stop();
    };
  }, [answers, signedIn, queries]);
  useEffect(() => {
    if (!answers || !unreachable) return;
    answers.lie();
    const asksNoMore = asksBeforeClosing(() => answers.open().some(isToBeSent));
    return () => {
      asksNoMore();
      answers.stop();
    };
  }, [answers, unreachable]);
  return <AnswersContext value={answers}>{children}</AnswersContext>;
}

/** Those that no screen tells of; also where it is nobody's page. */
export function useElsewhere(): readonly Given[] {
  const answers = useContext(AnswersContext);
  return useSyncExternalStore(
    answers?.subscribe ?? nobodyTells,
    answers?.elsewhere ?? (() => NONE),
  );
}

const nobodyTells = () => () => undefined;
const NONE: readonly Given[] = [];

export function useAnswers(): Answers {
  const answers = useContext(AnswersContext);
  if (!answers) throw new Error("nobody is signed in");
  return answers;
}

/**
 * What has been answered here and is not known to be so. The screen that asks tells of it, so that
 * no other place does; `onSettled` hears of it while the screen is there.
 */
export function useGiven(asked: Asked, onSettled?: (given: Given) => void): Given | undefined {
  const answers = useAnswers();
  const question = questionOf(asked);
  useEffect(() => answers.tellsOf(question), [answers, question]);
  useEffect(() =>
    answers.whenSettled((given) => {
      if (questionOf(given.answer) === question) onSettled?.(given);
    }),
  );
  return useSyncExternalStore(answers.subscribe, () => answers.to(question));
}
