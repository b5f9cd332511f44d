import { createContext, useContext, type ReactNode } from "react";

/** The one menu, with what a screen has to add to it at its top. */
export type MenuWith = (own: ReactNode) => ReactNode;

export const MenuContext = createContext<MenuWith>(() => null);

/** For a screen that is a frame of its own, and has the menu in its own line. */
export function useMenu(): MenuWith {
  return useContext(MenuContext);
}

/** The id of what a room is called by in its line. */
export const ROOM_NAME = "room-name";

/** The id of where one writes in a room. */
export const WRITING = "writing";
