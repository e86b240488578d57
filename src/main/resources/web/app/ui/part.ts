import {LitElement} from 'lit';

/** A part of a page. It renders into the document itself, so that one style sheet, labels and anchors work across components. */
export abstract class Part extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }
}
