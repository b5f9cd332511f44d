import { Emergency } from "./Emergency";

/** Where one will write, or would: there it stands already, and moves nothing when the rest comes. */
export function EmergencyBelow() {
  return (
    <div className="composer">
      <Emergency />
    </div>
  );
}
