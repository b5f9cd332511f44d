import type { Message } from "../contracts/conversation";

/**
 * The same list as the last time where nothing in it is another: each message that comes makes all
 * lists anew, and a row that is given the same as before is not drawn again.
 */
export function stableBy<T>(isSame: (one: T, other: T) => boolean) {
  const last = new WeakMap<Message, readonly T[]>();
  return (message: Message, list: readonly T[]): readonly T[] => {
    const before = last.get(message);
    const same =
      before?.length === list.length && before.every((it, i) => isSame(it, list[i] as T));
    if (before && same) return before;
    last.set(message, list);
    return list;
  };
}
