import { openDB, type DBSchema, type IDBPDatabase } from "idb";

/** Whose it is, in which room, and which piece of it. */
export type Place = readonly [personId: string, roomId: string, what: string];

/** Begins what is no message but an answer, in which window it was given, and to what. */
export const ANSWER = "answer ";

export function isAnswer([, , what]: Place): boolean {
  return what.startsWith(ANSWER);
}

/** Begins what is half written, and in which window; before there were windows it was all of it. */
export const DRAFT = "draft";

export function isDraft([, , what]: Place): boolean {
  return what.split(" ", 1)[0] === DRAFT;
}

/** In which window a draft stands or an answer was given. */
export function windowOf([, , what]: Place): string {
  return what.split(" ")[1] ?? "";
}

interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

interface Schema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  sealed: { key: [string, string, string]; value: Sealed };
}

/**
 * What has a place of its own on the device, with its own key: a window of an older version knows
 * only `unsent`, and would take anything else there for a message.
 */
export const VAULTS = ["unsent", "proposal"] as const;

type Name = (typeof VAULTS)[number];

const KEY = "key";
const CIPHER = "AES-GCM";

/**
 * Pieces of text on this device, each encrypted and bound to its place, with a key that no page can
 * read out. The key lies beside them, since they have to open without a network: this keeps them
 * from whoever looks through a disk or a copy of it, not from one who has the unlocked device.
 */
export class Vault {
  private constructor(
    private readonly database: IDBPDatabase<Schema>,
    private readonly key: CryptoKey,
  ) {}

  /** Rejects where the browser keeps nothing, as in some private windows. */
  static async open(name: Name = "unsent"): Promise<Vault> {
    const database = await openDB<Schema>(`samsnakk.${name}`, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore("keys");
        fresh.createObjectStore("sealed");
      },
      // A newer version of the app, in another window, is not to wait for this one.
      blocking: (_before, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new Vault(database, await keyIn(database));
  }

  async put(place: Place, text: string): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const algorithm = { name: CIPHER, iv, additionalData: named(place) };
    const sealed = await crypto.subtle.encrypt(algorithm, this.key, encode(text));
    await this.database.put("sealed", { iv, sealed }, [...place]);
  }

  async remove(place: Place): Promise<void> {
    await this.database.delete("sealed", [...place]);
  }

  /** All of one person's that open, in the order of their places. */
  async all(personId: string): Promise<{ place: Place; text: string }[]> {
    const found = await Promise.all((await this.places(personId)).map((place) => this.read(place)));
    return found.filter((it) => it !== undefined);
  }

  /** Where there is anything of one person's. */
  async places(personId: string): Promise<[string, string, string][]> {
    return this.database.getAllKeys("sealed", IDBKeyRange.bound([personId], [personId, []]));
  }

  /** Everything that is not this person's, and the key with it where nothing is left to open. */
  async wipe(exceptPersonId?: string): Promise<void> {
    for (const place of await this.database.getAllKeys("sealed")) {
      if (place[0] !== exceptPersonId) await this.database.delete("sealed", place);
    }
    if (exceptPersonId === undefined) await this.database.clear("keys");
  }

  close(): void {
    this.database.close();
  }

  private async read(place: [string, string, string]) {
    const found = await this.database.get("sealed", place);
    if (!found) return undefined;
    const algorithm = { name: CIPHER, iv: found.iv, additionalData: named(place) };
    try {
      const text = await crypto.subtle.decrypt(algorithm, this.key, found.sealed);
      return { place, text: new TextDecoder().decode(text) };
    } catch {
      // Of a key that is gone, or moved to another place: as good as nothing.
      return undefined;
    }
  }
}

/** Two windows that make one at the same moment use the same. */
async function keyIn(database: IDBPDatabase<Schema>): Promise<CryptoKey> {
  const before = await database.get("keys", KEY);
  if (before) return before;
  const made = await crypto.subtle.generateKey({ name: CIPHER, length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const first = database.transaction("keys", "readwrite");
  const meanwhile = await first.store.get(KEY);
  if (!meanwhile) await first.store.put(made, KEY);
  await first.done;
  return meanwhile ?? made;
}

function named(place: Place): Uint8Array<ArrayBuffer> {
  return encode(JSON.stringify(place));
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}
