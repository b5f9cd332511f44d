import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { firstName } from "../language/names";
import type { OpenQuestion } from "./merged";

/** Somebody of a room, as she is named outside its conversation. */
export interface Who {
  personId: string;
  name: string;
  /** Her first name, where nobody else there has it. */
  short: string;
  /** Whom she helps for; of the patient nothing. */
  organisation: string | undefined;
  /** Whether she is in the room now. */
  present: boolean;
}

type Person = Omit<Who, "short">;

/** Who this is in a room; undefined where nothing that is here says so. */
export function whoIs(room: RoomSummary | RoomDetails, personId: string): Who | undefined {
  const people = peopleOf(room);
  const found = people.filter((it) => it.personId === personId);
  const person = found.find(({ present }) => present) ?? found.at(-1);
  if (!person) return undefined;
  const first = firstName(person.name);
  const isShared = people.some((it) => it.personId !== personId && firstName(it.name) === first);
  return { ...person, short: isShared ? person.name : first };
}

/** Whether the one who is asked can answer no more, as far as the server has told. */
export function isLapsed(
  { lapsed, addresseeId }: OpenQuestion,
  room: RoomSummary | RoomDetails,
): boolean {
  return lapsed || whoIs(room, addresseeId)?.present === false;
}

function peopleOf(room: RoomSummary | RoomDetails): Person[] {
  const { people } = room as Pick<RoomSummary, "people">;
  if (people) {
    return people.map(({ organisationName, ...person }) => ({
      ...person,
      organisation: organisationName,
    }));
  }
  if ("seats" in room) return seated(room);
  // An older server names the patient alone.
  return [{ ...room.patient, organisation: undefined, present: true }];
}

function seated({ seats }: RoomDetails): Person[] {
  return seats.map(({ person, organisation, status }) => ({
    ...person,
    organisation: organisation?.name,
    present: status === "ACTIVE",
  }));
}

/** For the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
