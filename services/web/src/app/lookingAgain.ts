import { orElse } from "../session/patience";

/** Milliseconds until the first attempt that nobody asked for; each later one waits twice as long. */
const AGAIN_AFTER = 3_000;
/** No two of them are farther apart. */
const AGAIN_AFTER_MAX = 60_000;
/** So long an attempt may take: a network that swallows everything gives no answer at all. */
const PATIENCE = 10_000;

export interface LookingAgain {
  /** At once, and from the shortest pause on. Done when there is an answer, or none in time. */
  now: () => Promise<void>;
  stop: () => void;
}

/** Looks again by itself, ever more seldom, until it is stopped. */
export function keepLooking(look: () => Promise<void>): LookingAgain {
  let pause = AGAIN_AFTER;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout>;

  const attempt = async () => {
    clearTimeout(timer);
    await orElse(look(), () => undefined, PATIENCE);
    if (!stopped) goOn();
  };
  const goOn = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      pause = Math.min(2 * pause, AGAIN_AFTER_MAX);
      void attempt();
    }, pause);
  };
  goOn();

  return {
    now() {
      pause = AGAIN_AFTER;
      return attempt();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
