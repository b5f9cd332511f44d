import type { DirectoryEntry } from "../contracts/people";
import { Vault, type Place } from "../conversation/vault";
import type { Draft } from "./proposal";

const KEPT_FOR_DAYS = 14;
const DAY = 24 * 60 * 60 * 1_000;

/** What is filled in. Not the identity number: that is on no device (R9). */
export interface Filled {
  fields: Omit<Draft, "identityNumber">;
  invited: DirectoryEntry[];
}

/** What somebody has begun to propose. */
export interface Begun extends Filled {
  /** The id that its room has, or will have: it is one proposal, however often it is sent. */
  roomId: string;
  /** What has been sent and not refused: its room, if there is one, is made of one of these. */
  sent: Filled[];
  /** When it was last changed. */
  at: string;
}

/** One after the other, so that what is taken away is not put back. */
let last: Promise<unknown> = Promise.resolve();

/** What this window knows of, for when the device does not say what lies on it, or took nothing. */
const known = new Map<string, Map<string, { begun: Begun; onDevice: boolean }>>();

/**
 * What a person has begun and not proposed yet, the last one first. It lies on this device,
 * encrypted, or where the device takes nothing in this page. One that she has left for so long that
 * it is of no use is taken away.
 */
export function allBegun(personId: string): Promise<Begun[]> {
  return next(
    async (vault) => {
      const all = await read(vault, personId);
      const isOld = ({ at }: Begun) => Date.now() - Date.parse(at) > KEPT_FOR_DAYS * DAY;
      for (const { roomId } of all.filter(isOld)) await vault.remove(placeOf(personId, roomId));
      const here = knownOf(personId);
      for (const [roomId, { onDevice }] of here) if (onDevice) here.delete(roomId);
      for (const begun of all) {
        if (!isOld(begun) && !here.has(begun.roomId)) {
          here.set(begun.roomId, { begun, onDevice: true });
        }
      }
      return begunHere(personId);
    },
    () => begunHere(personId),
  );
}

/** Of these, what this window has begun itself or has seen on the device. */
export function begunHere(personId: string): Begun[] {
  return [...knownOf(personId).values()]
    .map(({ begun }) => begun)
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/** Whether the device has not taken it: then it goes with the page. */
export function isOnlyHere(personId: string, roomId: string): boolean {
  return knownOf(personId).get(roomId)?.onDevice === false;
}

export function keepBegun(personId: string, begun: Begun): Promise<void> {
  const here = { begun, onDevice: false };
  knownOf(personId).set(begun.roomId, here);
  return next(
    async (vault) => {
      await vault.put(placeOf(personId, begun.roomId), JSON.stringify(begun));
      here.onDevice = true;
    },
    () => undefined,
  );
}

export function forgetBegun(personId: string, roomId: string): Promise<void> {
  knownOf(personId).delete(roomId);
  return next(
    (vault) => vault.remove(placeOf(personId, roomId)),
    () => undefined,
  );
}

/** It has come through. What she has made of it since stays: it is not in her room. */
export async function forgetSent(personId: string, roomId: string, sent: Filled): Promise<void> {
  const begun = (await allBegun(personId)).find((it) => it.roomId === roomId);
  if (begun && !isSame(begun, sent)) return;
  await forgetBegun(personId, roomId);
}

/** From now on it has another id; a page that goes away in between leaves it under one of them. */
export async function renameBegun(personId: string, from: string, to: string): Promise<void> {
  const begun = (await allBegun(personId)).find(({ roomId }) => roomId === from);
  if (begun) await keepBegun(personId, { ...begun, roomId: to });
  await forgetBegun(personId, from);
}

/** When all that has been done until now lies on the device. */
export async function settled(): Promise<void> {
  await last;
}

/** Whether the same is filled in, as a room would have it. */
export function isSame(one: Filled, other: Filled): boolean {
  return asProposed(one) === asProposed(other);
}

function asProposed({ fields, invited }: Filled): string {
  const { roleId, name, email, purpose } = fields;
  const who = invited.map((entry) => entry.roleId);
  return JSON.stringify([roleId, name.trim(), email.trim(), purpose.trim(), who]);
}

/** All that was filled in, for whoever signs out to see. */
export function textOf({ fields, invited }: Filled): string {
  const { name, email, purpose } = fields;
  return [name, email, purpose, ...invited.map((entry) => entry.name)].filter(isFilled).join("\n");
}

export function isFilled(text: string): boolean {
  return text.trim() !== "";
}

function knownOf(personId: string) {
  const here = known.get(personId) ?? new Map<string, { begun: Begun; onDevice: boolean }>();
  known.set(personId, here);
  return here;
}

async function read(vault: Vault, personId: string): Promise<Begun[]> {
  return (await vault.all(personId)).map(({ text }) => JSON.parse(text) as Begun);
}

/** Where the browser keeps nothing, what is filled in lives as long as its page. */
function next<Found>(
  act: (vault: Vault) => Promise<Found>,
  otherwise: () => Found,
): Promise<Found> {
  const done = last.then(async () => {
    try {
      const vault = await Vault.open("proposal");
      return await act(vault).finally(() => vault.close());
    } catch {
      return otherwise();
    }
  });
  last = done;
  return done;
}

function placeOf(personId: string, roomId: string): Place {
  return [personId, roomId, "proposal"];
}
