import { Component, type ReactNode } from "react";
import { Broken } from "./Broken";

/** The page, or where drawing it fails that it did. */
export class Unbroken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
