import {
  useMutation,
  useQuery,
  useQueryClient,
  type Query,
  type QueryClient,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { RoomDetails, RoomList, RoomSummary } from "../contracts/rooms";
import { codeOf, Refusal } from "../gateway/refusal";
import { request } from "../gateway/request";
import { isBeingOpened, lookAt, opensAgain } from "./opening";

const LIST = ["rooms", "list"] as const;
const detailsOf = (roomId: string) => ["rooms", "details", roomId] as const;

/** The socket tells of changes; this is for a window whose socket has been away for long. */
const LOOK_AGAIN_EVERY = 60_000;

/** When the list that was heard last had been asked for: what came after that it need not know. */
let listAskedAt = 0;

/**
 * All of them: the server answers so many at a time, the last changed first. One that changes between
 * two pages goes to the front, and comes twice or not at all; so the first page is asked for again.
 */
async function fetchRooms(): Promise<RoomSummary[]> {
  const asked = Date.now();
  const rooms = new Map<string, RoomSummary>();
  const add = async (after: string | null) => {
    const page: RoomList = await request("GET", listAfter(after));
    for (const room of page.items) rooms.set(room.roomId, room);
    // An older server answers all at once, and says nothing of a next page.
    return page.nextAfter ?? null;
  };
  const second = await add(null);
  for (let after = second; after !== null;) after = await add(after);
  if (second !== null) await add(null);
  listAskedAt = asked;
  return [...rooms.values()];
}

function listAfter(place: string | null): string {
  return place === null ? "/api/rooms" : `/api/rooms?after=${encodeURIComponent(place)}`;
}

/**
 * The socket says that this room is no longer what is known of it. The list is asked first: where the
 * room is no longer hers, her browser would be refused for it, and the patient would read in his log
 * that she was turned away, who has done nothing (R6).
 */
export async function roomChanged(queries: QueryClient, roomId: string): Promise<void> {
  if (await isAmongHers(queries, roomId))
    await queries.invalidateQueries({ queryKey: detailsOf(roomId) });
}

/** The list, if it comes; else another change has it asked for once more, and goes on from there. */
async function heardAnew(queries: QueryClient): Promise<RoomSummary[] | undefined> {
  const heard = () => queries.getQueryState<RoomSummary[]>(LIST)?.dataUpdateCount ?? 0;
  const before = heard();
  await queries.invalidateQueries({ queryKey: LIST });
  return heard() === before ? undefined : queries.getQueryData<RoomSummary[]>(LIST);
}

/** Whether the server says that the room is hers; undefined where it does not answer. */
export async function isAmongHers(
  queries: QueryClient,
  roomId: string,
): Promise<boolean | undefined> {
  return (await heardAnew(queries))?.some((room) => room.roomId === roomId);
}

const GONE = new Refusal({ code: "room-unknown", status: 404 });

/** What changed while the socket was away has not been told. */
export function anyRoomMayHaveChanged(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: LIST });
}

/** Whom one has blocked is another by now: who sits in one's rooms, and what one is asked, too. */
export function blocksChanged(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ["rooms"] });
}

/** What she has left or taken back in this window, by its epoch as it was then. */
const endedHere = new Map<string, number>();

function endsHere(queries: QueryClient, roomId: string): void {
  const details = queries.getQueryData<RoomDetails>(detailsOf(roomId));
  const listed = queries.getQueryData<RoomSummary[]>(LIST)?.find((it) => it.roomId === roomId);
  endedHere.set(roomId, Math.max(details?.accessEpoch ?? 0, listed?.accessEpoch ?? 0));
}

/** Whether she has ended this herself here. Let in again since, she was in a room of a later epoch. */
export function wasEndedHere({ roomId, accessEpoch }: RoomSummary): boolean {
  return accessEpoch <= (endedHere.get(roomId) ?? -1);
}

export function useRooms(): UseQueryResult<RoomSummary[]> {
  return useQuery({
    queryKey: LIST,
    queryFn: fetchRooms,
    refetchInterval: LOOK_AGAIN_EVERY,
    refetchOnWindowFocus: true,
  });
}

/** Whether this room is among hers, by a list that was asked for since this is used. */
export function useIsListedAnew(roomId: string): boolean {
  const queries = useQueryClient();
  const [since] = useState(Date.now);
  useEffect(() => void queries.invalidateQueries({ queryKey: LIST }), [queries]);
  const { data: rooms } = useRooms();
  return listAskedAt >= since && rooms?.some((room) => room.roomId === roomId) === true;
}

/** The list as it was last heard, for who does not show it. */
export function useKnownRooms(): RoomSummary[] | undefined {
  return useQuery({ queryKey: LIST, queryFn: fetchRooms, enabled: false }).data;
}

/**
 * The same for who has to name a room: fetched once, where nobody has and somebody is signed in. A list is
 * no visit (R6).
 */
export function useNamedRooms(signedIn = true): RoomSummary[] | undefined {
  const enabled = ({ state }: Query<RoomSummary[]>) => signedIn && state.data === undefined;
  return useQuery({ queryKey: LIST, queryFn: fetchRooms, enabled }).data;
}

/** A room as it was last told, where it still is at hand; asking for none. */
export function useRoomAtHand(roomId: string): RoomDetails | undefined {
  return useQueryClient().getQueryData(detailsOf(roomId));
}

/** What a room is called: a helper's by whose it is, a patient's own by what for. */
export function nameOf({ me, purpose, patient }: RoomSummary): string {
  return me.part === "PATIENT" ? purpose : patient.name;
}

/** The same, as far as it is known here. */
export function nameAtHand(queries: QueryClient, roomId: string): string | undefined {
  const room =
    queries.getQueryData<RoomDetails>(detailsOf(roomId)) ??
    queries.getQueryData<RoomSummary[]>(LIST)?.find((it) => it.roomId === roomId);
  return room && nameOf(room);
}

/** The same where it tells it from others: not where the list has no other. */
export function nameAmongOthers(queries: QueryClient, roomId: string): string | undefined {
  const isOnly = queries.getQueryData<RoomSummary[]>(LIST)?.length === 1;
  return isOnly ? undefined : nameAtHand(queries, roomId);
}

export type RoomView =
  | { kind: "waiting" }
  /** `was`: what the screen showed of it until now. */
  | { kind: "trouble"; error: unknown; retry: () => void; was: RoomDetails | undefined }
  | { kind: "here"; room: RoomDetails };

/**
 * One room. Opening it is written to its log (R6), and so is each time that it is fetched again:
 * when the socket or the list says that it changed, and when the net is back. A room that is no
 * longer ours is gone at once, whatever was known of it.
 */
export function useRoom(roomId: string): RoomView {
  const {
    data: room,
    dataUpdatedAt: roomAt,
    error,
    refetch,
  } = useQuery({
    queryKey: detailsOf(roomId),
    queryFn: () => lookAt(roomId),
    // Each opening is told, also of a room that is still at hand.
    staleTime: () => (isBeingOpened(roomId) ? 0 : Infinity),
    // A no is an answer: she is refused once, and not each time that the net comes back.
    refetchOnReconnect: ({ state }) => codeOf(state.error) !== "room-unknown",
  });
  const { data: rooms } = useRooms();
  const listed = rooms?.find((it) => it.roomId === roomId);
  const left = rooms !== undefined && !listed && listAskedAt > roomAt;
  const changed =
    room !== undefined &&
    rooms !== undefined &&
    !left &&
    (listed === undefined ||
      listed.accessEpoch > room.accessEpoch ||
      Date.parse(listed.changedAt) > Date.parse(room.changedAt));
  useEffect(() => {
    if (changed) void refetch({ cancelRefetch: false });
  }, [changed, listed?.changedAt, refetch]);

  if (room && left) return { kind: "trouble", error: GONE, retry: () => void refetch(), was: room };
  const gone = error !== null && codeOf(error) === "room-unknown";
  if (room && !gone) return { kind: "here", room };
  if (error) return { kind: "trouble", error, retry: () => void refetch(), was: room };
  return { kind: "waiting" };
}

/**
 * For who was told, where this is used, that it is over for her in this room: how she opens it, once
 * she has been let in again. By a list that was asked for since: an older one still has the room as
 * it was.
 *
 * What is returned asks the list first, as `roomChanged` does, and tells whether she is on her way in.
 *
 * @param was the room as the screen showed it until then; undefined: she is not to open it again
 */
export function useLetInAgain(was: RoomDetails | undefined): (() => Promise<boolean>) | undefined {
  const queries = useQueryClient();
  const [toldAt] = useState(Date.now);
  const { data: rooms } = useRooms();
  const room = was && rooms?.find(({ roomId }) => roomId === was.roomId);
  if (!room || !isIn(was) || !isIn(room)) return undefined;
  if (listAskedAt <= toldAt || room.accessEpoch <= was.accessEpoch) return undefined;
  return async () => {
    const now = (await heardAnew(queries))?.find(({ roomId }) => roomId === room.roomId);
    if (!now || !isIn(now)) return false;
    opensAgain(room.roomId);
    void queries.resetQueries({ queryKey: detailsOf(room.roomId) });
    return true;
  };
}

function isIn({ status, me }: RoomSummary): boolean {
  return status === "ACTIVE" && me.status === "ACTIVE";
}

/** Fetches a room anew, for who has seen that it is another by now. */
export function useRoomAgain(roomId: string): () => void {
  const queries = useQueryClient();
  return () => void queries.refetchQueries({ queryKey: detailsOf(roomId) });
}

/** What the server has answered of a room is what the screens show from then on. */
export function showRoom(queries: QueryClient, room: RoomDetails): void {
  queries.setQueryData(detailsOf(room.roomId), room);
  void queries.invalidateQueries({ queryKey: LIST });
}

/** Calls back with each room that the server answers with, in a list or alone, until the answer is called. */
export function watchRooms(
  queries: QueryClient,
  onRoom: (room: RoomSummary | RoomDetails) => void,
): () => void {
  return queries.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success") return;
    const [kind, what] = event.query.queryKey;
    if (kind !== "rooms") return;
    const data: unknown = event.query.state.data;
    if (what === "list") (data as RoomSummary[]).forEach(onRoom);
    else if (what === "details") onRoom(data as RoomDetails);
  });
}

/**
 * A change of a room that is told where it was asked for.
 *
 * @param ends whether the room is hers no longer then: the list may be without it before that is answered
 */
export function useRoomChange<Input>(
  roomId: string,
  change: (input: Input) => Promise<RoomDetails | undefined>,
  { ends = false } = {},
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onMutate: () => {
      if (ends) endsHere(queries, roomId);
    },
    onSuccess: (room) => {
      if (room) return showRoom(queries, room);
      queries.removeQueries({ queryKey: detailsOf(roomId) });
      void queries.invalidateQueries({ queryKey: LIST });
    },
    // A no often means that the room is no longer as the screen shows it.
    onError: () => {
      if (ends) endedHere.delete(roomId);
      void queries.invalidateQueries({ queryKey: detailsOf(roomId) });
    },
  });
}
