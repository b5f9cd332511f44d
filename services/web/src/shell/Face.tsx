import { initials } from "../language/names";

/**
 * Whose face it is: the patient's in the accent, each helper's in one of eight hues that is hers for
 * as long as the room exists; `none` where no room says which.
 */
export type Hue = "patient" | "none" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8";

interface FaceProps {
  name: string;
  hue: Hue;
  size?: "small" | "medium" | "large";
}

/** Initials in somebody's colour. Says nothing that does not stand beside it. */
export function Face({ name, hue, size = "large" }: FaceProps) {
  return (
    <span className="face" data-hue={hue} data-size={size} aria-hidden>
      {initials(name)}
    </span>
  );
}
