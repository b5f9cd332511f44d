import { ownWindow } from "../conversation/ownWindow";
import { ANSWER, isAnswer, Vault, windowOf, type Place } from "../conversation/vault";
import { fromDevice, questionOf, toDevice, type Answer, type Lying } from "./answer";
import type { Shelf } from "./surroundings";

/** The place of what is no single room's. */
const BLOCKS = "blocks";

/** One person's, on the device where that keeps anything, encrypted as what she has written is. */
export function shelfOf(personId: string, own = ownWindow): Shelf {
  const open = Vault.open().catch(() => undefined);
  let last: Promise<unknown> = open;
  /** One after the other, so that what is taken away is not put back. */
  const next = (act: (vault: Vault) => Promise<unknown>): Promise<void> => {
    const done = last.then(async () => {
      const vault = await open;
      if (vault) await act(vault).catch(() => undefined);
    });
    last = done;
    return done;
  };
  const placeOf = (answer: Answer): Place => [
    personId,
    answer.kind === "block" ? BLOCKS : answer.roomId,
    `${ANSWER}${own.id} ${questionOf(answer)}`,
  ];
  return {
    put: (answer, heardUntil = 0, goesUntil = 0) =>
      next((vault) => vault.put(placeOf(answer), toDevice({ answer, heardUntil, goesUntil }))),
    remove: (answer) => next((vault) => vault.remove(placeOf(answer))),
    left: async () => {
      const left: Lying[] = [];
      const takeIn = async (vault: Vault) => {
        const found = (await vault.all(personId)).filter(({ place }) => isAnswer(place));
        const gone = await own.gone(found.map(({ place }) => windowOf(place)));
        for (const { place, text } of found) {
          if (!gone.has(windowOf(place))) continue;
          const lying = fromDevice(text);
          if (!lying) continue;
          left.push(lying);
          if (windowOf(place) === own.id) continue;
          // It is this window's from now on.
          await vault.put(placeOf(lying.answer), text);
          await vault.remove(place);
        }
      };
      // Two windows that open at once tell of it once.
      await own.alone(() => next(takeIn));
      return left;
    },
    close: () => next(async (vault) => vault.close()),
  };
}
